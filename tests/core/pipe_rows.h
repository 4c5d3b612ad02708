#pragma once

#ifdef _WIN32
#    include "npfs_win32.h"
#endif
#include "wine.h"

#include <QObject>
#include <QTest>

#include <memory>

/// Common ground of tests of the Windows backend: each scenario runs on the pipes of the system, and on
/// a model of them that follows the rules where Wine does not (npfs_rules.h).
class PipeRows : public QObject
{
    Q_OBJECT

protected:
    [[nodiscard]] static bool onModel()
    {
        QFETCH_GLOBAL(QString, pipes);
        return pipes == QStringLiteral("npfs");
    }
    /// On real pipes of a system that is not Windows.
    [[nodiscard]] static bool onWine() { return !onModel() && runsUnderWine(); }
#ifdef _WIN32
    /// Of the row "npfs".
    [[nodiscard]] npfs::System& model() { return m_model->system(); }
#endif

private slots:
    void initTestCase_data();
    void init();
    void cleanup();

#ifdef _WIN32
private:
    std::unique_ptr<NpfsOnWindows> m_model;
#endif
};
