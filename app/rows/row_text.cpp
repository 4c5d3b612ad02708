#include "rows/row_text.h"

#include "pipecore/analysis/pairing.h"
#include "pipecore/base/elapsed.h"
#include "pipecore/session/annotations.h"
#include "rows/payload_text.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"

#include <QCoreApplication>
#include <QStringList>

namespace pipescope {

namespace {

using pipecore::Record;
using pipecore::RecordKind;

/// Names the translation context of this file.
struct RowWords
{
    Q_DECLARE_TR_FUNCTIONS(RowText)
};

RowTone toneOf(const Record& record)
{
    switch (record.kind) {
    case RecordKind::Message:
        return record.direction == pipecore::Direction::Sent ? RowTone::Sent : RowTone::Received;
    case RecordKind::Failed: return RowTone::Error;
    case RecordKind::Dropped:
    case RecordKind::Throttled: return RowTone::Warning;
    case RecordKind::Disconnected:
        return record.discardedBytes > 0 || record.reason == pipecore::CloseReason::Failed
                   ? RowTone::Warning
                   : RowTone::Event;
    case RecordKind::EndpointOpened:
    case RecordKind::EndpointClosed:
    case RecordKind::Connected:
    case RecordKind::Resumed:
    case RecordKind::ClientIdentified:
    case RecordKind::AccessChecked:
    case RecordKind::ReadModeChanged: break;
    }
    return RowTone::Event;
}

QString firstLine(const std::string& text)
{
    return fromCore(std::string_view(text).substr(0, text.find('\n')));
}

QString endpointText(const Record& record, const LogRows& rows)
{
    const auto endpoint = rows.endpoint(record.endpoint);
    const bool opened = record.kind == RecordKind::EndpointOpened;
    if (!endpoint) {
        return opened ? RowWords::tr("opened") : RowWords::tr("closed");
    }
    const QString name = fromCore(endpoint->name);
    if (endpoint->role == pipecore::Role::Client) {
        return opened ? RowWords::tr("connecting to %1").arg(name)
                      : RowWords::tr("client of %1 closed").arg(name);
    }
    return opened ? RowWords::tr("listening on %1 (%2)").arg(name, modeText(endpoint->mode))
                  : RowWords::tr("server %1 stopped").arg(name);
}

QString timeText(const LogRows& rows, quint64 row, qint64 wallNs, const RowStyle& style)
{
    const auto since = [wallNs](const pipecore::RecordSource::RowHead& before) {
        return formatSeconds(pipecore::elapsedNs(before.wallNs, wallNs));
    };
    if (style.format == TimeFormat::Absolute) {
        return formatClock(wallNs);
    }
    const pipecore::RecordSource* source = rows.source();
    if (style.format == TimeFormat::Relative && style.zeroRow && source != nullptr) {
        return *style.zeroRow < source->rowCount() ? since(source->head(*style.zeroRow))
                                                   : QString();
    }
    if (row == 0) {
        return formatSeconds(0);
    }
    return since(rows.head(style.format == TimeFormat::Delta ? row - 1 : 0));
}

QString latencyText(const LogRows& rows, const Record& record)
{
    if (rows.source() == nullptr) {
        return {};
    }
    const auto request = pipecore::requestOf(*rows.source(), record.row, latencyReach);
    return request ? formatDuration(
               pipecore::elapsedNs(rows.source()->head(*request).wallNs, record.wallNs))
                   : QString();
}

void addNotes(RowText& text, const LogRows& rows, quint64 sourceRow)
{
    const pipecore::RecordSource* source = rows.source();
    if (source == nullptr || source->annotations() == nullptr) {
        return;
    }
    const pipecore::Annotation noted = source->annotations()->at(sourceRow);
    text.marked = noted.marked;
    text.comment = fromCore(noted.comment);
}

} // namespace

QString directionSign(pipecore::Direction direction)
{
    return direction == pipecore::Direction::Sent ? QStringLiteral(u"→") : QStringLiteral(u"←");
}

QString previewOf(pipecore::ByteView payload)
{
    const auto encoding = guessEncoding(payload);
    if (isMostlyText(payload, encoding)) {
        return fromCore(pipecore::previewText(payload, encoding, payload.size()));
    }
    return fromCore(pipecore::formatHex(payload));
}

QString eventText(const Record& record, const LogRows& rows)
{
    switch (record.kind) {
    case RecordKind::Message: return {};
    case RecordKind::EndpointOpened:
    case RecordKind::EndpointClosed: return endpointText(record, rows);
    case RecordKind::Connected: {
        const auto known = rows.peer(record.connection);
        const QString peer = peerText(known.get());
        if (known != nullptr && known->user) {
            return RowWords::tr("connected: %1, user %2").arg(peer, fromCore(*known->user));
        }
        return peer.isEmpty() ? RowWords::tr("connected") : RowWords::tr("connected: %1").arg(peer);
    }
    case RecordKind::Disconnected: {
        const QString reason = closeReasonText(record.reason);
        if (record.discardedBytes == 0) {
            return RowWords::tr("disconnected: %1").arg(reason);
        }
        return RowWords::tr("disconnected: %1; %2 never left")
            .arg(reason, formatBytes(record.discardedBytes));
    }
    case RecordKind::Failed:
        return record.outcomeUnknown
                   ? RowWords::tr("%1: %2; the peer may have read some of it")
                         .arg(errorTitle(record.error), errorLine(record.error))
                   : RowWords::tr("%1: %2").arg(errorTitle(record.error), errorLine(record.error));
    case RecordKind::Dropped:
        return RowWords::tr("messages lost here: %1 (%2)")
            .arg(formatCount(record.droppedCount), formatBytes(record.droppedBytes));
    case RecordKind::Throttled:
        return RowWords::tr("reading paused: recording is behind, nothing is lost");
    case RecordKind::Resumed: return RowWords::tr("reading goes on");
    case RecordKind::ClientIdentified:
        return RowWords::tr("client identified: %1").arg(firstLine(record.text));
    case RecordKind::AccessChecked:
        return RowWords::tr("access as this client: %1").arg(firstLine(record.text));
    case RecordKind::ReadModeChanged:
        return record.readMode == pipecore::PipeMode::Message
                   ? RowWords::tr("is read message by message from now on")
                   : RowWords::tr("is read as a stream of bytes from now on");
    }
    return {};
}

RowText describeRow(const LogRows& rows, quint64 row, const RowStyle& style)
{
    RowText text;
    const auto record = rows.read(row, previewBytes);
    if (!record) {
        text.tone = RowTone::Error;
        text.number = row + 1;
        text.sign = QStringLiteral(u"●");
        text.preview = RowWords::tr("this row cannot be read: %1").arg(errorLine(record.error()));
        text.mayChange = true;
        return text;
    }
    text.tone = toneOf(*record);
    text.number = record->row + 1;
    text.time = timeText(rows, row, record->wallNs, style);
    text.isZero = style.zeroRow == record->row;
    addNotes(text, rows, record->row);
    text.connection = connectionText(record->connection);
    if (record->connection) {
        const auto peer = rows.peer(record->connection);
        text.peer = peerText(peer.get());
        text.mayChange = peer == nullptr;
    }
    if (record->kind != RecordKind::Message) {
        text.sign = QStringLiteral(u"●");
        text.preview = eventText(*record, rows);
        return text;
    }
    text.sign = directionSign(record->direction);
    text.length = record->length;
    if (style.withLatency) {
        text.latency = latencyText(rows, *record);
    }
    if (record->length == 0) {
        text.preview = RowWords::tr("(empty message)");
        text.muted = true;
    } else if (record->payload.empty()) {
        text.preview = RowWords::tr("(payload not kept)");
        text.muted = true;
    } else {
        text.preview = previewOf(record->payload);
        if (record->continues) {
            text.preview += QStringLiteral(u" …");
        }
    }
    return text;
}

QString rowLine(const RowText& text, const QString& separator)
{
    return QStringList{QString::number(text.number),
                       text.time,
                       text.connection,
                       text.peer,
                       text.sign,
                       text.length ? QString::number(*text.length) : QString(),
                       text.preview,
                       text.latency,
                       text.comment.simplified()}
        .join(separator)
        .trimmed();
}

} // namespace pipescope
