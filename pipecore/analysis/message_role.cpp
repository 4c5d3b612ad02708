#include "pipecore/analysis/message_role.h"

#include "json_members.h"

#include <algorithm>
#include <string_view>

namespace pipecore {

namespace {

using Part = MessageRole::Part;

unsigned at(ByteView bytes, std::size_t place)
{
    return std::to_integer<unsigned>(bytes[place]);
}

std::string idOf(std::uint64_t number)
{
    return std::to_string(number);
}

/// Behind header lines with a length, if there are some.
std::string_view afterHeaders(std::string_view text)
{
    constexpr std::string_view begin = "Content-";
    constexpr std::string_view emptyLine = "\r\n\r\n";
    const std::size_t end = text.starts_with(begin) ? text.find(emptyLine) : text.npos;
    return end == text.npos ? text : text.substr(end + emptyLine.size());
}

MessageRole http1Role(std::string_view text)
{
    constexpr std::string_view version = "HTTP/1.";
    constexpr std::size_t maxLine = 64 * 1024;
    const std::string_view line = text.substr(0, std::min(text.find("\r\n"), maxLine));
    if (line.starts_with(version)) {
        constexpr std::size_t statusAt = std::string_view("HTTP/1.1 ").size();
        const std::string_view status = line.substr(std::min(line.size(), statusAt), 3);
        if (status.size() < 3 || status.front() < '1' || status.front() > '9') {
            return {};
        }
        const bool isInterim = status.front() == '1' && status != "101";
        return {.part = isInterim ? Part::Event : Part::Reply, .isCertain = true};
    }
    const std::size_t space = line.find(' ');
    const std::string_view method = line.substr(0, std::min(space, line.size()));
    const bool isRequest =
        line.size() > version.size() + 2 && space != line.npos && space > 0
        && line.substr(line.size() - version.size() - 1).starts_with(version)
        && std::ranges::all_of(method, [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; });
    return isRequest ? MessageRole{.part = Part::Request, .isCertain = true} : MessageRole{};
}

/// [0, id, method, arguments], [1, id, error, result], [2, method, arguments].
MessageRole messagePackRole(ByteView bytes)
{
    constexpr unsigned arrayOf = 0x90;
    if (bytes.size() < 4) {
        return {};
    }
    const unsigned items = at(bytes, 0) - arrayOf;
    const unsigned type = at(bytes, 1);
    if (items == 3 && type == 2 && (at(bytes, 2) & 0xE0U) == 0xA0U) {
        return {.part = Part::Event};
    }
    if (items != 4 || type > 1) {
        return {};
    }
    // Unsigned numbers: 0 to 127, or in 1, 2, 4 or 8 bytes.
    const unsigned first = at(bytes, 2);
    constexpr unsigned inOneByte = 0xCC;
    const std::size_t width = first < 0x80 ? 0
                              : first >= inOneByte && first <= inOneByte + 3
                                  ? std::size_t{1} << (first - inOneByte)
                                  : bytes.size();
    if (3 + width >= bytes.size()) {
        return {};
    }
    std::uint64_t id = width == 0 ? first : 0;
    for (std::size_t i = 0; i < width; ++i) {
        id = id << 8U | at(bytes, 3 + i);
    }
    return {.part = type == 0 ? Part::Request : Part::Reply, .id = idOf(id), .isCertain = true};
}

/// The header of a PDU (DCE 1.1, chapter 12).
MessageRole dceRpcRole(ByteView bytes)
{
    constexpr std::size_t headerSize = 16;
    if (bytes.size() < headerSize || at(bytes, 0) != 5 || at(bytes, 1) > 1) {
        return {};
    }
    const ByteOrder order = (at(bytes, 4) & 0xF0U) == 0x10U ? ByteOrder::Little : ByteOrder::Big;
    const auto size = load<std::uint16_t>(&bytes[8], order);
    if (size < headerSize || size > bytes.size()) {
        return {};
    }
    const std::string id = idOf(load<std::uint32_t>(&bytes[12], order));
    const bool isFirst = (at(bytes, 3) & 1U) != 0;
    enum Type : std::uint8_t {
        Request,
        Response = 2,
        Fault,
        Bind = 11,
        BindAck,
        BindNak,
        Alter,
        Altered,
        Auth3,
        Shutdown,
        Cancel,
        Orphaned,
    };
    switch (at(bytes, 2)) {
    case Request:
    case Bind:
    case Alter: return {.part = Part::Request, .id = id, .isMore = !isFirst, .isCertain = true};
    case Response:
    case Fault:
    case BindAck:
    case BindNak:
    case Altered: return {.part = isFirst ? Part::Reply : Part::Event, .id = id, .isCertain = true};
    case Auth3:
    case Shutdown:
    case Cancel:
    case Orphaned: return {.part = Part::Event, .isCertain = true};
    default: return {};
    }
}

/// Header fields of a D-Bus message: an array of structures of a byte and a variant.
std::optional<std::uint32_t> dbusReplySerial(ByteView bytes, ByteOrder order)
{
    constexpr std::size_t fieldsAt = 16;
    constexpr unsigned replySerial = 5;
    const std::size_t end =
        std::min<std::size_t>(bytes.size(), fieldsAt + load<std::uint32_t>(&bytes[12], order));
    // Code, length of the signature, signature, zero byte: then the value, aligned.
    for (std::size_t place = fieldsAt; place + 8 <= end;) {
        const unsigned code = at(bytes, place);
        const unsigned type = at(bytes, place + 2);
        if (at(bytes, place + 1) != 1) {
            return std::nullopt;
        }
        place += 4;
        if (type == 'u') {
            if (code == replySerial) {
                return load<std::uint32_t>(&bytes[place], order);
            }
            place += 4;
        } else if (type == 's' || type == 'o') {
            const std::uint64_t length = load<std::uint32_t>(&bytes[place], order);
            if (length >= end) {
                return std::nullopt;
            }
            place += 4 + static_cast<std::size_t>(length) + 1;
        } else if (type == 'g') {
            place += std::size_t{1} + at(bytes, place) + 1;
        } else {
            return std::nullopt;
        }
        place = (place + 7) / 8 * 8;
    }
    return std::nullopt;
}

MessageRole dbusRole(ByteView bytes)
{
    constexpr std::size_t headSize = 16;
    if (bytes.size() < headSize || (bytes[0] != std::byte{'l'} && bytes[0] != std::byte{'B'})
        || at(bytes, 3) != 1) {
        return {};
    }
    const ByteOrder order = bytes[0] == std::byte{'l'} ? ByteOrder::Little : ByteOrder::Big;
    enum Type : std::uint8_t { Call = 1, Return, Error, Signal };
    constexpr unsigned noReply = 1;
    switch (at(bytes, 1)) {
    case Call:
        if ((at(bytes, 2) & noReply) != 0) {
            return {.part = Part::Event, .isCertain = true};
        }
        return {.part = Part::Request,
                .id = idOf(load<std::uint32_t>(&bytes[8], order)),
                .isCertain = true};
    case Return:
    case Error:
        if (const auto serial = dbusReplySerial(bytes, order)) {
            return {.part = Part::Reply, .id = idOf(*serial), .isCertain = true};
        }
        return {};
    case Signal: return {.part = Part::Event, .isCertain = true};
    default: return {};
    }
}

/// Opcode and length, low byte first, then JSON with a "nonce" that replies repeat.
MessageRole discordRole(ByteView bytes)
{
    constexpr std::size_t headSize = 8;
    if (bytes.size() < headSize + 2 || bytes[headSize] != std::byte{'{'}) {
        return {};
    }
    const auto code = load<std::uint32_t>(bytes.data(), ByteOrder::Little);
    const auto size = load<std::uint32_t>(&bytes[4], ByteOrder::Little);
    enum Opcode : std::uint8_t { Handshake, Message, Close, Ping, Pong };
    if (code > Pong || size != bytes.size() - headSize) {
        return {};
    }
    if (code == Ping || code == Pong) {
        return {
            .part = code == Ping ? Part::Request : Part::Reply, .id = "ping", .isCertain = true};
    }
    if (code == Message) {
        JsonMembers members(asText(bytes.subspan(headSize)));
        while (const auto member = members.next()) {
            if (member->key == "nonce" && !plainText(member->value).empty()) {
                return {.part = Part::Named,
                        .id = std::string(plainText(member->value)),
                        .isCertain = true};
            }
        }
    }
    return {.part = Part::Event, .isCertain = true};
}

} // namespace

MessageRole RoleReader::read(ByteView payload, Direction direction)
{
    constexpr std::string_view preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    if (payload.empty()) {
        return {};
    }
    const std::string_view text = asText(payload);
    if (text.starts_with(preface)) {
        m_http2Client = direction;
        return http2(payload.subspan(preface.size()), direction);
    }
    if (m_http2Client) {
        return http2(payload, direction);
    }
    for (const auto& roleOf : {dceRpcRole, dbusRole, messagePackRole, discordRole}) {
        if (MessageRole role = roleOf(payload); role.part != Part::Unknown) {
            return role;
        }
    }
    const std::string_view content = afterHeaders(text);
    if (const MessageRole role = http1Role(content); role.part != Part::Unknown) {
        return role;
    }
    return jsonRole(content);
}

/// Frames of nine bytes and a payload; the first HEADERS of each side begin a stream's request and reply.
MessageRole RoleReader::http2(ByteView frames, Direction direction)
{
    constexpr std::size_t headSize = 9;
    constexpr unsigned headers = 1;
    while (frames.size() >= headSize) {
        const std::size_t size =
            std::size_t{at(frames, 0)} << 16U | std::size_t{at(frames, 1)} << 8U | at(frames, 2);
        const std::uint32_t stream = load<std::uint32_t>(&frames[5], ByteOrder::Big) & 0x7FFF'FFFFU;
        if (at(frames, 3) == headers) {
            if (direction != *m_http2Client) {
                return {.part = Part::Reply, .id = idOf(stream), .isCertain = true};
            }
            if (stream > m_lastStream) {
                m_lastStream = stream;
                return {.part = Part::Request, .id = idOf(stream), .isCertain = true};
            }
        }
        frames = frames.subspan(std::min(frames.size(), headSize + size));
    }
    return {.part = Part::Event, .isCertain = true};
}

} // namespace pipecore
