#pragma once

#include <QString>
#include <QStringList>

namespace pipescope {

/// Summary of a recording, for a question about it. A value.
struct JournalSummary
{
    QStringList pipes;       ///< first names; long ones are shortened
    quint64 messages = 0;    ///< both directions
    bool isReadable = false; ///< the file is a session
    bool isWhole = false;    ///< all of it was read; otherwise the counts are minimums

    /// Reads a file, for a third of a second at most. Any thread.
    [[nodiscard]] static JournalSummary of(const QString& path);
};

} // namespace pipescope
