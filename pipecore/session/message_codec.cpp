#include "pipecore/session/message_codec.h"

#include "comment_codec.h"
#include "pipecore/pcapng/pcapng_format.h"
#include "pipecore/pcapng/pcapng_writer.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace pipecore {

namespace {

constexpr std::size_t pduHeadSize = 12;

constexpr std::array<std::byte, pduHeadSize> pduHead(std::string_view dissector)
{
    std::array<std::byte, pduHeadSize> head{};
    head[1] = std::byte{pcapng::pduTagDissector};
    head[3] = static_cast<std::byte>(dissector.size());
    for (std::size_t i = 0; i < 4; ++i) {
        head[4 + i] = static_cast<std::byte>(dissector[i]);
    }
    return head; // the end tag and its length are zeros
}

constexpr auto dataHead = pduHead("data");
constexpr auto jsonHead = pduHead("json");
static_assert(partSize + pduHeadSize <= pcapng::maxPacketSize);

/// Comments that hold the sizes: `fragments=65536x16,12`, more than one when they are many.
void addFragments(std::vector<std::string>& comments, std::span<const std::uint32_t> sizes)
{
    constexpr std::size_t maxListLength = 60'000;
    sizes = sizes.first(std::min(sizes.size(), maxFragments));
    std::string list;
    const auto flush = [&] {
        if (!list.empty()) {
            comments.push_back(CommentWriter().word("fragments", list).take());
        }
        list.clear();
    };
    for (std::size_t i = 0; i < sizes.size();) {
        std::size_t end = i;
        while (end < sizes.size() && sizes[end] == sizes[i]) {
            ++end;
        }
        if (!list.empty()) {
            list += ',';
        }
        list += std::to_string(sizes[i]);
        if (end - i > 1) {
            list += "x" + std::to_string(end - i);
        }
        i = end;
        if (list.size() > maxListLength) {
            flush();
        }
    }
    flush();
}

/// The usual origin of a message: received from the peer, or sent by the user, or by a relay's target.
OriginKind usualOrigin(Direction direction, bool relay)
{
    return direction == Direction::Received ? OriginKind::Peer
           : relay                          ? OriginKind::Relay
                                            : OriginKind::User;
}

constexpr std::string_view originKey = "origin";

bool isUsual(const Message& message, const MessagePlace& place)
{
    return message.origin.kind == usualOrigin(message.direction, place.relay)
           && message.origin.number == 0 && place.partner == 0 && !message.held
           && message.addedNs == 0;
}

std::vector<std::string> firstComments(const Message& message, const MessagePlace& place,
                                       std::span<const std::uint32_t> fragments)
{
    std::vector<std::string> comments;
    const std::uint64_t partner = place.partner;
    if (!isUsual(message, place)) {
        CommentWriter comment;
        comment.word(originKey, originWord(message.origin));
        if (message.origin.number != 0) {
            comment.number("origin-number", message.origin.number);
        }
        if (partner != 0) {
            comment.number("partner", partner);
        }
        if (message.held) {
            comment.number("held", 1);
        }
        if (message.addedNs != 0) {
            comment.number("added", message.addedNs);
        }
        comments.push_back(comment.take());
    }
    if (message.continues) {
        comments.push_back(CommentWriter().number("continues", 1).take());
    }
    addFragments(comments, fragments);
    return comments;
}

void readFragments(std::string_view list, std::vector<std::uint32_t>& fragments)
{
    while (!list.empty()) {
        const std::string_view item = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), item.size() + 1));
        std::uint32_t size = 0;
        std::size_t count = 1;
        const char* end = item.data() + item.size();
        auto [rest, error] = std::from_chars(item.data(), end, size);
        if (error == std::errc{} && rest != end && *rest == 'x') {
            const auto number = std::from_chars(rest + 1, end, count);
            rest = number.ptr;
            error = number.ec;
        }
        if (error != std::errc{} || rest != end || count > maxFragments - fragments.size()) {
            return;
        }
        fragments.insert(fragments.end(), count, size);
    }
}

/// `2/64`
void readPart(std::string_view value, MessageOptions& options)
{
    const char* end = value.data() + value.size();
    std::uint64_t part = 0;
    std::uint64_t parts = 0;
    const auto first = std::from_chars(value.data(), end, part);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != '/') {
        return;
    }
    const auto second = std::from_chars(first.ptr + 1, end, parts);
    if (second.ec != std::errc{} || second.ptr != end || part == 0 || part > parts || parts < 2) {
        return;
    }
    options.part = part;
    options.parts = parts;
}

/// A message cannot be larger than its packets, and messages never reach terabytes.
bool isPlausible(const MessageOptions& options)
{
    constexpr std::uint64_t maxParts = std::uint64_t{1} << 24;
    return options.parts <= maxParts && options.of <= options.parts * pcapng::maxPacketSize;
}

void readComment(std::string_view comment, bool withAll, MessageOptions& options)
{
    if (!withAll && (comment.starts_with("fragments=") || comment.starts_with("origin="))) {
        return; // saves the scan of a file the reading of long lists, and of comments altogether
    }
    const auto pairs = CommentPairs::parse(comment);
    if (!pairs) {
        return; // somebody's own
    }
    if (pairs->find("continues") == "1") {
        options.continues = true;
    }
    if (pairs->has("part")) {
        readPart(pairs->find("part"), options);
        options.of = pairs->number<std::uint64_t>("of").value_or(0);
        if (!isPlausible(options)) {
            options.part = options.parts = options.of = 0;
        }
    }
    if (!withAll) {
        return;
    }
    if (pairs->has(originKey)) {
        options.origin = originNamed(pairs->find(originKey),
                                     pairs->number<std::uint32_t>("origin-number").value_or(0));
        options.partner = pairs->number<std::uint64_t>("partner").value_or(0);
        options.held = pairs->find("held") == "1";
        options.addedNs = pairs->number<std::uint64_t>("added").value_or(0);
    }
    readFragments(pairs->find("fragments"), options.fragments);
}

} // namespace

ByteView messagePduHead()
{
    return dataHead;
}

ByteView lifecyclePduHead()
{
    return jsonHead;
}

void writeMessage(GatheredBytes& out, const MessagePlace& place, const Message& message,
                  ByteView payload, std::span<const std::uint32_t> fragments)
{
    pcapng::Packet packet;
    packet.interface = place.interface;
    packet.wallNs = place.wallNs;
    packet.flags = message.direction == Direction::Received ? pcapng::directionInbound
                                                            : pcapng::directionOutbound;
    packet.id = place.row;
    packet.head = dataHead;
    if (!isSplit(payload)) {
        packet.payload = payload;
        packet.missing = message.droppedBytes;
        if (!message.continues && fragments.empty() && isUsual(message, place)) {
            pcapng::writePacket(out, packet);
            return;
        }
        const auto comments = firstComments(message, place, fragments);
        packet.comments = comments;
        pcapng::writePacket(out, packet);
        return;
    }

    const std::size_t size = payload.size();
    const std::size_t parts = (size + partSize - 1) / partSize;
    for (std::size_t part = 1; part <= parts; ++part) {
        const std::size_t begin = (part - 1) * partSize;
        packet.payload = payload.subspan(begin, std::min(partSize, size - begin));
        std::vector<std::string> comments;
        comments.push_back(CommentWriter()
                               .word("part", std::to_string(part) + "/" + std::to_string(parts))
                               .number("of", size)
                               .take());
        if (part == 1) {
            std::ranges::move(firstComments(message, place, fragments),
                              std::back_inserter(comments));
        }
        packet.comments = comments;
        pcapng::writePacket(out, packet);
    }
}

std::uint64_t writtenLength(const Message& message, ByteView payload)
{
    if (isSplit(payload)) {
        return payload.size();
    }
    return std::min<std::uint64_t>(message.length,
                                   std::numeric_limits<std::uint32_t>::max() - dataHead.size());
}

void readMessageOptions(ByteView bytes, const InterfaceInfo& interface, bool withAll,
                        MessageOptions& options)
{
    // One by one: all at once would be a call into memory that costs more than the rest.
    options.direction = Direction::Received;
    options.continues = false;
    options.part = 0;
    options.parts = 0;
    options.of = 0;
    options.held = false;
    options.origin = {};
    options.partner = 0;
    options.addedNs = 0;
    options.packetId.reset();
    options.fragments.clear();
    pcapng::OptionReader reader(bytes, interface.order);
    while (const auto option = reader.next()) {
        if (option->code == pcapng::packetFlags && option->value.size() == 4) {
            const auto flags = load<std::uint32_t>(option->value.data(), interface.order);
            if ((flags & pcapng::directionMask) == pcapng::directionOutbound) {
                options.direction = Direction::Sent;
            }
        } else if (option->code == pcapng::optionComment && interface.ours) {
            readComment(asText(option->value), withAll, options);
        } else if (option->code == pcapng::packetId && option->value.size() == 8) {
            options.packetId = load<std::uint64_t>(option->value.data(), interface.order);
        }
    }
    // Version 1 knew no origins.
    if (options.origin.kind == OriginKind::Unstated && interface.ours && interface.version >= 2) {
        options.origin.kind = usualOrigin(options.direction, interface.relay);
    }
}

} // namespace pipecore
