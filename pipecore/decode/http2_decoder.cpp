// HTTP/2 (RFC 9113): the preface and frames; header fields (RFC 7541) as far as a payload says them; gRPC's
// messages in the data.
#include "decoders.h"
#include "field_reader.h"
#include "header_block.h"
#include "http2_frame.h"
#include "pipecore/base/translatable.h"
#include "pipecore/decode/http2_calls.h"
#include "pipecore/decode/proto_types.h"
#include "proto_values.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pipecore {

namespace http2 {

namespace {

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
        m_stream = stream;
        const std::string onStream = stream == 0 ? "" : ", stream " + std::to_string(stream);
        std::string summary(frameName(type));
        m_reader.summarize(summary + onStream); // also of a frame with a mistake in it
        if (const std::string about = readPayload(payload, type, flags); !about.empty()) {
            summary += ' ' + about;
        }
        payload.bytes("rest", payload.left());
        payload.endPart();
        m_reader.summarize(summary + onStream);
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

    /// Messages of gRPC, when the data are whole ones or belong to a call of the user's types; text or bytes
    /// otherwise.
    void readData(FieldReader& reader)
    {
        const DecodeContext& context = reader.tree().context();
        const std::string path = context.calls != nullptr ? context.calls->pathOf(m_stream) : "";
        const ProtoMethod* const method =
            context.types != nullptr && !path.empty() ? context.types->method(path) : nullptr;
        if (std::exchange(m_beginsInside, false) && method != nullptr) {
            reader.bytes("part of a message that an earlier frame begins", reader.left());
            return;
        }
        if (!isGrpc(reader.rest(), method != nullptr)) {
            reader.textOrBytes("data", reader.left());
            return;
        }
        const ProtoMessage* const type = method == nullptr                  ? nullptr
                                         : context.sender == Sender::Client ? method->request
                                                                            : method->reply;
        for (std::size_t index = 0; reader.hasMore(); ++index) {
            reader.open("message" + itemName(index), grpcType);
            if (!path.empty()) {
                reader.spelled("method", path, 0, "call");
            }
            readMessage(reader, type);
            reader.close();
        }
    }

    static void readMessage(FieldReader& reader, const ProtoMessage* type)
    {
        const auto compressed = reader.number<std::uint8_t>("compressed");
        const auto length = reader.number<std::uint32_t>("length");
        if (type != nullptr && compressed == 0) {
            reader.summarize(type->name);
            readTyped(reader, type, length);
        } else if (compressed == 0 && length > 0 && length <= reader.left()
                   && isProtobuf(reader.rest().first(length), false)) {
            reader.nested("message", protobufType, length, readProtobuf);
        } else {
            reader.textOrBytes("message", length);
        }
    }

    /// A message that the frame has only the beginning of is shown as far as it goes.
    static void readTyped(FieldReader& reader, const ProtoMessage* type, std::uint32_t length)
    {
        const auto read = [type](const Slice& slice, TreeBuilder& tree) {
            return readProtobufMessage(slice, tree, type);
        };
        if (length <= reader.left()) {
            reader.nested("message", protobufType, length, read);
            return;
        }
        const std::size_t left = reader.left();
        reader.nested("message", protobufType, left,
                      [&read](const Slice& slice, TreeBuilder& tree) {
                          const Slice begun{slice.bytes, slice.base, true};
                          return read(begun, tree) && tree.unexpectedEnd(begun, slice.base);
                      });
    }

    /// Whether the data are messages with their lengths; with `mayGoOn`, the last may end in a later frame.
    static bool isGrpc(ByteView data, bool mayGoOn)
    {
        constexpr std::size_t prefix = 5;
        bool any = false;
        while (data.size() >= prefix && std::to_integer<unsigned>(data[0]) <= 1) {
            const auto length = load<std::uint32_t>(&data[1], ByteOrder::Big);
            if (length > data.size() - prefix) {
                return mayGoOn;
            }
            data = data.subspan(prefix + length);
            any = true;
        }
        return any && data.empty();
    }

    FieldReader& m_reader;
    HpackTable m_table;
    std::uint32_t m_stream = 0; ///< of the frame
    bool m_beginsInside = m_reader.tree().context().beginsInside;
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
