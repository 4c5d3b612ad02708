#pragma once

#include "session_script.h"

#include "pipecore/export/export.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <memory>
#include <optional>

/// Records scripts, opens them and exports them, for one test.
class Exported
{
public:
    /// The script's session, opened from a file of its own; null when that failed.
    std::unique_ptr<pipecore::SessionFile> open(const SessionScript& script);
    /// Path of the file that was recorded last.
    [[nodiscard]] QString recorded() const { return m_recorded; }
    /// A path that is not used yet.
    QString newPath(const QString& ending);
    /// The whole export; empty and a failed test when it did not work.
    QByteArray bytes(const pipecore::RecordSource& source, const pipecore::ExportForm& form,
                     const std::optional<pipecore::RowRanges>& rows = {});
    QByteArray bytes(const SessionScript& script, const pipecore::ExportForm& form,
                     const std::optional<pipecore::RowRanges>& rows = {});

private:
    QTemporaryDir m_folder;
    QString m_recorded;
    int m_number = 0;
};

/// Rows with these numbers, which are in ascending order.
pipecore::RowRanges rowsNumbered(std::initializer_list<std::uint64_t> numbers);
