#include "checksum.h"

#include "number_bytes.h"
#include "pipecore/base/translatable.h"

#include <algorithm>
#include <array>

namespace pipecore {

namespace {

using Kind = Checksum::Kind;

/// In the order of Checksum::Kind.
constexpr ChecksumInfo kindTable[] = {
    {Kind::Sum8, "sum8", 1},
    {Kind::Xor8, "xor8", 1},
    {Kind::Sum16, "sum16", 2},
    {Kind::Fletcher16, "fletcher16", 2},
    {Kind::Crc16Ccitt, "crc16-ccitt", 2},
    {Kind::Crc16Xmodem, "crc16-xmodem", 2},
    {Kind::Crc16Modbus, "crc16-modbus", 2},
    {Kind::Adler32, "adler32", 4},
    {Kind::Crc32, "crc32", 4},
    {Kind::Crc32c, "crc32c", 4},
};

constexpr std::uint32_t castagnoli = 0x82F63B78;
constexpr std::uint32_t ethernet = 0xEDB88320;
constexpr std::uint32_t modbus = 0xA001;

/// Table of a CRC whose lowest bit comes first.
template <std::uint32_t polynomial>
constexpr std::array<std::uint32_t, 256> reflectedTable()
{
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t byte = 0; byte < table.size(); ++byte) {
        std::uint32_t value = byte;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value >> 1U) ^ ((value & 1U) != 0 ? polynomial : 0);
        }
        table[byte] = value;
    }
    return table;
}

template <std::uint32_t polynomial>
std::uint32_t reflectedCrc(ByteView bytes, std::uint32_t value)
{
    static constexpr auto table = reflectedTable<polynomial>();
    for (const std::byte byte : bytes) {
        value = (value >> 8U) ^ table[(value ^ std::to_integer<std::uint32_t>(byte)) & 0xFFU];
    }
    return value;
}

std::uint32_t ccitt(ByteView bytes, std::uint32_t value)
{
    for (const std::byte byte : bytes) {
        value ^= std::to_integer<std::uint32_t>(byte) << 8U;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value << 1U) ^ ((value & 0x8000U) != 0 ? 0x1021U : 0U);
        }
        value &= 0xFFFFU;
    }
    return value;
}

std::uint32_t twoSums(ByteView bytes, std::uint32_t first, std::uint32_t modulus,
                      std::uint32_t shift)
{
    std::uint32_t second = 0;
    for (const std::byte byte : bytes) {
        first = (first + std::to_integer<std::uint32_t>(byte)) % modulus;
        second = (second + first) % modulus;
    }
    return second << shift | first;
}

std::uint32_t sumOf(ByteView bytes)
{
    std::uint32_t sum = 0;
    for (const std::byte byte : bytes) {
        sum += std::to_integer<std::uint32_t>(byte);
    }
    return sum;
}

std::uint64_t compute(Kind kind, ByteView bytes)
{
    constexpr std::uint32_t adlerModulus = 65521;
    switch (kind) {
    case Kind::Sum8: return sumOf(bytes) & 0xFFU;
    case Kind::Sum16: return sumOf(bytes) & 0xFFFFU;
    case Kind::Xor8: {
        std::byte value{};
        for (const std::byte byte : bytes) {
            value ^= byte;
        }
        return std::to_integer<std::uint64_t>(value);
    }
    case Kind::Fletcher16: return twoSums(bytes, 0, 255, 8);
    case Kind::Adler32: return twoSums(bytes, 1, adlerModulus, 16);
    case Kind::Crc16Ccitt: return ccitt(bytes, 0xFFFF);
    case Kind::Crc16Xmodem: return ccitt(bytes, 0);
    case Kind::Crc16Modbus: return reflectedCrc<modbus>(bytes, 0xFFFF);
    case Kind::Crc32: return ~reflectedCrc<ethernet>(bytes, ~0U);
    case Kind::Crc32c: return ~reflectedCrc<castagnoli>(bytes, ~0U);
    }
    return 0;
}

/// Where the sum and its range are in one frame.
struct Places
{
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t at = 0;
};

std::int64_t fromStart(std::int64_t place, std::int64_t size)
{
    return place < 0 ? place + size : place;
}

std::optional<Places> placesIn(const Checksum& checksum, ByteView frame)
{
    const auto size = static_cast<std::int64_t>(frame.size());
    const auto width = static_cast<std::int64_t>(checksumWidth(checksum));
    const std::int64_t at = fromStart(checksum.at.value_or(-width), size);
    const std::int64_t from = fromStart(checksum.from, size);
    const std::int64_t to = checksum.to ? fromStart(*checksum.to, size) : at > from ? at : size;
    if (at < 0 || at + width > size || from < 0 || to < from || to > size
        || (from < at + width && at < to)) {
        return std::nullopt;
    }
    return Places{static_cast<std::size_t>(from), static_cast<std::size_t>(to),
                  static_cast<std::size_t>(at)};
}

Phrase outside()
{
    return {PIPECORE_TR("Decode", "no checksum: its range or place is outside of the frame"), {}};
}

} // namespace

std::span<const ChecksumInfo> checksumKinds()
{
    return kindTable;
}

std::size_t checksumWidth(const Checksum& checksum)
{
    return kindTable[static_cast<std::size_t>(checksum.kind)].width;
}

bool isAtEnd(const Checksum& checksum)
{
    return !checksum.at || *checksum.at == -static_cast<std::int64_t>(checksumWidth(checksum));
}

std::optional<Phrase> checkSum(const Checksum& checksum, ByteView frame)
{
    const auto places = placesIn(checksum, frame);
    if (!places) {
        return outside();
    }
    const std::size_t width = checksumWidth(checksum);
    const std::uint64_t found = loadNumber(frame.subspan(places->at, width), checksum.order);
    const std::uint64_t right =
        compute(checksum.kind, frame.subspan(places->from, places->to - places->from));
    if (found == right) {
        return std::nullopt;
    }
    return Phrase{PIPECORE_TR("Decode", "wrong checksum: %1, expected %2"),
                  {hexNumber(found, width), hexNumber(right, width)}};
}

Result<CorrectedSum> writeSum(const Checksum& checksum, Bytes& frame)
{
    const auto places = placesIn(checksum, frame);
    if (!places) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail",
                         "The frame is too short for the range or the place of its checksum."),
             {}});
    }
    const auto sum = std::span(frame).subspan(places->at, checksumWidth(checksum));
    CorrectedSum corrected;
    corrected.before = loadNumber(sum, checksum.order);
    corrected.after =
        compute(checksum.kind, ByteView(frame).subspan(places->from, places->to - places->from));
    storeNumber(sum, corrected.after, checksum.order);
    return corrected;
}

} // namespace pipecore
