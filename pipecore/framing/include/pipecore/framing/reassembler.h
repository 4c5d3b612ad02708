#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"
#include "pipecore/framing/rule.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace pipecore {

class Framer;
struct Step;

/// Which bytes of a row belong to a frame.
struct FramePart
{
    std::uint64_t row = 0;
    std::uint64_t offset = 0; ///< in the row's payload
    std::uint64_t length = 0;

    friend bool operator==(const FramePart&, const FramePart&) = default;
};

/// A frame assembled from a stream: a header, the content, and a trailer, each of which may be empty.
/// docs/FRAMING.md says for each rule which bytes are which.
struct Frame
{
    std::uint64_t number = 0; ///< from 0, of the frames of this stream
    std::uint64_t start = 0;  ///< place in the stream
    std::uint64_t size = 0;   ///< bytes of the stream
    /// Its bytes as they were in the stream; the beginning of them when it is truncated.
    Bytes bytes;
    std::size_t headerSize = 0; ///< of `bytes`; the content follows
    std::size_t contentEnd = 0; ///< place in `bytes` after the last byte of the content
    Bytes joined;               ///< the content, if it is in several pieces (chunks)
    bool isJoined = false;
    /// Sources of its bytes, in order. Rows without a byte of the frame are not in it. Of more than a
    /// million parts, the first partsInFront and the last ones.
    std::vector<FramePart> parts;
    static constexpr std::size_t partsInFront = std::size_t{512} * 1024;
    std::uint32_t leaf = 0;  ///< which of FramingRule::leaves() framed it
    bool complete = false;   ///< false: the stream ends (for now) before the frame does
    bool truncated = false;  ///< only the beginning of its bytes was kept
    bool isBodyless = false; ///< HTTP: has no body whatever its header says (a reply to HEAD, 304)
    /// Problem: wrong, or larger than is kept. Translation source of the context "Decode".
    std::optional<Phrase> problem;

    /// Wrong in itself: `problem` is not only that it is larger than what is kept.
    [[nodiscard]] bool isMalformed() const;
    [[nodiscard]] ByteView header() const { return ByteView(bytes).first(headerSize); }
    /// Without header, delimiter, checksum at the end, chunk sizes and padding.
    [[nodiscard]] ByteView content() const
    {
        return isJoined ? ByteView(joined)
                        : ByteView(bytes).subspan(headerSize, contentEnd - headerSize);
    }
    /// What follows the content.
    [[nodiscard]] ByteView trailer() const { return ByteView(bytes).subspan(contentEnd); }
};

/// What the two directions of a connection must know of each other: HTTP/1 replies depend on their
/// requests. To be used by one thread.
class FramingContext;
[[nodiscard]] std::shared_ptr<FramingContext> makeFramingContext();

/// Takes the pieces of one direction of one connection, in order, and parts them into frames: every
/// byte belongs to one, and where the stream was cut makes no difference (except for rules that
/// part it by messages). What was recorded is not changed by it. Holds one frame at a time, of at
/// most the largest size. One thread.
class Reassembler
{
public:
    /// Gets each frame when it is complete, from within add(). May move it away.
    using Sink = std::function<void(Frame&&)>;

    /// Both directions of a connection share a `context`. Without one, docs/FRAMING.md says what is
    /// assumed of the other direction.
    Reassembler(const FramingRule& rule, Sink sink,
                const std::shared_ptr<FramingContext>& context = nullptr);
    ~Reassembler();
    Reassembler(Reassembler&&) noexcept;
    Reassembler& operator=(Reassembler&&) noexcept;

    /// The stream does not begin at its beginning, but with this frame at this place. Before add().
    void startAt(std::uint64_t number, std::uint64_t start);
    /// The bytes of one row, from `offset` of its payload on.
    void add(std::uint64_t row, ByteView bytes, std::uint64_t offset = 0);
    /// The frame that has begun and is not complete, until the next add(); null when the stream ends
    /// with a whole one. White space between frames begins none.
    [[nodiscard]] const Frame* unfinished() const;

private:
    /// A piece of a row that belongs to the next frame.
    struct Piece
    {
        FramePart place;
        Bytes bytes;
    };

    /// The rule of the current frame.
    [[nodiscard]] const FramingRule& rule() const { return m_leaves[m_frame.leaf]; }
    void feed(std::uint64_t row, ByteView bytes, std::uint64_t offset);
    void begin();
    void take(const FramePart& place, ByteView bytes, const Step& step);
    void addPart(const FramePart& part);
    void keepHeader(ByteView bytes);
    void keepContent(ByteView bytes);
    void keepTrailer(ByteView bytes);
    void truncate();
    [[nodiscard]] std::vector<Piece> giveBack(std::size_t back, std::size_t ofCurrent);
    void finish(std::size_t trailing);
    void endContent(std::size_t trailing);
    void reset();

    std::vector<FramingRule> m_leaves;
    Sink m_sink;
    std::unique_ptr<Framer> m_framer;
    Frame m_frame;
    bool m_begun = false;
    bool m_hasFramerProblem = false;
    std::uint64_t m_taken = 0;     ///< bytes of the stream before m_frame
    std::uint64_t m_content = 0;   ///< bytes of the content, kept or not
    std::size_t m_trailerKept = 0; ///< bytes of m_frame that are neither header nor content
    std::size_t m_slack = 0;       ///< bytes of the content that may turn out to be the trailer
};

/// Bytes of the MessagePack value at the beginning; empty when it is not complete, or is none. Any thread.
[[nodiscard]] std::optional<std::size_t> messagePackSize(ByteView bytes);

} // namespace pipecore
