#pragma once

#include "tasks/task.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>

namespace pipescope {

/// The folder of the user's decoders in Lua: loads its files, and those that change again, on a thread of its
/// own. GUI thread only.
class LuaDecoderFolder : public QObject
{
    Q_OBJECT

public:
    /// `folder` need not exist.
    explicit LuaDecoderFolder(QString folder, QObject* parent = nullptr);
    /// Takes its decoders away.
    ~LuaDecoderFolder() override;

    /// `decoders` in the program's data.
    [[nodiscard]] static QString standardFolder();

    [[nodiscard]] const QString& folder() const { return m_folder; }
    /// Makes the folder if it is missing; false when that fails.
    bool create();
    /// Looks for new, changed and removed files.
    void update();
    /// Loads all files again, also those that a limit has switched off.
    void reload();

signals:
    /// Files were loaded or removed; pipecore::luaDecoders() has them.
    void changed();

private:
    /// Tells a changed file from the one that was loaded.
    struct Version
    {
        QDateTime changed;
        qint64 size = 0;

        friend bool operator==(const Version&, const Version&) = default;
    };
    using Files = QHash<QString, Version>; ///< by path

    static Files filesOf(const QString& folder);
    /// Loads what is other than `before`. Returns the files of the folder.
    static Files load(const QString& folder, const Files& before);
    void loaded(const Files& files);
    void watch();

    const QString m_folder;
    Files m_files;
    QFileSystemWatcher m_watcher;
    QTimer m_soon;            ///< after the last of several changes
    bool m_isChanged = false; ///< while files are loaded
    Task m_task;
};

} // namespace pipescope
