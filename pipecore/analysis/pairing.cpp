#include "pipecore/analysis/pairing.h"

namespace pipecore {

std::optional<std::uint64_t> RequestTracker::next(std::uint64_t row,
                                                  const RecordSource::RowHead& head)
{
    if (head.kind != RecordKind::Message) {
        if (head.kind == RecordKind::Disconnected) {
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
    return before.asks && !head.asks ? std::optional(before.row) : std::nullopt;
}

std::optional<std::uint64_t> requestOf(const RecordSource& source, std::uint64_t row,
                                       std::uint64_t mostRows)
{
    const RecordSource::RowHead head = source.head(row);
    if (head.kind != RecordKind::Message || head.asks) {
        return std::nullopt;
    }
    const std::uint64_t first = row > mostRows ? row - mostRows : 0;
    for (std::uint64_t before = row; before > first;) {
        --before;
        const RecordSource::RowHead other = source.head(before);
        if (other.kind == RecordKind::Message && other.connection == head.connection) {
            return other.asks ? std::optional(before) : std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace pipecore
