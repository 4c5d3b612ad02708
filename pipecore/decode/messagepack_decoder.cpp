#include "decoders.h"
#include "number_text.h"
#include "pipecore/base/bytes.h"
#include "pipecore/base/translatable.h"
#include "pipecore/base/utf8.h"

#include <array>
#include <bit>

namespace pipecore {

namespace {

/// The beginning of a value: its type, how many bytes its head takes, and its number of bytes or
/// elements.
struct ValueHead
{
    enum class Kind {
        Nil,
        False,
        True,
        Unsigned,
        Signed,
        Float,
        Text,
        Binary,
        Array,
        Map,
        Extension
    };
    Kind kind = Kind::Nil;
    std::string_view type;
    std::size_t size = 1;    ///< bytes of the head, with the number
    std::uint64_t count = 0; ///< of bytes or elements; the number itself
};

struct TypeRow
{
    ValueHead::Kind kind;
    std::string_view type;
    std::size_t numberBytes;  ///< behind the first byte
    std::uint64_t fixedCount; ///< for an extension of fixed size
};

using K = ValueHead::Kind;
/// 0xC0 to 0xDF, without 0xC1, which is never used.
constexpr std::array<TypeRow, 32> typeTable = {{
    {K::Nil, "nil", 0, 0},
    {K::Nil, "", 0, 0},
    {K::False, "false", 0, 0},
    {K::True, "true", 0, 0},
    {K::Binary, "bin 8", 1, 0},
    {K::Binary, "bin 16", 2, 0},
    {K::Binary, "bin 32", 4, 0},
    {K::Extension, "ext 8", 1, 0},
    {K::Extension, "ext 16", 2, 0},
    {K::Extension, "ext 32", 4, 0},
    {K::Float, "float 32", 4, 0},
    {K::Float, "float 64", 8, 0},
    {K::Unsigned, "uint 8", 1, 0},
    {K::Unsigned, "uint 16", 2, 0},
    {K::Unsigned, "uint 32", 4, 0},
    {K::Unsigned, "uint 64", 8, 0},
    {K::Signed, "int 8", 1, 0},
    {K::Signed, "int 16", 2, 0},
    {K::Signed, "int 32", 4, 0},
    {K::Signed, "int 64", 8, 0},
    {K::Extension, "fixext 1", 0, 1},
    {K::Extension, "fixext 2", 0, 2},
    {K::Extension, "fixext 4", 0, 4},
    {K::Extension, "fixext 8", 0, 8},
    {K::Extension, "fixext 16", 0, 16},
    {K::Text, "str 8", 1, 0},
    {K::Text, "str 16", 2, 0},
    {K::Text, "str 32", 4, 0},
    {K::Array, "array 16", 2, 0},
    {K::Array, "array 32", 4, 0},
    {K::Map, "map 16", 2, 0},
    {K::Map, "map 32", 4, 0},
}};
constexpr unsigned tableStart = 0xC0;
constexpr unsigned neverUsed = 0xC1;

std::uint64_t loadNumber(const std::byte* bytes, std::size_t size)
{
    switch (size) {
    case 1: return load<std::uint8_t>(bytes, ByteOrder::Big);
    case 2: return load<std::uint16_t>(bytes, ByteOrder::Big);
    case 4: return load<std::uint32_t>(bytes, ByteOrder::Big);
    default: return load<std::uint64_t>(bytes, ByteOrder::Big);
    }
}

class MessagePackReader
{
public:
    MessagePackReader(const Slice& slice, TreeBuilder& tree) : m_slice(slice), m_tree(tree) {}

    bool readAll()
    {
        for (std::size_t index = 0; m_at < m_slice.bytes.size(); ++index) {
            if (!readValue(itemName(index))) {
                return false;
            }
        }
        return true;
    }

private:
    [[nodiscard]] std::size_t place() const { return m_slice.base + m_at; }
    [[nodiscard]] std::size_t left() const { return m_slice.bytes.size() - m_at; }

    /// Reads the head at m_at and moves behind it. The value's bytes come next.
    bool readHead(ValueHead& head)
    {
        if (left() == 0) {
            return m_tree.unexpectedEnd(m_slice, place());
        }
        const auto first = std::to_integer<unsigned>(m_slice.bytes[m_at]);
        if (first == neverUsed) {
            return m_tree.fail(place(), 1, PIPECORE_TR("Decode", "invalid MessagePack byte C1"));
        }
        if (first < 0x80) {
            head = {K::Unsigned, "positive fixint", 1, first};
        } else if (first < 0x90) {
            head = {K::Map, "fixmap", 1, first & 0x0FU};
        } else if (first < 0xA0) {
            head = {K::Array, "fixarray", 1, first & 0x0FU};
        } else if (first < tableStart) {
            head = {K::Text, "fixstr", 1, first & 0x1FU};
        } else if (first >= 0xE0) {
            head = {K::Signed, "negative fixint", 1, static_cast<std::uint64_t>(first) - 256};
        } else {
            const TypeRow& row = typeTable[first - tableStart];
            if (left() - 1 < row.numberBytes) {
                return m_tree.unexpectedEnd(m_slice, place());
            }
            head = {row.kind, row.type, 1 + row.numberBytes, row.fixedCount};
            if (row.numberBytes > 0) {
                head.count = loadNumber(&m_slice.bytes[m_at + 1], row.numberBytes);
            }
        }
        m_at += head.size;
        return true;
    }

    bool readValue(std::string name)
    {
        const std::size_t start = m_at;
        ValueHead head;
        if (!readHead(head)) {
            return false;
        }
        switch (head.kind) {
        case K::Array: return readArray(std::move(name), head, start);
        case K::Map: return readMap(std::move(name), head, start);
        case K::Text:
        case K::Binary: return readBytes(std::move(name), head, start);
        case K::Extension: return readExtension(std::move(name), head, start);
        case K::Nil:
        case K::False:
        case K::True:
            return m_tree.add(
                wordField(std::move(name), head.type, head.type, m_slice.base + start, head.size));
        default:
            return m_tree.add(numberField(std::move(name), spell(head), head.type,
                                          m_slice.base + start, head.size));
        }
    }

    static std::string spell(const ValueHead& head)
    {
        switch (head.kind) {
        case K::Float:
            return head.size == 5 ? floatText(static_cast<std::uint32_t>(head.count))
                                  : doubleText(head.count);
        case K::Signed: {
            // The number takes as many bytes as the head has; its highest bit is the sign.
            const std::size_t bits = head.size == 1 ? 64 : (head.size - 1) * 8;
            const std::size_t shift = 64 - bits;
            return std::to_string(static_cast<std::int64_t>(head.count << shift) >> shift);
        }
        default: return std::to_string(head.count);
        }
    }

    bool readArray(std::string name, const ValueHead& head, std::size_t start)
    {
        if (!m_tree.open(
                groupField(std::move(name), head.type, m_slice.base + start, FieldKind::List))) {
            return false;
        }
        // Each turn takes a byte at least, or ends: a count that lies costs nothing.
        for (std::uint64_t index = 0; index < head.count; ++index) {
            if (!readValue(itemName(index))) {
                return false;
            }
        }
        m_tree.close(place());
        return true;
    }

    bool readMap(std::string name, const ValueHead& head, std::size_t start)
    {
        if (!m_tree.open(groupField(std::move(name), head.type, m_slice.base + start))) {
            return false;
        }
        for (std::uint64_t index = 0; index < head.count; ++index) {
            if (!readEntry(index)) {
                return false;
            }
        }
        m_tree.close(place());
        return true;
    }

    bool readEntry(std::uint64_t index)
    {
        const std::size_t start = m_at;
        ValueHead key;
        if (!readHead(key)) {
            return false;
        }
        switch (key.kind) {
        case K::Text:
            if (key.count <= left()) {
                const std::string_view text = asText(m_slice.bytes.subspan(m_at, key.count));
                m_at += key.count;
                return readValue(shortened(text, m_tree.limits().valueBytes));
            }
            break;
        case K::Unsigned:
        case K::Signed:
        case K::Float: return readValue(spell(key));
        default: break;
        }
        // A key that is not said in a word: shown with its value below the entry.
        m_at = start;
        if (!m_tree.open(groupField(itemName(index), "entry", place())) || !readValue("key")
            || !readValue("value")) {
            return false;
        }
        m_tree.close(place());
        return true;
    }

    bool readBytes(std::string name, const ValueHead& head, std::size_t start)
    {
        if (head.count > left()) {
            return m_tree.unexpectedEnd(m_slice, m_slice.base + start);
        }
        const ByteView bytes = m_slice.bytes.subspan(m_at, head.count);
        m_at += head.count;
        Field field = head.kind == K::Text ? textField({}, asText(bytes), head.type, 0, 0)
                                           : bytesField({}, bytes, head.type, 0);
        field.name = std::move(name);
        field.offset = m_slice.base + start;
        field.length = m_at - start;
        const std::size_t bad =
            head.kind == K::Text ? findInvalidUtf8(asText(bytes)) : std::string_view::npos;
        return m_tree.add(std::move(field))
               && (bad == std::string_view::npos
                   || m_tree.error(m_slice.base + start + head.size + bad, 1,
                                   PIPECORE_TR("Decode", "invalid UTF-8 byte")));
    }

    bool readExtension(std::string name, const ValueHead& head, std::size_t start)
    {
        if (left() == 0 || head.count > left() - 1) {
            return m_tree.unexpectedEnd(m_slice, m_slice.base + start);
        }
        const auto type = static_cast<std::int8_t>(m_slice.bytes[m_at]);
        const std::size_t typePlace = place();
        ++m_at;
        const ByteView bytes = m_slice.bytes.subspan(m_at, head.count);
        if (!m_tree.open(groupField(std::move(name), head.type, m_slice.base + start))
            || !m_tree.add(numberField("type", std::to_string(type), "int 8", typePlace, 1))) {
            return false;
        }
        constexpr std::int8_t timestamp = -1;
        Field data = bytesField("data", bytes, {}, place());
        if (type == timestamp) {
            if (auto time = timeOf(bytes)) {
                data.kind = FieldKind::Text;
                data.value = std::move(*time);
                data.type = "timestamp";
            }
        }
        if (!m_tree.add(std::move(data))) {
            return false;
        }
        m_at += head.count;
        m_tree.close(place());
        return true;
    }

    /// The three forms of the timestamp extension.
    static std::optional<std::string> timeOf(ByteView bytes)
    {
        constexpr unsigned secondBits = 34;
        switch (bytes.size()) {
        case 4: return timeText(load<std::uint32_t>(bytes.data(), ByteOrder::Big), 0);
        case 8: {
            const auto both = load<std::uint64_t>(bytes.data(), ByteOrder::Big);
            return timeText(static_cast<std::int64_t>(both & ((1ULL << secondBits) - 1)),
                            static_cast<std::uint32_t>(both >> secondBits));
        }
        case 12:
            return timeText(
                static_cast<std::int64_t>(load<std::uint64_t>(bytes.data() + 4, ByteOrder::Big)),
                load<std::uint32_t>(bytes.data(), ByteOrder::Big));
        default: return std::nullopt;
        }
    }

    const Slice& m_slice;
    TreeBuilder& m_tree;
    std::size_t m_at = 0;
};

} // namespace

bool readMessagePack(const Slice& slice, TreeBuilder& tree)
{
    return MessagePackReader(slice, tree).readAll();
}

} // namespace pipecore
