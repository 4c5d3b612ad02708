#pragma once

#include <QStringList>

namespace pipescope {

/// Recently opened or saved session files, newest first, kept in the settings.
class RecentFiles
{
public:
    static constexpr qsizetype limit = 10;

    /// Missing files are omitted.
    [[nodiscard]] static QStringList list();
    static void add(const QString& path);
    static void clear();

    /// The folder the last file dialog ended in, or the user's documents.
    [[nodiscard]] static QString folder();
    static void setFolder(const QString& folder);
};

} // namespace pipescope
