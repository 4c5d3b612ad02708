#include "pipecore/analysis/message_role.h"

#include "json_members.h"
#include "stream_roles.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
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

/// Behind header lines with a length, or the length in four bytes, if there are some.
ByteView withoutHead(ByteView payload)
{
    constexpr std::string_view begin = "Content-";
    constexpr std::string_view emptyLine = "\r\n\r\n";
    constexpr std::size_t lengthSize = 4;
    const std::string_view text = asText(payload);
    if (text.starts_with(begin)) {
        const std::size_t end = text.find(emptyLine);
        return payload.subspan(end == text.npos ? 0 : end + emptyLine.size());
    }
    if (payload.size() < lengthSize) {
        return payload;
    }
    const std::size_t size = payload.size() - lengthSize;
    const bool isLength = load<std::uint32_t>(payload.data(), ByteOrder::Big) == size
                          || load<std::uint32_t>(payload.data(), ByteOrder::Little) == size;
    return payload.subspan(isLength ? lengthSize : 0);
}

/// JSON in UTF-16LE, with a question mark for all that is not ASCII; empty when it is none.
std::string narrowed(ByteView bytes)
{
    if (bytes.size() < 4 || (bytes[0] != std::byte{'{'} && bytes[0] != std::byte{'['})
        || bytes[1] != std::byte{0}) {
        return {};
    }
    std::string text;
    for (std::size_t place = 0; place + 1 < bytes.size(); place += 2) {
        const auto unit = load<std::uint16_t>(&bytes[place], ByteOrder::Little);
        text += unit < 0x80 ? static_cast<char>(unit) : '?';
    }
    return text;
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

/// Line of D-Bus' authentication, which comes before the messages: answers are in order.
MessageRole dbusLineRole(ByteView bytes, bool asks)
{
    constexpr std::string_view lineEnd = "\r\n";
    constexpr std::size_t maxLine = 1024;
    std::string_view line = asText(bytes);
    if (line.size() > maxLine || !line.ends_with(lineEnd)) {
        return {};
    }
    line.remove_suffix(lineEnd.size());
    const auto isAny = [&line](std::initializer_list<std::string_view> words) {
        return std::ranges::any_of(words, [&line](std::string_view word) {
            return line.starts_with(word)
                   && (line.size() == word.size() || line[word.size()] == ' ');
        });
    };
    if (!asks) {
        const bool isAnswer = isAny({"OK", "DATA", "REJECTED", "ERROR", "AGREE_UNIX_FD"});
        return isAnswer ? MessageRole{.part = Part::Reply} : MessageRole{};
    }
    if (isAny({"AUTH EXTERNAL", "AUTH ANONYMOUS", "AUTH DBUS_COOKIE_SHA1"})) {
        return {.part = Part::Request, .isCertain = true};
    }
    if (isAny({"BEGIN"})) {
        return {.part = Part::Event};
    }
    const bool isQuestion = isAny({"DATA", "CANCEL", "NEGOTIATE_UNIX_FD"});
    return isQuestion ? MessageRole{.part = Part::Request} : MessageRole{};
}

/// A length, the number of a stream, a type and flags; streams of clients are odd.
MessageRole ttrpcRole(ByteView bytes)
{
    constexpr std::size_t headSize = 10;
    constexpr unsigned maxFlags = 7;
    enum Type : std::uint8_t { Request = 1, Response, Data };
    if (bytes.size() < headSize
        || load<std::uint32_t>(bytes.data(), ByteOrder::Big) != bytes.size() - headSize
        || at(bytes, 8) < Request || at(bytes, 8) > Data || at(bytes, 9) > maxFlags) {
        return {};
    }
    const auto stream = load<std::uint32_t>(&bytes[4], ByteOrder::Big);
    if (stream % 2 == 0) {
        return {};
    }
    if (at(bytes, 8) == Data) {
        return {.part = Part::Event, .isCertain = true};
    }
    return {.part = at(bytes, 8) == Request ? Part::Request : Part::Reply,
            .id = idOf(stream),
            .isCertain = true};
}

/// A mark, a length and a type in the order of the machine; types of events have the highest bit.
MessageRole i3Role(ByteView bytes, bool asks)
{
    constexpr std::string_view mark = "i3-ipc";
    constexpr std::size_t headSize = 14;
    if (bytes.size() < headSize || !asText(bytes).starts_with(mark)) {
        return {};
    }
    const std::size_t size = bytes.size() - headSize;
    const bool isBig = load<std::uint32_t>(&bytes[6], ByteOrder::Little) != size
                       && load<std::uint32_t>(&bytes[6], ByteOrder::Big) == size;
    const auto type = load<std::uint32_t>(&bytes[10], isBig ? ByteOrder::Big : ByteOrder::Little);
    constexpr unsigned eventBit = 31;
    return {.part = (type >> eventBit) != 0 ? Part::Event
                    : asks                  ? Part::Request
                                            : Part::Reply,
            .isCertain = true};
}

/// Opcode and length, low byte first, then JSON with a "nonce" that replies repeat.
MessageRole discordRole(ByteView bytes, bool asks)
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
                return {.part = asks ? Part::Request : Part::Reply,
                        .id = std::string(plainText(member->value)),
                        .isCertain = true};
            }
        }
    }
    return {.part = Part::Event, .isCertain = true};
}

} // namespace

struct RoleReader::Streams
{
    std::optional<Http2Roles> http2; ///< from its preface on
    RedisRoles redis;
};

RoleReader::RoleReader(Direction asking) : m_asking(asking), m_streams(std::make_unique<Streams>())
{}

RoleReader::~RoleReader() = default;

MessageRole RoleReader::read(ByteView payload, Direction direction)
{
    if (payload.empty()) {
        return {};
    }
    if (asText(payload).starts_with(Http2Roles::preface)) {
        m_streams->http2.emplace(direction);
        payload = payload.subspan(Http2Roles::preface.size());
    }
    if (m_streams->http2) {
        return m_streams->http2->read(payload, direction);
    }
    const bool asks = direction == m_asking;
    for (const auto& roleOf : {dceRpcRole, dbusRole, ttrpcRole}) {
        if (MessageRole role = roleOf(payload); role.part != Part::Unknown) {
            return role;
        }
    }
    for (const auto& roleOf : {dbusLineRole, discordRole, i3Role}) {
        if (MessageRole role = roleOf(payload, asks); role.part != Part::Unknown) {
            return role;
        }
    }
    const ByteView content = withoutHead(payload);
    if (MessageRole role = messagePackRole(content); role.part != Part::Unknown) {
        return role;
    }
    const std::string narrow = narrowed(content);
    const std::string_view text = narrow.empty() ? asText(content) : narrow;
    if (MessageRole role = http1Role(text); role.part != Part::Unknown) {
        return role;
    }
    if (MessageRole role = jsonRole(text); role.part != Part::Unknown) {
        return role;
    }
    return m_streams->redis.read(asText(payload), asks);
}

} // namespace pipecore
