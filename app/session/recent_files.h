#pragma once

#include <QStringList>

namespace pipescope {

/// The session files that were opened or saved last, newest first, kept in the settings.
class RecentFiles
{
public:
    static constexpr qsizetype limit = 10;

    /// Files that are not there any more are left out.
    [[nodiscard]] static QStringList list();
    static void add(const QString& path);
    static void clear();

    /// The folder the last file dialog ended in, or the user's documents.
    [[nodiscard]] static QString folder();
    static void setFolder(const QString& folder);
};

} // namespace pipescope
