#include "pipecore/session/row_index.h"

namespace pipecore {

namespace {

constexpr unsigned kindShift = 48;
constexpr unsigned directionShift = 52;
constexpr unsigned splitShift = 53;

} // namespace

std::size_t RowIndex::TrackHash::operator()(const Track& track) const noexcept
{
    std::uint64_t hash = track.connection.value * 0x9E3779B97F4A7C15U;
    hash ^= track.endpoint.value + (hash >> 29U);
    hash = hash * 0xBF58476D1CE4E5B9U + track.interface;
    return static_cast<std::size_t>(hash ^ (hash >> 32U));
}

RowIndex::Row RowIndex::row(std::uint64_t index) const
{
    const std::uint64_t word = m_words[index];
    Row row;
    row.offset = word & maximumOffset;
    row.kind = static_cast<RecordKind>((word >> kindShift) & 0xFU);
    row.direction = ((word >> directionShift) & 1U) != 0 ? Direction::Sent : Direction::Received;
    row.split = ((word >> splitShift) & 1U) != 0;
    row.track = m_tracks[m_tracksOfRows[index]];
    return row;
}

std::uint32_t RowIndex::addInterface(const InterfaceInfo& info)
{
    const std::uint32_t number = addedInterfaces();
    return m_interfaces.append(info) ? number : number - 1;
}

std::uint32_t RowIndex::trackFor(const Track& track)
{
    const auto number = static_cast<std::uint32_t>(m_tracks.appended());
    const auto [entry, isNew] = m_trackNumbers.try_emplace(track, number);
    if (isNew && !m_tracks.append(track)) {
        m_trackNumbers.erase(entry);
        return number - 1;
    }
    return entry->second;
}

void RowIndex::addRow(std::uint64_t offset, RecordKind kind, Direction direction, bool split,
                      std::uint32_t track)
{
    const std::uint64_t word =
        (offset & maximumOffset) | (static_cast<std::uint64_t>(kind) << kindShift)
        | (static_cast<std::uint64_t>(direction == Direction::Sent) << directionShift)
        | (static_cast<std::uint64_t>(split) << splitShift);
    // Both have room for the same number of rows.
    static_cast<void>(m_words.append(word) && m_tracksOfRows.append(track));
}

void RowIndex::publish()
{
    // The rows' own count goes last: whoever sees it sees everything that a row refers to.
    m_interfaces.publish();
    m_tracks.publish();
    m_words.publish();
    m_tracksOfRows.publish();
}

void RowIndex::publishWithoutRows()
{
    m_passedRows = addedRows();
    m_interfaces.publish();
    m_tracks.publish();
    m_words.rollback();
    m_tracksOfRows.rollback();
}

void RowIndex::rollback()
{
    m_interfaces.rollback();
    m_words.rollback();
    m_tracksOfRows.rollback();
    if (m_tracks.appended() != m_tracks.size()) {
        m_tracks.rollback();
        const std::uint64_t kept = m_tracks.size();
        std::erase_if(m_trackNumbers, [kept](const auto& entry) { return entry.second >= kept; });
    }
}

} // namespace pipecore
