#include "pipecore/session/row_index.h"

#include "pipecore/base/byte_buffer.h"

#include <cassert>
#include <utility>

namespace pipecore {

namespace {

// A packed row is two numbers, in memory one behind the other, lowest byte first:
//   64 bits: time (40), offset (24)
//   56 bits: length (23), track (24), kind (6), direction, split, continues (1 each)
// Time is the difference from the group's in nanoseconds and `timeBias`; offset is the difference from
// the group's in units of four bytes, which all blocks are multiples of. Time 0 marks a row that does
// not fit: offset and length are the number of its spilled one then.
constexpr unsigned timeBits = 40;
constexpr unsigned offsetBits = 24;
constexpr unsigned lengthBits = 23;
constexpr unsigned trackBits = 24;
constexpr unsigned kindBits = 6;
static_assert(timeBits + offsetBits == 64 && lengthBits + trackBits + kindBits + 3 == 56);
static_assert(1U << kindBits == RowIndex::maxKinds);
static_assert(RowIndex::bytesPerRow <= 16);

constexpr unsigned trackShift = lengthBits;
constexpr unsigned kindShift = trackShift + trackBits;
constexpr unsigned directionShift = kindShift + kindBits;
constexpr unsigned splitShift = directionShift + 1;
constexpr unsigned continuesShift = splitShift + 1;

constexpr std::uint64_t timeBias = std::uint64_t{1} << (timeBits - 1);
constexpr std::uint64_t spilledTime = 0;
constexpr std::uint64_t offsetUnit = 4;

constexpr std::uint64_t low(std::uint64_t value, unsigned bits)
{
    return value & ((std::uint64_t{1} << bits) - 1);
}

struct Words
{
    std::uint64_t first = 0;
    std::uint64_t second = 0; ///< 56 bits
};

// The last byte of the first number is read, and written again, with the second.
constexpr std::size_t secondPlace = 7;

template <typename Packed>
Words unpack(const Packed& packed)
{
    static_assert(sizeof(Packed) == secondPlace + sizeof(std::uint64_t));
    return {.first = load<std::uint64_t>(packed.data(), ByteOrder::Little),
            .second = load<std::uint64_t>(packed.data() + secondPlace, ByteOrder::Little) >> 8U};
}

/// Reads in place: a copy would wait until both numbers, which overlap, are written.
void pack(const Words& words, std::byte* place)
{
    storeLittle(place, words.first);
    storeLittle(place + secondPlace, (words.second << 8U) | (words.first >> 56U));
}

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
    const Words words = unpack(m_rows[index]);
    const std::uint64_t time = low(words.first, timeBits);
    const std::uint64_t offset = words.first >> timeBits;
    const std::uint64_t length = low(words.second, lengthBits);
    Row row;
    row.kind = static_cast<RecordKind>(low(words.second >> kindShift, kindBits));
    row.direction =
        low(words.second >> directionShift, 1) != 0 ? Direction::Sent : Direction::Received;
    row.split = low(words.second >> splitShift, 1) != 0;
    row.continues = low(words.second >> continuesShift, 1) != 0;
    if (time == spilledTime) [[unlikely]] {
        const SpilledRow& spilled = m_spilled[(length << offsetBits) | offset];
        row.offset = spilled.offset;
        row.wallNs = spilled.wallNs;
        row.length = spilled.length;
        row.track = spilled.track;
        return row;
    }
    const Group& group = m_groups[index / groupRows];
    row.offset = group.offset + offset * offsetUnit;
    row.wallNs =
        static_cast<std::int64_t>(static_cast<std::uint64_t>(group.wallNs) + time - timeBias);
    row.length = length;
    row.track = static_cast<std::uint32_t>(low(words.second >> trackShift, trackBits));
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

void RowIndex::addRow(const Row& row)
{
    assert(std::to_underlying(row.kind) < maxKinds);
    const std::uint64_t number = m_rows.appended();
    PackedRow* const place = m_spilled.isFull() ? nullptr : m_rows.append();
    if (place == nullptr) {
        return;
    }
    if (number % groupRows == 0) {
        m_group = {.offset = row.offset, .wallNs = row.wallNs};
        static_cast<void>(m_groups.append(m_group));
    }
    // Differences may be anything, also negative ones: those are too large for their bits then.
    const std::uint64_t time = static_cast<std::uint64_t>(row.wallNs)
                               - static_cast<std::uint64_t>(m_group.wallNs) + timeBias;
    const std::uint64_t distance = row.offset - m_group.offset;
    const std::uint64_t tooMuch = (time >> timeBits) | (distance / offsetUnit >> offsetBits)
                                  | (distance % offsetUnit) | (row.length >> lengthBits)
                                  | (std::uint64_t{row.track} >> trackBits);
    Words words;
    words.second =
        (static_cast<std::uint64_t>(row.kind) << kindShift)
        | (static_cast<std::uint64_t>(row.direction == Direction::Sent) << directionShift)
        | (static_cast<std::uint64_t>(row.split) << splitShift)
        | (static_cast<std::uint64_t>(row.continues) << continuesShift);
    if (tooMuch == 0 && time != spilledTime) [[likely]] {
        words.first = time | (distance / offsetUnit << timeBits);
        words.second |= row.length | (std::uint64_t{row.track} << trackShift);
    } else {
        const std::uint64_t spilled = m_spilled.appended();
        static_cast<void>(m_spilled.append({.offset = row.offset,
                                            .wallNs = row.wallNs,
                                            .length = row.length,
                                            .track = row.track}));
        words.first = spilledTime | (spilled << timeBits);
        words.second |= spilled >> offsetBits;
    }
    pack(words, place->data());
}

void RowIndex::publish()
{
    m_interfaces.publish();
    m_tracks.publish();
    m_groups.publish();
    m_spilled.publish();
    // Published last: everything that a visible row refers to is visible, too.
    m_rows.publish();
}

void RowIndex::publishWithoutRows()
{
    m_passedRows = addedRows();
    m_interfaces.publish();
    m_tracks.publish();
    rollbackRows();
}

void RowIndex::rollbackRows()
{
    m_groups.rollback();
    m_spilled.rollback();
    m_rows.rollback();
    if (const std::uint64_t rows = m_rows.appended(); rows % groupRows != 0) {
        m_group = m_groups[rows / groupRows];
    }
}

void RowIndex::rollback()
{
    m_interfaces.rollback();
    rollbackRows();
    if (m_tracks.appended() != m_tracks.size()) {
        m_tracks.rollback();
        const std::uint64_t kept = m_tracks.size();
        std::erase_if(m_trackNumbers, [kept](const auto& entry) { return entry.second >= kept; });
    }
}

} // namespace pipecore
