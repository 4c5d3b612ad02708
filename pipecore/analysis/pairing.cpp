#include "pipecore/analysis/pairing.h"

#include <algorithm>

namespace pipecore {

namespace {

/// The rule. `asks` is what two messages do that follow each other on a connection.
constexpr bool isAnswer(bool beforeAsks, bool asks)
{
    return beforeAsks && !asks;
}

bool isEnd(const RecordSource::RowHead& head)
{
    return head.kind == RecordKind::Disconnected;
}

} // namespace

std::optional<std::uint64_t> RequestTracker::next(std::uint64_t row,
                                                  const RecordSource::RowHead& head)
{
    if (head.kind != RecordKind::Message) {
        if (isEnd(head)) {
            m_last.erase(
                head.connection); // it says nothing more, and there may be millions of them
            m_recentLast = nullptr;
        }
        return std::nullopt;
    }
    if (m_recentLast == nullptr || m_recent != head.connection) {
        const auto [entry, isNew] =
            m_last.try_emplace(head.connection, Last{.row = row, .asks = head.asks});
        m_recent = head.connection;
        m_recentLast = &entry->second; // stays where it is as long as it is not erased
        if (isNew) {
            return std::nullopt;
        }
    }
    const Last before = *m_recentLast;
    *m_recentLast = {.row = row, .asks = head.asks};
    return isAnswer(before.asks, head.asks) ? std::optional(before.row) : std::nullopt;
}

std::optional<std::uint64_t> requestOf(const RecordSource& source, std::uint64_t row,
                                       std::uint64_t maxRows)
{
    const RecordSource::RowHead head = source.head(row);
    if (head.kind != RecordKind::Message || head.asks) {
        return std::nullopt;
    }
    const std::uint64_t first = row > maxRows ? row - maxRows : 0;
    for (std::uint64_t before = row; before > first;) {
        --before;
        const RecordSource::RowHead other = source.head(before);
        if (other.connection != head.connection) {
            continue;
        }
        if (other.kind == RecordKind::Message) {
            return isAnswer(other.asks, head.asks) ? std::optional(before) : std::nullopt;
        }
        if (isEnd(other)) {
            break;
        }
    }
    return std::nullopt;
}

std::optional<std::uint64_t> replyOf(const RecordSource& source, std::uint64_t row,
                                     std::uint64_t maxRows)
{
    const RecordSource::RowHead head = source.head(row);
    if (head.kind != RecordKind::Message || !head.asks) {
        return std::nullopt;
    }
    const std::uint64_t left = source.rowCount() - row - 1;
    const std::uint64_t last = row + std::min(left, maxRows);
    for (std::uint64_t next = row + 1; next <= last; ++next) {
        const RecordSource::RowHead other = source.head(next);
        if (other.connection != head.connection) {
            continue;
        }
        if (other.kind == RecordKind::Message) {
            return isAnswer(head.asks, other.asks) ? std::optional(next) : std::nullopt;
        }
        if (isEnd(other)) {
            break;
        }
    }
    return std::nullopt;
}

} // namespace pipecore
