#include "pipecore/decode/http2_calls.h"

#include "decoders.h"
#include "header_block.h"
#include "http2_frame.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pipecore {

namespace {

using http2::FrameType;

/// A longer one is not read.
constexpr std::size_t maxBlock = std::size_t{256} * 1024;
constexpr std::size_t maxPaths = 4096;
constexpr std::size_t maxPath = 1024;
/// Streams whose data are followed at a time.
constexpr std::size_t maxOpen = 4096;

/// How far the gRPC messages of a stream's data have come.
struct MessageState
{
    std::uint64_t left = 0;   ///< bytes of the message
    std::uint32_t length = 0; ///< as far as the prefix has come
    std::size_t prefix = 0;   ///< bytes of it that were seen

    [[nodiscard]] bool isInside() const { return left > 0 || prefix > 0; }
    void take(ByteView data)
    {
        constexpr std::size_t prefixSize = 5;
        while (!data.empty()) {
            if (left > 0) {
                const auto taken = std::min<std::uint64_t>(left, data.size());
                left -= taken;
                data = data.subspan(static_cast<std::size_t>(taken));
                continue;
            }
            if (prefix > 0) {
                length = length << 8U | std::to_integer<std::uint32_t>(data.front());
            }
            data = data.subspan(1);
            if (++prefix == prefixSize) {
                left = std::exchange(length, 0);
                prefix = 0;
            }
        }
    }
};

/// The frames of one direction.
struct FrameStream
{
    std::array<std::byte, http2::headSize> head{};
    std::size_t headSize = 0;
    std::uint64_t preface = 0; ///< bytes of it that are to come
    std::uint64_t left = 0;    ///< bytes of the frame's payload that are to come
    std::uint64_t padding = 0; ///< of these, at the end
    bool isAtPadLength = false;
    FrameType type = FrameType::Data;
    std::uint8_t flags = 0;
    std::uint32_t stream = 0;
    Bytes block; ///< header block of a request, as far as it has come
    std::uint32_t blockStream = 0;
    HpackTable table;
    std::unordered_map<std::uint32_t, MessageState> messages; ///< by stream
};

/// The header block in the payload of a HEADERS frame, without padding and priority.
ByteView blockOf(ByteView payload, std::uint8_t flags)
{
    std::size_t padding = 0;
    std::size_t begin = 0;
    if ((flags & http2::flagPadded) != 0 && !payload.empty()) {
        padding = std::to_integer<std::size_t>(payload.front());
        begin = 1;
    }
    if ((flags & http2::flagPriority) != 0) {
        constexpr std::size_t prioritySize = 5;
        begin += prioritySize;
    }
    return begin + padding > payload.size()
               ? ByteView()
               : payload.subspan(begin, payload.size() - begin - padding);
}

} // namespace

class Http2Calls::Impl
{
public:
    bool add(ByteView bytes, bool fromClient, bool isFrame)
    {
        FrameStream& frames = fromClient ? m_fromClient : m_fromServer;
        if (isFrame) {
            frames.headSize = 0;
            frames.left = 0;
            frames.preface = 0;
        }
        const bool beginsFrame = frames.headSize == 0 && frames.left == 0;
        std::optional<bool> beginsInside;
        while (!bytes.empty()) {
            std::size_t taken = 0;
            if (frames.preface > 0 || frames.left > 0) {
                auto& left = frames.preface > 0 ? frames.preface : frames.left;
                taken = static_cast<std::size_t>(std::min<std::uint64_t>(left, bytes.size()));
                if (&left == &frames.left) {
                    takePayload(frames, bytes.first(taken), fromClient);
                }
                left -= taken;
                if (frames.left == 0 && &left == &frames.left) {
                    endFrame(frames, fromClient);
                }
            } else if (fromClient && frames.headSize == 0 && asText(bytes).starts_with("PRI *")) {
                frames.preface = http2::preface.size();
            } else {
                taken = std::min(bytes.size(), http2::headSize - frames.headSize);
                std::ranges::copy(bytes.first(taken), &frames.head[frames.headSize]);
                frames.headSize += taken;
                if (frames.headSize == http2::headSize) {
                    frames.headSize = 0;
                    beginFrame(frames);
                    if (!beginsInside) {
                        beginsInside = beginsFrame && isInside(frames);
                    }
                    if (frames.left == 0) {
                        endFrame(frames, fromClient);
                    }
                }
            }
            bytes = bytes.subspan(taken);
        }
        return beginsInside.value_or(false);
    }

    void ended()
    {
        m_fromClient = {};
        m_fromServer = {};
    }

    [[nodiscard]] std::string pathOf(std::uint32_t stream) const
    {
        const std::shared_lock lock(m_mutex);
        const auto found = std::ranges::lower_bound(m_calls, stream, {}, &Call::stream);
        return found != m_calls.end() && found->stream == stream ? m_paths[found->path]
                                                                 : std::string();
    }

private:
    struct Call
    {
        std::uint32_t stream = 0;
        std::uint32_t path = 0; ///< in m_paths
    };
    static_assert(sizeof(Call) == bytesPerCall);

    static void beginFrame(FrameStream& frames)
    {
        frames.left = load<std::uint32_t>(frames.head.data(), ByteOrder::Big) >> 8U;
        frames.type = static_cast<FrameType>(frames.head[3]);
        frames.flags = std::to_integer<std::uint8_t>(frames.head[4]);
        frames.stream = load<std::uint32_t>(&frames.head[5], ByteOrder::Big) & 0x7FFF'FFFFU;
        frames.padding = 0;
        frames.isAtPadLength =
            frames.type == FrameType::Data && (frames.flags & http2::flagPadded) != 0;
        if (frames.type == FrameType::Headers) {
            frames.block.clear();
            frames.blockStream = frames.stream;
        }
    }

    [[nodiscard]] static bool isInside(const FrameStream& frames)
    {
        const auto known = frames.messages.find(frames.stream);
        return frames.type == FrameType::Data && known != frames.messages.end()
               && known->second.isInside();
    }

    static void takePayload(FrameStream& frames, ByteView bytes, bool fromClient)
    {
        if (frames.type == FrameType::Data) {
            const std::uint64_t after = frames.left - bytes.size(); // bytes behind these
            if (std::exchange(frames.isAtPadLength, false)) {
                frames.padding = std::to_integer<std::uint64_t>(bytes.front());
                bytes = bytes.subspan(1);
            }
            const std::uint64_t padding =
                frames.padding > after
                    ? std::min<std::uint64_t>(frames.padding - after, bytes.size())
                    : 0;
            if (frames.messages.size() < maxOpen || frames.messages.contains(frames.stream)) {
                frames.messages[frames.stream].take(
                    bytes.first(bytes.size() - static_cast<std::size_t>(padding)));
            }
        } else if (fromClient
                   && (frames.type == FrameType::Headers || frames.type == FrameType::Continuation)
                   && frames.block.size() + bytes.size() <= maxBlock) {
            frames.block.insert(frames.block.end(), bytes.begin(), bytes.end());
        }
    }

    void endFrame(FrameStream& frames, bool fromClient)
    {
        const bool isHeaders =
            frames.type == FrameType::Headers || frames.type == FrameType::Continuation;
        if (frames.type == FrameType::Headers) {
            const ByteView block = blockOf(frames.block, frames.flags);
            frames.block = Bytes(block.begin(), block.end());
        }
        if (isHeaders && fromClient && (frames.flags & http2::flagEndHeaders) != 0) {
            readBlock(frames);
        }
        if ((frames.type == FrameType::Data || frames.type == FrameType::Headers)
            && (frames.flags & http2::flagEndStream) != 0) {
            frames.messages.erase(frames.stream);
        }
    }

    void readBlock(FrameStream& frames)
    {
        Decoded decoded;
        decoded.root.length = frames.block.size();
        TreeBuilder tree(decoded, {});
        const Slice slice{frames.block, 0, false};
        FieldReader reader(slice, tree);
        HeaderBlock block(reader, frames.table);
        block.read();
        if (!block.path().empty() && block.path().size() <= maxPath) {
            enter(frames.blockStream, block.path());
        }
        frames.block.clear();
    }

    void enter(std::uint32_t stream, const std::string& path)
    {
        const std::unique_lock lock(m_mutex);
        const auto [known, isNew] =
            m_places.try_emplace(path, static_cast<std::uint32_t>(m_paths.size()));
        if (isNew && m_paths.size() >= maxPaths) {
            m_places.erase(known);
            return;
        }
        if (isNew) {
            m_paths.push_back(path);
        }
        const auto place = std::ranges::lower_bound(m_calls, stream, {}, &Call::stream);
        if (place == m_calls.end() || place->stream != stream) {
            m_calls.insert(place, {.stream = stream, .path = known->second});
        }
        if (m_calls.size() > maxCalls) {
            m_calls.erase(m_calls.begin(),
                          m_calls.begin() + static_cast<std::ptrdiff_t>(maxCalls / 2));
        }
    }

    FrameStream m_fromClient;
    FrameStream m_fromServer;
    mutable std::shared_mutex m_mutex; ///< guards all below
    std::vector<Call> m_calls;         ///< by stream
    std::vector<std::string> m_paths;
    std::map<std::string, std::uint32_t> m_places; ///< in m_paths
};

Http2Calls::Http2Calls() : m_impl(std::make_unique<Impl>()) {}

Http2Calls::~Http2Calls() = default;

bool Http2Calls::isStart(ByteView bytes)
{
    return isHttp2(bytes);
}

bool Http2Calls::add(ByteView bytes, bool fromClient, bool isFrame)
{
    return m_impl->add(bytes, fromClient, isFrame);
}

void Http2Calls::ended()
{
    m_impl->ended();
}

std::string Http2Calls::pathOf(std::uint32_t stream) const
{
    return m_impl->pathOf(stream);
}

} // namespace pipecore
