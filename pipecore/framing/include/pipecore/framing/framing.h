#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace pipecore {

/// How a stream of bytes is parted into messages.
enum class FramingKind : std::uint8_t {
    None,  ///< it is not
    Line,  ///< each ends with LF or CRLF
    Nul,   ///< each ends with a zero byte
    U16Le, ///< each begins with its length in two bytes, low byte first, not counting these
    U16Be,
    U32Le, ///< the same with four bytes
    U32Be,
    Fixed, ///< all have the same size
};

struct FramingInfo
{
    FramingKind kind = FramingKind::None;
    std::string_view key;  ///< never changes: for settings ("u32le")
    std::string_view name; ///< English; translation source of the context "Framing"
};
/// All kinds, in the order in which a list shows them.
[[nodiscard]] std::span<const FramingInfo> framings();
/// The kind with this key; empty when there is none (any more).
[[nodiscard]] std::optional<FramingKind> framingByKey(std::string_view key);

struct Framing
{
    FramingKind kind = FramingKind::None;
    std::uint32_t fixedSize = 16; ///< bytes of a frame, for Fixed; at least 1
    std::size_t maxFrameSize =
        std::size_t{1024} * 1024; ///< bytes of a frame's content that are kept

    friend bool operator==(const Framing&, const Framing&) = default;
};

/// Which bytes of a row belong to a frame.
struct FramePart
{
    std::uint64_t row = 0;
    std::uint64_t offset = 0; ///< in the row's payload
    std::uint64_t length = 0;

    friend bool operator==(const FramePart&, const FramePart&) = default;
};

/// A frame assembled from a stream.
struct Frame
{
    std::uint64_t number = 0; ///< from 0, of the frames of this stream
    std::uint64_t start = 0;  ///< place in the stream
    std::uint64_t size = 0;   ///< bytes of the stream, with length prefix or ending
    /// The bytes, without length prefix or ending; the beginning of them when the frame is too large.
    Bytes content;
    /// Sources of its bytes, in order, with length prefix and ending. Rows without a byte of the frame are
    /// not in it.
    std::vector<FramePart> parts;
    bool complete = false; ///< false: the stream ends (for now) before the frame does
    /// Problem: larger than is kept. Translation source of the context "Decode".
    std::optional<Phrase> problem;
};

/// Takes the pieces of one direction of one connection, in order, and parts them into frames. What
/// was recorded is not changed by it. Holds one frame at a time, of at most the largest size. One
/// thread.
class Reassembler
{
public:
    /// Gets each frame when it is complete, from within add().
    using Sink = std::function<void(Frame)>;

    Reassembler(const Framing& framing, Sink sink) : m_framing(framing), m_sink(std::move(sink)) {}

    /// The stream does not begin at its beginning, but with this frame at this place. Before add().
    void startAt(std::uint64_t number, std::uint64_t start);
    /// The bytes of one row, from `offset` of its payload on.
    void add(std::uint64_t row, ByteView bytes, std::uint64_t offset = 0);
    /// The frame that has begun and is not complete; empty when the stream ends with a whole one.
    [[nodiscard]] std::optional<Frame> unfinished() const;

private:
    [[nodiscard]] std::size_t prefixSize() const;
    void takeDelimited(ByteView bytes, std::byte end);
    void takeCounted(ByteView bytes);
    void take(std::size_t at, ByteView bytes, bool isContent);
    void readPrefix();
    void finish();

    Framing m_framing;
    Sink m_sink;
    Frame m_frame;
    bool m_begun = false;
    std::uint64_t m_row = 0;      ///< source of the current bytes
    std::uint64_t m_offset = 0;   ///< of the first of them in its payload
    std::uint64_t m_taken = 0;    ///< bytes of the stream before m_frame
    Bytes m_prefix;               ///< of m_frame, as far as it is there
    std::uint64_t m_expected = 0; ///< bytes of content, once the prefix is complete
};

} // namespace pipecore
