#pragma once

#include <QString>
#include <QStringList>

namespace pipescope {

/// Counts and names of a recording, for a question about it. A value.
struct JournalSummary
{
    QStringList pipes;       ///< names, the first few; long ones are shortened
    quint64 messages = 0;    ///< both directions
    bool isReadable = false; ///< it is a session at all
    bool isWhole = false;    ///< all of it was looked at, and not only as much as a moment allows

    /// Looks into a file, for a third of a second at most. Any thread.
    [[nodiscard]] static JournalSummary of(const QString& path);
};

} // namespace pipescope
