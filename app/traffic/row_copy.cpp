#include "traffic/row_copy.h"

#include "traffic/payload_text.h"
#include "traffic/row_text.h"
#include "widgets/formatting.h"

#include <QStringList>

namespace pipescope {

namespace {

QString payloadLine(const pipecore::Record& record, const LogRows& rows, CopyFormat format)
{
    const bool isMessage = record.kind == pipecore::RecordKind::Message;
    switch (format) {
    case CopyFormat::Text:
        return isMessage ? decodeText(record.payload, guessEncoding(record.payload))
                         : eventText(record, rows);
    case CopyFormat::Hex: return fromCore(pipecore::formatHex(record.payload));
    case CopyFormat::CArray:
        return isMessage ? fromCore(pipecore::formatCArray(
                   record.payload, "message" + std::to_string(record.row + 1)))
                         : QString();
    case CopyFormat::Rows: break;
    }
    return {};
}

} // namespace

CopiedRows copyRows(const LogRows& rows, const RowSelection& selection, CopyFormat format,
                    TimeFormat timeFormat)
{
    CopiedRows copied;
    QStringList lines;
    std::size_t bytesLeft = copyByteLimit;
    for (const RowRange& range : selection.ranges()) {
        for (quint64 row = range.first; row <= range.last; ++row) {
            if (copied.rows == copyRowLimit) {
                copied.complete = false;
                break;
            }
            if (format == CopyFormat::Rows) {
                lines.append(rowLine(describeRow(rows, row, timeFormat), QStringLiteral("\t")));
                ++copied.rows;
                continue;
            }
            const auto record = rows.read(row, bytesLeft + 1);
            if (!record) {
                continue;
            }
            if (record->payload.size() > bytesLeft) {
                copied.complete = false;
                break;
            }
            bytesLeft -= record->payload.size();
            const QString line = payloadLine(*record, rows, format);
            if (!line.isEmpty() || format == CopyFormat::Text) {
                lines.append(line);
            }
            ++copied.rows;
        }
        if (!copied.complete) {
            break;
        }
    }
    copied.text = lines.join(QLatin1Char('\n'));
    return copied;
}

} // namespace pipescope
