#include "filter/cell_filter.h"

#include "pipecore/base/elapsed.h"
#include "pipecore/filter/filter.h"
#include "pipecore/payload/payload.h"
#include "pipecore/session/annotations.h"
#include "rows/pair_finder.h"
#include "rows/payload_text.h"
#include "widgets/formatting.h"

#include <algorithm>

namespace pipescope {

namespace {

using pipecore::Record;

/// Length of a payload's text in a filter.
constexpr std::size_t textLength = 40;
constexpr std::size_t byteLength = 8;
constexpr std::size_t looksAt = 256;

std::string kindFilter(const Record& record)
{
    return "kind == " + std::string(pipecore::wordFor(record.kind()));
}

/// The first significant line of a text; empty if the payload is no text.
std::string firstWords(pipecore::ByteView payload)
{
    const auto encoding = pipecore::guessEncoding(payload);
    if (!isMostlyText(payload, encoding)) {
        return {};
    }
    QString text = decodeText(payload, encoding);
    const auto isEnd = [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::ReplacementCharacter;
    };
    const auto begin = std::find_if_not(text.cbegin(), text.cend(), isEnd);
    const auto end = std::find_if(begin, text.cend(), isEnd);
    text = text.mid(begin - text.cbegin(), end - begin).left(textLength);
    if (!text.isEmpty() && text.back().isHighSurrogate()) {
        text.chop(1);
    }
    return text.toStdString();
}

std::string contentFilter(const Record& record)
{
    if (!record.isMessage()) {
        return kindFilter(record);
    }
    if (record.payload.empty()) {
        return "len == 0";
    }
    if (const std::string words = firstWords(record.payload); !words.empty()) {
        return "text contains " + pipecore::filterString(words);
    }
    const pipecore::ByteView bytes = record.payload;
    return "data startswith "
           + pipecore::filterBytes(bytes.first(std::min(bytes.size(), byteLength)));
}

std::string peerFilter(const Record& record, const LogRows& rows)
{
    const auto peer = rows.peer(record.connection);
    if (!peer) {
        return {};
    }
    if (const std::string image = imageName(*peer); !image.empty()) {
        return "image == " + pipecore::filterString(image);
    }
    return peer->processId ? "pid == " + std::to_string(*peer->processId) : std::string();
}

std::string latencyFilter(const Record& record, const LogRows& rows)
{
    const pipecore::RecordSource* source = rows.source();
    const auto request = source ? knownRequestOf(*source, record.row) : std::nullopt;
    if (!request) {
        return {};
    }
    const auto ns = pipecore::replyTime(source->head(*request).wallNs, record.wallNs);
    return ns ? "latency >= " + std::to_string(*ns) + "ns" : std::string();
}

std::string commentFilter(const Record& record, const LogRows& rows)
{
    const pipecore::RecordSource* source = rows.source();
    if (source == nullptr || source->annotations() == nullptr) {
        return {};
    }
    const std::string comment = source->annotations()->comment(record.row);
    return comment.empty() ? std::string() : "comment == " + pipecore::filterString(comment);
}

std::string filterFor(const Record& record, const LogRows& rows, LogColumn column)
{
    const bool isMessage = record.isMessage();
    switch (column) {
    case LogColumn::Number:
    case LogColumn::Time:
        return record.wallNs == pipecore::noTime ? std::string()
                                                 : "time >= " + pipecore::filterTime(record.wallNs);
    case LogColumn::Connection:
        return record.connection ? "conn == " + std::to_string(record.connection.value)
                                 : std::string();
    case LogColumn::Peer: return peerFilter(record, rows);
    case LogColumn::Direction:
        return isMessage ? std::string(record.message().direction == pipecore::Direction::Sent
                                           ? "dir == out"
                                           : "dir == in")
                         : kindFilter(record);
    case LogColumn::Length:
        return isMessage ? "len == " + std::to_string(record.message().length) : std::string();
    case LogColumn::Latency: return latencyFilter(record, rows);
    case LogColumn::Comment: return commentFilter(record, rows);
    case LogColumn::Preview: break;
    }
    return contentFilter(record);
}

} // namespace

QString cellFilter(const LogRows& rows, quint64 row, LogColumn column)
{
    const auto record = rows.read(row, looksAt);
    return record ? fromCore(filterFor(*record, rows, column)) : QString();
}

QString negatedFilter(const QString& filter)
{
    return QStringLiteral("!(%1)").arg(filter);
}

QString bothFilters(const QString& first, const QString& second)
{
    if (first.trimmed().isEmpty() || second.trimmed().isEmpty()) {
        return first.trimmed().isEmpty() ? second : first;
    }
    const bool mixes = first.contains(QLatin1String("||")) || first.contains(QLatin1String(" or "));
    return (mixes ? QStringLiteral("(%1) && %2") : QStringLiteral("%1 && %2"))
        .arg(first.trimmed(), second);
}

} // namespace pipescope
