#include "rows/row_text.h"

#include "pipecore/analysis/pairing.h"
#include "pipecore/base/elapsed.h"
#include "pipecore/model/identity.h"
#include "pipecore/session/annotations.h"
#include "rows/pair_finder.h"
#include "rows/payload_text.h"
#include "rows/row_words.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"

#include <QCoreApplication>
#include <QStringList>

namespace pipescope {

namespace {

using pipecore::Record;

/// Names the translation context of this file.
struct RowWords
{
    Q_DECLARE_TR_FUNCTIONS(RowText)
};

RowTone toneOf(const Record& record)
{
    if (const auto* const message = record.as<pipecore::Message>()) {
        return message->direction == pipecore::Direction::Sent ? RowTone::Sent : RowTone::Received;
    }
    if (const auto* const gone = record.as<pipecore::Disconnected>();
        gone != nullptr
        && (gone->discardedBytes > 0 || gone->reason == pipecore::CloseReason::Failed)) {
        return RowTone::Warning;
    }
    switch (pipecore::rowWords(record.kind()).weight) {
    case pipecore::RowWeight::Error: return RowTone::Error;
    case pipecore::RowWeight::Warning: return RowTone::Warning;
    case pipecore::RowWeight::Event: break;
    }
    return RowTone::Event;
}

QString malformedText(const pipecore::Phrase& problem)
{
    const QString pattern = coreText("Decode", problem.pattern);
    return fromCore(pipecore::fillIn(pattern.toStdString(), problem.values));
}

QString firstLine(const std::string& text)
{
    return fromCore(std::string_view(text).substr(0, text.find('\n')));
}

QString endpointText(const Record& record, const LogRows& rows)
{
    const auto endpoint = rows.endpoint(record.endpoint);
    const bool opened = record.as<pipecore::EndpointOpened>() != nullptr;
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
        const auto time = pipecore::timeBetween(before.wallNs, wallNs);
        return time ? formatSeconds(*time) : QString();
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
        return wallNs == pipecore::noTime ? QString() : formatSeconds(0);
    }
    return since(rows.head(style.format == TimeFormat::Delta ? row - 1 : 0));
}

QString latencyText(const LogRows& rows, const Record& record)
{
    if (rows.source() == nullptr) {
        return {};
    }
    const auto request = knownRequestOf(*rows.source(), record.row);
    const auto time = request
                          ? pipecore::replyTime(rows.source()->head(*request).wallNs, record.wallNs)
                          : std::nullopt;
    return time ? formatDuration(*time) : QString();
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

/// Extends the sentence of the kind by what the session knows.
struct EventText
{
    const Record& record;
    const LogRows& rows;

    QString operator()(const pipecore::EndpointOpened& /*opened*/) const
    {
        return endpointText(record, rows);
    }
    QString operator()(const pipecore::EndpointClosed& /*closed*/) const
    {
        return endpointText(record, rows);
    }
    QString operator()(const pipecore::PeerConnected& /*connected*/) const
    {
        const auto known = rows.peer(record.connection);
        const QString peer = peerText(known.get());
        if (known != nullptr && known->user) {
            return RowWords::tr("connected: %1, user %2").arg(peer, fromCore(*known->user));
        }
        return peer.isEmpty() ? RowWords::tr("connected") : RowWords::tr("connected: %1").arg(peer);
    }
    QString operator()(const pipecore::TargetConnected& connected) const
    {
        return RowWords::tr("target connected: %1").arg(peerText(connected.peer.get()));
    }
    QString operator()(const pipecore::DescriptorsPassed& passed) const
    {
        return passed.passedOn
                   ? RowWords::tr("file descriptors passed on with the next message: %1")
                         .arg(fromCore(passed.what))
                   : rowSentence(record.body);
    }
    QString operator()(const pipecore::Disconnected& gone) const
    {
        const QString reason = closeReasonText(gone.reason);
        return gone.discardedBytes == 0 ? RowWords::tr("disconnected: %1").arg(reason)
                                        : RowWords::tr("disconnected: %1; %2 not sent")
                                              .arg(reason, formatBytes(gone.discardedBytes));
    }
    QString operator()(const pipecore::Failed& failed) const
    {
        const QString title = errorTitle(failed.error);
        const QString line = errorLine(failed.error);
        return failed.outcomeUnknown
                   ? RowWords::tr("%1: %2; the peer may have read part of it").arg(title, line)
                   : RowWords::tr("%1: %2").arg(title, line);
    }
    QString operator()(const pipecore::Dropped& dropped) const
    {
        return RowWords::tr("messages dropped: %1 (%2)")
            .arg(formatCount(dropped.count), formatBytes(dropped.bytes));
    }
    QString operator()(const pipecore::Throttled& /*throttled*/) const
    {
        return RowWords::tr("reading paused: recording is behind, nothing is lost");
    }
    QString operator()(const pipecore::ClientIdentified& client) const
    {
        return RowWords::tr("client identified: %1")
            .arg(firstLine(client.identity ? summaryOf(*client.identity) : client.version1Text));
    }
    QString operator()(const pipecore::AccessChecked& checked) const
    {
        return RowWords::tr("access as this client: %1")
            .arg(firstLine(checked.answer ? summaryOf(*checked.answer) : checked.version1Text));
    }
    QString operator()(const pipecore::ReadModeChanged& changed) const
    {
        if (changed.isRefused) {
            return RowWords::tr("is read as a stream of bytes: the pipe grants no right to set the "
                                "read mode");
        }
        return changed.mode == pipecore::PipeMode::Message
                   ? RowWords::tr("read mode set to messages")
                   : RowWords::tr("read mode set to bytes");
    }
    template <typename Body>
    QString operator()(const Body& /*body*/) const
    {
        return rowSentence(record.body);
    }
};

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
    return record.isMessage() ? QString() : std::visit(EventText{record, rows}, record.body);
}

RowText describeRow(const LogRows& rows, quint64 row, const RowStyle& style)
{
    RowText text;
    const auto record = rows.read(row, previewBytes);
    if (!record) {
        text.tone = RowTone::Error;
        text.number = row + 1;
        text.sign = QStringLiteral(u"●");
        text.preview = RowWords::tr("cannot read this row: %1").arg(errorLine(record.error()));
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
    const auto* const message = record->as<pipecore::Message>();
    if (message == nullptr) {
        text.sign = QStringLiteral(u"●");
        text.preview = eventText(*record, rows);
        return text;
    }
    text.sign = directionSign(message->direction);
    text.length = message->length;
    if (style.withLatency) {
        text.latency = latencyText(rows, *record);
        text.mayChange = text.mayChange
                         || (rows.source() != nullptr
                             && record->row >= pipecore::pairingOf(*rows.source())->knownRows());
    }
    if (message->length == 0) {
        text.preview = RowWords::tr("(empty message)");
        text.muted = true;
    } else if (record->payload.empty()) {
        text.preview = RowWords::tr("(payload not recorded)");
        text.muted = true;
    } else {
        text.preview = previewOf(record->payload);
        if (message->continues) {
            text.preview += QStringLiteral(u" …");
        }
    }
    if (record->problem) {
        text.preview =
            QStringLiteral(u"⚠ %1 · %2").arg(malformedText(*record->problem), text.preview);
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
