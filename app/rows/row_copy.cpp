#include "rows/row_copy.h"

#include "rows/payload_text.h"
#include "rows/row_text.h"
#include "widgets/formatting.h"

#include <QStringList>

namespace pipescope {

namespace {

QString payloadText(const pipecore::Record& record, const LogRows& rows, pipecore::CopyStyle style)
{
    const bool isText = style == pipecore::CopyStyle::Text;
    if (!record.isMessage()) {
        return isText ? eventText(record, rows) : QString();
    }
    if (isText) {
        return decodeText(record.payload, guessEncoding(record.payload));
    }
    return fromCore(
        pipecore::formatForCopy(record.payload, style, "message" + std::to_string(record.row + 1)));
}

} // namespace

CopiedRows copyRows(const LogRows& rows, const RowSelection& selection, CopyFormat format,
                    TimeFormat timeFormat, const std::atomic<bool>* cancelled)
{
    CopiedRows copied;
    QStringList lines;
    std::size_t bytesLeft = copyByteLimit;
    for (const RowRange& range : selection.ranges()) {
        for (quint64 row = range.first; row <= range.last; ++row) {
            if (copied.rows == copyRowLimit || (cancelled != nullptr && cancelled->load())) {
                copied.complete = false;
                break;
            }
            if (!format.style) {
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
            const QString line = payloadText(*record, rows, *format.style);
            if (!line.isEmpty() || format.style == pipecore::CopyStyle::Text) {
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
