#include "pipecore/pcapng/pcapng_reader.h"

#include "pipecore/pcapng/pcapng_format.h"

#include <algorithm>
#include <limits>

namespace pipecore::pcapng {

namespace {

using NanosecondLimits = std::numeric_limits<std::int64_t>;
constexpr std::int64_t secondNs = 1'000'000'000;

/// The part of a second that `ticks` of 1/`unit` are, in nanoseconds, without overflow.
std::int64_t fraction(std::uint64_t ticks, unsigned decimals)
{
    for (; decimals > 9; --decimals) {
        ticks /= 10;
    }
    for (; decimals < 9; ++decimals) {
        ticks *= 10;
    }
    return static_cast<std::int64_t>(ticks);
}

/// `nanoseconds` are less than a second. Only a sum that 64 bits do not hold is cut: a large count of
/// seconds and a large negative offset may well be a time of today.
std::int64_t together(std::uint64_t seconds, std::int64_t offset, std::int64_t nanoseconds)
{
    constexpr std::uint64_t maxSeconds = NanosecondLimits::max() / secondNs;
    constexpr std::int64_t earliest = NanosecondLimits::min() + 1; // the one before is noTime
    const auto distance =
        offset < 0 ? ~static_cast<std::uint64_t>(offset) + 1 : static_cast<std::uint64_t>(offset);
    if (offset >= 0 || seconds >= distance) {
        const std::uint64_t sum = offset < 0 ? seconds - distance : seconds + distance;
        if (sum > maxSeconds || (offset >= 0 && sum < distance)) {
            return NanosecondLimits::max();
        }
        const std::int64_t whole = static_cast<std::int64_t>(sum) * secondNs;
        return nanoseconds > NanosecondLimits::max() - whole ? NanosecondLimits::max()
                                                             : whole + nanoseconds;
    }
    const std::uint64_t before = distance - seconds; // before 1970, at least 1
    if (before - 1 > maxSeconds) {
        return earliest;
    }
    // Counts one second less, so that a value that does not fit by itself fits as the sum.
    const std::int64_t whole = -static_cast<std::int64_t>(before - 1) * secondNs;
    const std::int64_t rest = nanoseconds - secondNs;
    return whole < earliest - rest ? earliest : whole + rest;
}

} // namespace

std::optional<ByteOrder> sectionOrder(ByteView start)
{
    if (start.size() < 12
        || load<std::uint32_t>(start.data(), ByteOrder::Little) != sectionHeaderBlock) {
        return std::nullopt;
    }
    for (const ByteOrder order : {ByteOrder::Little, ByteOrder::Big}) {
        if (load<std::uint32_t>(start.data() + 8, order) == byteOrderMagic) {
            return order;
        }
    }
    return std::nullopt;
}

std::optional<Option> OptionReader::next()
{
    std::optional<Option> option;
    if (m_rest.size() < 4) {
        return option;
    }
    const auto code = load<std::uint16_t>(m_rest.data(), m_order);
    const std::size_t length = load<std::uint16_t>(m_rest.data() + 2, m_order);
    if (code == optionEnd || length > m_rest.size() - 4) {
        return option;
    }
    option.emplace(code, m_rest.subspan(4, length));
    m_rest = m_rest.subspan(std::min<std::size_t>(m_rest.size(), 4 + length + padding(length)));
    return option;
}

bool parsePacketHead(ByteView start, std::uint32_t type, std::uint32_t length, ByteOrder order,
                     std::uint32_t snapLength, PacketHead& head)
{
    head = {};
    const std::byte* bytes = start.data();
    head.optionsEnd = length - 4U;
    if (type == simplePacketBlock) {
        if (length < blockOverhead + 4 || start.size() < 12) {
            return false;
        }
        head.original = load<std::uint32_t>(bytes + 8, order);
        head.captured =
            snapLength == 0 ? head.original : std::min<std::uint64_t>(head.original, snapLength);
        head.dataBegin = 12;
        if (head.captured > head.optionsEnd - head.dataBegin) {
            return false;
        }
        head.optionsBegin = head.optionsEnd; // it has none
        return true;
    }
    if (!isPacketBlock(type) || length < packetHeadSize + 4 || start.size() < packetHeadSize) {
        return false;
    }
    head.interface = type == enhancedPacketBlock ? load<std::uint32_t>(bytes + 8, order)
                                                 : load<std::uint16_t>(bytes + 8, order);
    head.ticks = (std::uint64_t{load<std::uint32_t>(bytes + 12, order)} << 32U)
                 | load<std::uint32_t>(bytes + 16, order);
    head.hasTime = true;
    head.captured = load<std::uint32_t>(bytes + 20, order);
    head.original = load<std::uint32_t>(bytes + 24, order);
    head.dataBegin = packetHeadSize;
    if (head.captured > head.optionsEnd - head.dataBegin) {
        return false;
    }
    head.optionsBegin =
        std::min(head.optionsEnd, head.dataBegin + head.captured + padding(head.captured));
    return true;
}

std::int64_t toNanoseconds(std::uint64_t ticks, std::uint8_t resolution, std::int64_t offset)
{
    constexpr std::uint8_t powerOfTwo = 0x80;
    if (resolution == 9 && offset == 0) {
        // Exact, also before 1970, but for the one that means no time.
        return std::max(static_cast<std::int64_t>(ticks), NanosecondLimits::min() + 1);
    }
    if ((resolution & powerOfTwo) != 0) {
        unsigned bits = resolution & 0x7FU;
        if (bits > 63) {
            return together(0, offset, 0);
        }
        const std::uint64_t seconds = ticks >> bits;
        std::uint64_t part = ticks & ((std::uint64_t{1} << bits) - 1);
        if (bits > 34) { // 34 bits times 10^9 are less than 64 bits
            part >>= bits - 34;
            bits = 34;
        }
        return together(seconds, offset,
                        static_cast<std::int64_t>((part * std::uint64_t{secondNs}) >> bits));
    }
    if (resolution > 19) { // 10^20 is more than 64 bits hold: all timestamps are below a second
        return together(0, offset, 0);
    }
    std::uint64_t unit = 1;
    for (unsigned i = 0; i < resolution; ++i) {
        unit *= 10;
    }
    return together(ticks / unit, offset, fraction(ticks % unit, resolution));
}

std::optional<std::size_t> exportedPduHead(ByteView data)
{
    std::size_t place = 0;
    while (data.size() - place >= 4) {
        const auto tag = load<std::uint16_t>(data.data() + place, ByteOrder::Big);
        const std::size_t length = load<std::uint16_t>(data.data() + place + 2, ByteOrder::Big);
        place += 4;
        if (length > data.size() - place) {
            return std::nullopt;
        }
        place += length;
        if (tag == pduTagEnd) {
            return place;
        }
    }
    return std::nullopt;
}

} // namespace pipecore::pcapng
