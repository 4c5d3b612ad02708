// HTTP/2 (RFC 9113): the preface and frames; header fields (RFC 7541) as far as a payload says them; gRPC's
// messages in the data.
#include "decoders.h"
#include "field_reader.h"
#include "pipecore/base/translatable.h"
#include "pipecore/decode/hpack.h"

#include <algorithm>
#include <array>

namespace pipecore {

namespace http2 {

namespace {

constexpr std::string_view preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
constexpr std::size_t headSize = 9;

enum FrameType : std::uint8_t {
    Data,
    Headers,
    Priority,
    RstStream,
    Settings,
    PushPromise,
    Ping,
    GoAway,
    WindowUpdate,
    Continuation,
};

constexpr std::uint8_t flagAck = 0x1;
constexpr std::uint8_t flagEndHeaders = 0x4;
constexpr std::uint8_t flagPadded = 0x8;
constexpr std::uint8_t flagPriority = 0x20;

template <std::size_t Size>
std::string_view nameIn(const std::string_view (&names)[Size], std::uint64_t index)
{
    return index < Size ? names[index] : std::string_view();
}

std::string_view frameName(std::uint8_t type)
{
    constexpr std::string_view names[] = {"DATA",          "HEADERS",      "PRIORITY", "RST_STREAM",
                                          "SETTINGS",      "PUSH_PROMISE", "PING",     "GOAWAY",
                                          "WINDOW_UPDATE", "CONTINUATION"};
    return nameIn(names, type);
}

std::string_view settingName(std::uint16_t id)
{
    constexpr std::string_view names[] = {"",
                                          "HEADER_TABLE_SIZE",
                                          "ENABLE_PUSH",
                                          "MAX_CONCURRENT_STREAMS",
                                          "INITIAL_WINDOW_SIZE",
                                          "MAX_FRAME_SIZE",
                                          "MAX_HEADER_LIST_SIZE",
                                          "",
                                          "ENABLE_CONNECT_PROTOCOL"};
    return nameIn(names, id);
}

std::string_view errorName(std::uint32_t code)
{
    constexpr std::string_view names[] = {"NO_ERROR",
                                          "PROTOCOL_ERROR",
                                          "INTERNAL_ERROR",
                                          "FLOW_CONTROL_ERROR",
                                          "SETTINGS_TIMEOUT",
                                          "STREAM_CLOSED",
                                          "FRAME_SIZE_ERROR",
                                          "REFUSED_STREAM",
                                          "CANCEL",
                                          "COMPRESSION_ERROR",
                                          "CONNECT_ERROR",
                                          "ENHANCE_YOUR_CALM",
                                          "INADEQUATE_SECURITY",
                                          "HTTP_1_1_REQUIRED"};
    return nameIn(names, code);
}

/// The flags that a type of frame has; the others mean nothing.
std::array<std::string_view, 6> flagNames(std::uint8_t type)
{
    std::array<std::string_view, 6> names{};
    const bool isAcknowledged = type == Settings || type == Ping;
    if (type == Data || type == Headers || isAcknowledged) {
        names[0] = isAcknowledged ? "ACK" : "END_STREAM";
    }
    if (type == Headers || type == PushPromise || type == Continuation) {
        names[2] = "END_HEADERS";
    }
    if (type == Data || type == Headers || type == PushPromise) {
        names[3] = "PADDED";
    }
    names[5] = type == Headers ? "PRIORITY" : "";
    return names;
}

/// A block of header fields.
class HeaderBlock
{
public:
    HeaderBlock(FieldReader& reader, HpackTable& table) : m_reader(reader), m_table(table) {}

    void read()
    {
        while (m_reader.hasMore()) {
            const auto first = m_reader.peek<std::uint8_t>();
            if ((first & 0x80U) != 0) {
                readIndexed();
            } else if ((first & 0xC0U) == 0x40) {
                readLiteral(6, true, "literal, indexed");
            } else if ((first & 0xE0U) == 0x20) {
                readTableSize();
            } else {
                readLiteral(4, false, (first & 0x10U) != 0 ? "literal, never indexed" : "literal");
            }
        }
    }
    /// "POST /x" or "200"; empty when no field says it.
    [[nodiscard]] std::string summary() const
    {
        return !m_status.empty()                    ? m_status
               : m_method.empty() || m_path.empty() ? m_method + m_path
                                                    : m_method + ' ' + m_path;
    }

private:
    /// A number whose first byte has `prefix` bits of it; moves `at` behind it. Reports a mistake.
    std::optional<std::uint64_t> number(unsigned prefix, std::size_t& at)
    {
        if (!m_reader.has(at + 1)) {
            return std::nullopt;
        }
        const std::uint64_t max = (1U << prefix) - 1;
        std::uint64_t value = std::to_integer<std::uint64_t>(m_reader.rest()[at++]) & max;
        if (value < max) {
            return value;
        }
        constexpr unsigned maxShift = 28;
        for (unsigned shift = 0; shift <= maxShift; shift += 7) {
            if (!m_reader.has(at + 1)) {
                return std::nullopt;
            }
            const auto byte = std::to_integer<std::uint64_t>(m_reader.rest()[at++]);
            value += (byte & 0x7FU) << shift;
            if (byte < 0x80) {
                return value;
            }
        }
        m_reader.fail(at, PIPECORE_TR("Decode", "invalid number"));
        return std::nullopt;
    }

    /// A text after its length.
    std::optional<std::string> text(std::size_t& at)
    {
        if (!m_reader.has(at + 1)) {
            return std::nullopt;
        }
        const bool isHuffman = (std::to_integer<unsigned>(m_reader.rest()[at]) & 0x80U) != 0;
        const auto length = number(7, at);
        if (!length || !m_reader.has(at + *length)) {
            return std::nullopt;
        }
        const ByteView bytes = m_reader.rest().subspan(at, static_cast<std::size_t>(*length));
        at += bytes.size();
        if (!isHuffman) {
            return std::string(asText(bytes));
        }
        auto decoded = huffmanText(bytes);
        if (!decoded) {
            m_reader.fail(at, PIPECORE_TR("Decode", "invalid Huffman code"));
        }
        return decoded;
    }

    void readIndexed()
    {
        std::size_t size = 0;
        const auto index = number(7, size);
        if (!index) {
            return;
        }
        if (const auto entry = m_table.find(*index)) {
            add(*entry, size, "indexed");
        } else {
            addUnknown(*index, size);
        }
    }

    void readLiteral(unsigned prefix, bool isAdded, std::string_view type)
    {
        std::size_t size = 0;
        const auto index = number(prefix, size);
        if (!index) {
            return;
        }
        HpackTable::Entry entry;
        if (*index == 0) {
            auto name = text(size);
            if (!name) {
                return;
            }
            entry.first = std::move(*name);
        } else if (auto known = m_table.find(*index)) {
            entry.first = std::move(known->first);
        } else {
            entry.first = unknownName(*index);
        }
        auto value = text(size);
        if (!value) {
            return;
        }
        entry.second = std::move(*value);
        add(entry, size, type);
        if (isAdded) {
            m_table.add(std::move(entry));
        }
    }

    void readTableSize()
    {
        std::size_t size = 0;
        if (const auto bytes = number(5, size)) {
            m_reader.spelled("table size", std::to_string(*bytes), size, "update",
                             FieldKind::Number);
        }
    }

    static std::string unknownName(std::uint64_t index) { return '#' + std::to_string(index); }

    void addUnknown(std::uint64_t index, std::size_t size)
    {
        m_reader.spelled(unknownName(index), "set by an earlier header block", size, "indexed",
                         FieldKind::Word);
    }

    void add(const HpackTable::Entry& entry, std::size_t size, std::string_view type)
    {
        m_reader.spelled(entry.first, entry.second, size, type);
        if (entry.first == ":status") {
            m_status = entry.second;
        } else if (entry.first == ":method") {
            m_method = entry.second;
        } else if (entry.first == ":path") {
            m_path = entry.second;
        }
    }

    FieldReader& m_reader;
    HpackTable& m_table;
    std::string m_status;
    std::string m_method;
    std::string m_path;
};

/// Reads one frame after the other, with the header fields that the blocks before have named.
class FrameReader
{
public:
    explicit FrameReader(FieldReader& reader) : m_reader(reader) {}

    void read(std::size_t index)
    {
        m_reader.open(itemName(index), "frame");
        if (!m_reader.has(headSize)) {
            return;
        }
        const std::uint32_t length = m_reader.peek<std::uint32_t>() >> 8U;
        m_reader.spelled("length", std::to_string(length), 3, "u24", FieldKind::Number);
        const auto type = m_reader.named<std::uint8_t>("type", frameName);
        const auto flags = m_reader.peek<std::uint8_t>();
        m_reader.flags<std::uint8_t>("flags", flagNames(type));
        const std::uint32_t stream = m_reader.number<std::uint32_t>("stream") & 0x7FFFFFFFU;
        FieldReader payload(m_reader, length);
        std::string summary(frameName(type));
        if (const std::string about = readPayload(payload, type, flags); !about.empty()) {
            summary += ' ' + about;
        }
        payload.bytes("rest", payload.left());
        payload.endPart();
        m_reader.summarize(stream == 0 ? summary : summary + ", stream " + std::to_string(stream));
        m_reader.close();
    }

private:
    /// Returns what the summary says about it.
    std::string readPayload(FieldReader& payload, std::uint8_t type, std::uint8_t flags)
    {
        switch (type) {
        case Data: readPadded(payload, flags, type); return {};
        case Headers:
        case PushPromise:
        case Continuation: return readPadded(payload, flags, type);
        case Priority: readPriority(payload); return {};
        case RstStream: payload.named<std::uint32_t>("error code", errorName); return {};
        case Settings:
            while (payload.hasMore()) {
                readSetting(payload);
            }
            return (flags & flagAck) != 0 ? "ACK" : "";
        case Ping: payload.bytes("data", 8); return (flags & flagAck) != 0 ? "ACK" : "";
        case GoAway:
            payload.number<std::uint32_t>("last stream");
            payload.named<std::uint32_t>("error code", errorName);
            payload.textOrBytes("debug data", payload.left());
            return {};
        case WindowUpdate: payload.number<std::uint32_t>("increment"); return {};
        default: return {};
        }
    }

    std::string readPadded(FieldReader& payload, std::uint8_t flags, std::uint8_t type)
    {
        std::size_t padding = 0;
        if ((flags & flagPadded) != 0 && type != Continuation) {
            padding = payload.number<std::uint8_t>("pad length");
        }
        if (padding > payload.wholeLeft()) {
            payload.fail(0, PIPECORE_TR("Decode", "padding exceeds the frame"));
            return {};
        }
        std::string about;
        {
            FieldReader content(payload, payload.wholeLeft() - padding);
            if (type == Data) {
                readData(content);
            } else {
                about = readHeaders(content, flags, type);
            }
            content.endPart();
        }
        payload.bytes("padding", padding);
        return about;
    }

    std::string readHeaders(FieldReader& content, std::uint8_t flags, std::uint8_t type)
    {
        if (type == Headers && (flags & flagPriority) != 0) {
            readPriority(content);
        } else if (type == PushPromise) {
            content.number<std::uint32_t>("promised stream");
        }
        if (type == Continuation || (flags & flagEndHeaders) == 0) {
            // A field may be in two frames.
            content.bytes("part of a header block, not decoded", content.left());
            return {};
        }
        HeaderBlock block(content, m_table);
        block.read();
        return block.summary();
    }

    static void readPriority(FieldReader& reader)
    {
        reader.number<std::uint32_t>("depends on");
        reader.number<std::uint8_t>("weight");
    }

    static void readSetting(FieldReader& reader)
    {
        const auto id = reader.peek<std::uint16_t>();
        reader.open(settingName(id).empty() ? std::to_string(id) : std::string(settingName(id)),
                    "setting");
        reader.named<std::uint16_t>("identifier", settingName);
        const auto value = reader.number<std::uint32_t>("value");
        reader.summarize(std::to_string(value));
        reader.close();
    }

    /// Messages of gRPC, when the data are whole ones; text or bytes otherwise.
    static void readData(FieldReader& reader)
    {
        if (!isGrpc(reader.rest())) {
            reader.textOrBytes("data", reader.left());
            return;
        }
        for (std::size_t index = 0; reader.hasMore(); ++index) {
            reader.open("message" + itemName(index), "gRPC");
            const auto compressed = reader.number<std::uint8_t>("compressed");
            const auto length = reader.number<std::uint32_t>("length");
            if (compressed == 0 && length > 0 && length <= reader.left()
                && isProtobuf(reader.rest().first(length), false)) {
                reader.nested("message", "Protocol Buffers", length, readProtobuf);
            } else {
                reader.textOrBytes("message", length);
            }
            reader.close();
        }
    }

    static bool isGrpc(ByteView data)
    {
        constexpr std::size_t prefix = 5;
        bool any = false;
        while (data.size() >= prefix && std::to_integer<unsigned>(data[0]) <= 1) {
            const auto length = load<std::uint32_t>(&data[1], ByteOrder::Big);
            if (length > data.size() - prefix) {
                return false;
            }
            data = data.subspan(prefix + length);
            any = true;
        }
        return any && data.empty();
    }

    FieldReader& m_reader;
    HpackTable m_table;
};

} // namespace

} // namespace http2

bool isHttp2(ByteView bytes)
{
    if (asText(bytes).starts_with(http2::preface)) {
        return true;
    }
    // The first frame of a server: settings, on stream 0.
    return bytes.size() >= http2::headSize && bytes[3] == std::byte{http2::Settings}
           && load<std::uint32_t>(&bytes[5], ByteOrder::Big) == 0 && bytes[4] <= std::byte{1}
           && (load<std::uint32_t>(bytes.data(), ByteOrder::Big) >> 8U) % 6 == 0;
}

bool readHttp2(const Slice& slice, TreeBuilder& tree)
{
    FieldReader reader(slice, tree);
    http2::FrameReader frames(reader);
    for (std::size_t index = 0; reader.hasMore() || (index == 0 && reader.has(1)); ++index) {
        const std::string_view rest = asText(reader.rest());
        const std::string_view begin = rest.substr(0, http2::preface.size());
        if (begin.starts_with("PRI") && http2::preface.starts_with(begin)) {
            reader.spelled("preface", begin.substr(0, begin.find('\r')), http2::preface.size(),
                           "text");
        } else {
            frames.read(index);
        }
    }
    return reader.isGood();
}

} // namespace pipecore
