#include "pipecore/decode/hpack.h"

#include <algorithm>
#include <array>

namespace pipecore {

namespace hpack {

namespace {

/// RFC 7541, appendix A, from number 1 on.
constexpr std::pair<std::string_view, std::string_view> standardFields[] = {
    {":authority", ""},
    {":method", "GET"},
    {":method", "POST"},
    {":path", "/"},
    {":path", "/index.html"},
    {":scheme", "http"},
    {":scheme", "https"},
    {":status", "200"},
    {":status", "204"},
    {":status", "206"},
    {":status", "304"},
    {":status", "400"},
    {":status", "404"},
    {":status", "500"},
    {"accept-charset", ""},
    {"accept-encoding", "gzip, deflate"},
    {"accept-language", ""},
    {"accept-ranges", ""},
    {"accept", ""},
    {"access-control-allow-origin", ""},
    {"age", ""},
    {"allow", ""},
    {"authorization", ""},
    {"cache-control", ""},
    {"content-disposition", ""},
    {"content-encoding", ""},
    {"content-language", ""},
    {"content-length", ""},
    {"content-location", ""},
    {"content-range", ""},
    {"content-type", ""},
    {"cookie", ""},
    {"date", ""},
    {"etag", ""},
    {"expect", ""},
    {"expires", ""},
    {"from", ""},
    {"host", ""},
    {"if-match", ""},
    {"if-modified-since", ""},
    {"if-none-match", ""},
    {"if-range", ""},
    {"if-unmodified-since", ""},
    {"last-modified", ""},
    {"link", ""},
    {"location", ""},
    {"max-forwards", ""},
    {"proxy-authenticate", ""},
    {"proxy-authorization", ""},
    {"range", ""},
    {"referer", ""},
    {"refresh", ""},
    {"retry-after", ""},
    {"server", ""},
    {"set-cookie", ""},
    {"strict-transport-security", ""},
    {"transfer-encoding", ""},
    {"user-agent", ""},
    {"vary", ""},
    {"via", ""},
    {"www-authenticate", ""},
};

constexpr std::size_t symbols = 257; // all bytes, and the end
constexpr std::size_t endSymbol = 256;
constexpr std::size_t maxBits = 30;

// clang-format off
/// RFC 7541, appendix B: bits of the code of each byte. The codes of one length are consecutive numbers in the
/// order of the bytes, so that the lengths say them all.
constexpr std::uint8_t codeBits[symbols] = {
    13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 30,
    28, 28, 28, 28, 28, 28, 28, 28, 28, 6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6,
    5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 8, 15, 6, 12, 10, 13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
    7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6, 15, 5, 6, 5, 6, 5, 6, 6, 6, 5,
    7, 7, 6, 6, 6, 5, 6, 7, 6, 5, 5, 6, 7, 7, 7, 7, 7, 15, 11, 14, 13, 28, 20, 22, 20, 20, 22,
    22, 22, 23, 22, 23, 23, 23, 23, 23, 24, 23, 24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23,
    22, 23, 23, 24, 22, 21, 20, 22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22,
    21, 23, 22, 23, 23, 20, 22, 22, 22, 23, 22, 22, 23, 26, 26, 20, 19, 22, 23, 22, 25, 26, 26,
    26, 27, 27, 26, 24, 25, 19, 21, 26, 27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27, 27, 20,
    24, 20, 21, 22, 21, 21, 23, 22, 22, 25, 25, 24, 24, 26, 23, 26, 27, 26, 26, 27, 27, 27, 27,
    27, 28, 27, 27, 27, 27, 27, 26, 30,
};
// clang-format on

/// The symbols in the order of their codes, and where the codes of each length are.
struct HuffmanCode
{
    std::array<std::uint16_t, symbols> order{};
    std::array<std::uint32_t, maxBits + 1> first{}; ///< code of each length
    std::array<std::uint16_t, maxBits + 1> begin{}; ///< its place in `order`
    std::array<std::uint16_t, maxBits + 1> count{};
};

consteval HuffmanCode makeCode()
{
    HuffmanCode code;
    std::uint32_t next = 0;
    std::uint16_t at = 0;
    for (std::size_t bits = 1; bits <= maxBits; ++bits) {
        next <<= 1U;
        code.first[bits] = next;
        code.begin[bits] = at;
        for (std::uint16_t symbol = 0; symbol < symbols; ++symbol) {
            if (codeBits[symbol] == bits) {
                code.order[at++] = symbol;
                ++code.count[bits];
                ++next;
            }
        }
    }
    return code;
}

constexpr HuffmanCode huffman = makeCode();

} // namespace

} // namespace hpack

std::optional<HpackTable::Entry> HpackTable::find(std::uint64_t index) const
{
    constexpr std::size_t standard = std::size(hpack::standardFields);
    if (index == 0) {
        return std::nullopt;
    }
    if (index <= standard) {
        const auto& [name, value] = hpack::standardFields[index - 1];
        return Entry(name, value);
    }
    const std::uint64_t place = index - standard - 1;
    return place < m_added.size() ? std::optional(m_added[static_cast<std::size_t>(place)])
                                  : std::nullopt;
}

void HpackTable::add(Entry entry)
{
    constexpr std::size_t maxBytes = std::size_t{64} * 1024; // peers agree on 4 KiB mostly
    constexpr std::size_t bytesPerEntry = 32;                // RFC 7541, 4.1
    m_bytes += entry.first.size() + entry.second.size() + bytesPerEntry;
    m_added.push_front(std::move(entry));
    while (m_bytes > maxBytes) {
        const Entry& last = m_added.back();
        m_bytes -= last.first.size() + last.second.size() + bytesPerEntry;
        m_added.pop_back();
    }
}

std::optional<std::uint64_t> HpackReader::number(unsigned prefix)
{
    const std::uint64_t max = (1U << prefix) - 1;
    constexpr unsigned maxShift = 28;
    std::uint64_t value = 0;
    // The first byte, and then seven bits of each.
    for (unsigned shift = 0; !m_rest.empty() && shift <= maxShift + 7; shift += 7) {
        const auto byte = std::to_integer<std::uint64_t>(m_rest.front());
        m_rest = m_rest.subspan(1);
        if (shift == 0) {
            value = byte & max;
            if (value < max) {
                return value;
            }
            continue;
        }
        value += (byte & 0x7FU) << (shift - 7);
        if (byte < 0x80) {
            return value;
        }
    }
    return std::nullopt;
}

std::optional<std::string> HpackReader::text()
{
    const bool isHuffman = !m_rest.empty() && (m_rest.front() & std::byte{0x80}) != std::byte{0};
    const auto length = number(7);
    if (!length || *length > m_rest.size()) {
        return std::nullopt;
    }
    const ByteView bytes = m_rest.first(static_cast<std::size_t>(*length));
    m_rest = m_rest.subspan(bytes.size());
    return isHuffman ? huffmanText(bytes) : std::optional(std::string(asText(bytes)));
}

std::optional<HpackReader::HeaderField> HpackReader::field(unsigned first)
{
    constexpr unsigned indexed = 0x80;
    constexpr unsigned added = 0x40;
    const bool isIndexed = (first & indexed) != 0;
    const bool isAdded = !isIndexed && (first & added) != 0;
    const auto index = number(isIndexed ? 7 : isAdded ? 6 : 4);
    if (!index) {
        return std::nullopt;
    }
    HeaderField field{.entry = {}, .isAdded = isAdded};
    if (isIndexed || *index != 0) {
        auto known = m_table.find(*index);
        if (!known) {
            return std::nullopt;
        }
        field.entry = std::move(*known);
    } else if (auto name = text()) {
        field.entry.first = std::move(*name);
    } else {
        return std::nullopt;
    }
    if (!isIndexed) {
        auto value = text();
        if (!value) {
            return std::nullopt;
        }
        field.entry.second = std::move(*value);
    }
    return field;
}

std::optional<HpackReader::HeaderField> HpackReader::next()
{
    constexpr unsigned tableSize = 0x20;
    constexpr unsigned kind = 0xE0;
    while (m_isGood && !m_rest.empty()) {
        const auto first = std::to_integer<unsigned>(m_rest.front());
        if ((first & kind) != tableSize) {
            auto read = field(first);
            m_isGood = read.has_value();
            return read;
        }
        m_isGood = number(5).has_value();
    }
    return std::nullopt;
}

std::optional<std::string> huffmanText(ByteView bytes)
{
    std::string text;
    std::uint32_t code = 0;
    std::size_t bits = 0;
    for (const std::byte byte : bytes) {
        for (unsigned bit = 8; bit-- > 0;) {
            code = code << 1U | (std::to_integer<std::uint32_t>(byte) >> bit & 1U);
            ++bits;
            const std::uint32_t place = code - hpack::huffman.first[bits];
            if (code >= hpack::huffman.first[bits] && place < hpack::huffman.count[bits]) {
                const std::uint16_t symbol =
                    hpack::huffman.order[hpack::huffman.begin[bits] + place];
                if (symbol == hpack::endSymbol) {
                    return std::nullopt;
                }
                text += static_cast<char>(symbol);
                code = 0;
                bits = 0;
            } else if (bits == hpack::maxBits) {
                return std::nullopt;
            }
        }
    }
    // The last byte is filled up with ones.
    constexpr std::size_t maxFill = 7;
    const bool isFill = code == (std::uint32_t{1} << bits) - 1;
    return bits <= maxFill && isFill ? std::optional(text) : std::nullopt;
}

} // namespace pipecore
