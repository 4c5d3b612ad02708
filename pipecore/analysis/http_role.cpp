// Roles of messages of HTTP: an interim reply (1xx) says that the reply comes later.
#include "pipecore/decode/hpack.h"
#include "stream_roles.h"

#include <algorithm>

namespace pipecore {

namespace {

/// Role by the start line, and whether it is that of an interim reply. 101 is the last of HTTP, so it is none.
MessageRole startLineRole(std::string_view text, bool& isInterim)
{
    using Part = MessageRole::Part;
    constexpr std::string_view version = "HTTP/1.";
    constexpr std::size_t maxLine = std::size_t{64} * 1024;
    const std::string_view begin = text.substr(0, maxLine);
    const std::string_view line = begin.substr(0, begin.find("\r\n"));
    isInterim = false;
    if (line.starts_with(version)) {
        constexpr std::size_t statusAt = std::string_view("HTTP/1.1 ").size();
        const std::string_view status = line.substr(std::min(line.size(), statusAt), 3);
        if (status.size() < 3 || status.front() < '1' || status.front() > '9') {
            return {};
        }
        isInterim = status.front() == '1' && status != "101";
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

// Frames of HTTP/2 (RFC 9113, 4.1 and 6).
constexpr std::size_t http2HeadSize = 9;
constexpr unsigned headersFrame = 1;
constexpr unsigned pushPromiseFrame = 5;
constexpr unsigned continuationFrame = 9;
constexpr unsigned endHeadersFlag = 0x4;
constexpr unsigned paddedFlag = 0x8;
constexpr unsigned priorityFlag = 0x20;
/// Bytes of a header block in several frames that are kept.
constexpr std::size_t maxBlock = std::size_t{256} * 1024;

/// Whether the block begins with a status 1xx; it is the first field of a reply.
bool isInterimBlock(ByteView block, const HpackTable& fields)
{
    const auto first = HpackReader(block, fields).next();
    return first && first->entry.first == ":status" && first->entry.second.starts_with('1');
}

} // namespace

MessageRole http1Role(std::string_view text)
{
    constexpr std::string_view emptyLine = "\r\n\r\n";
    bool isInterim = false;
    MessageRole role = startLineRole(text, isInterim);
    while (isInterim) {
        const std::size_t end = text.find(emptyLine);
        if (end == text.npos) {
            break;
        }
        text.remove_prefix(end + emptyLine.size());
        const MessageRole next = startLineRole(text, isInterim);
        if (next.part == MessageRole::Part::Unknown) {
            break;
        }
        role = next;
    }
    return role;
}

struct Http2Roles::Frame
{
    unsigned type = 0;
    unsigned flags = 0;
    std::uint32_t stream = 0;
    ByteView payload{}; ///< as far as it is there

    /// The header block, or the part of it that is here.
    [[nodiscard]] ByteView block() const
    {
        ByteView block = payload;
        const auto drop = [&block](std::size_t count) {
            block = block.subspan(std::min(count, block.size()));
        };
        if (type == continuationFrame) {
            return block;
        }
        if ((flags & paddedFlag) != 0 && !block.empty()) {
            const auto padding = std::to_integer<std::size_t>(block.front());
            drop(1);
            block = block.first(block.size() - std::min(padding, block.size()));
        }
        constexpr std::size_t prioritySize = 5;
        constexpr std::size_t promisedSize = 4;
        if (type == pushPromiseFrame) {
            drop(promisedSize);
        } else if ((flags & priorityFlag) != 0) {
            drop(prioritySize);
        }
        return block;
    }
};

MessageRole Http2Roles::read(ByteView frames, Direction direction)
{
    MessageRole role{.part = MessageRole::Part::Event, .isCertain = true};
    while (frames.size() >= http2HeadSize) {
        const std::size_t size = load<std::uint32_t>(frames.data(), ByteOrder::Big) >> 8U;
        Frame frame{.type = std::to_integer<unsigned>(frames[3]),
                    .flags = std::to_integer<unsigned>(frames[4]),
                    .stream = load<std::uint32_t>(&frames[5], ByteOrder::Big) & 0x7FFF'FFFFU};
        frames = frames.subspan(http2HeadSize);
        frame.payload = frames.first(std::min(size, frames.size()));
        if (frame.payload.size() < size && direction != m_client) {
            forget(); // fields may be in what is missing
        }
        frames = frames.subspan(frame.payload.size());
        const bool isClient = direction == m_client;
        if ((isClient ? beginsRequest(frame) : beginsReply(frame))
            && role.part == MessageRole::Part::Event) {
            role.part = isClient ? MessageRole::Part::Request : MessageRole::Part::Reply;
            role.id = std::to_string(frame.stream);
        }
    }
    return role;
}

bool Http2Roles::beginsRequest(const Frame& frame)
{
    // Trailers are HEADERS of a stream that is known.
    const bool isNew = frame.type == headersFrame && frame.stream > m_lastStream;
    m_lastStream = isNew ? frame.stream : m_lastStream;
    return isNew;
}

bool Http2Roles::beginsReply(const Frame& frame)
{
    const bool isFirst = frame.type == headersFrame || frame.type == pushPromiseFrame;
    if (!isFirst && frame.type != continuationFrame) {
        return false;
    }
    const ByteView block = frame.block();
    const bool isReply = frame.type == headersFrame && !isInterimBlock(block, m_fields);
    const bool isLast = (frame.flags & endHeadersFlag) != 0;
    if (isFirst && isLast) {
        learn(block);
        return isReply;
    }
    if (isFirst) {
        m_block.clear();
    }
    if (m_block.size() + block.size() > maxBlock) {
        forget();
        m_block.clear();
    } else {
        m_block.insert(m_block.end(), block.begin(), block.end());
    }
    if (isLast) {
        learn(m_block);
        m_block.clear();
    }
    return isReply;
}

/// Numbers of fields in later blocks count those that this one has added.
void Http2Roles::learn(ByteView block)
{
    HpackReader reader(block, m_fields);
    while (m_knowsFields) {
        auto field = reader.next();
        if (!field) {
            break;
        }
        if (field->isAdded) {
            m_fields.add(std::move(field->entry));
        }
    }
    if (!reader.isWhole()) {
        forget();
    }
}

/// From now on, only fields of the standard have numbers.
void Http2Roles::forget()
{
    m_knowsFields = false;
    m_fields = HpackTable();
}

} // namespace pipecore
