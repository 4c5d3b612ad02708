#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"
#include "pipecore/base/translatable.h"
#include "pipecore/framing/encode.h"
#include "pipecore/framing/reassembler.h"
#include "pipecore/framing/rule.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace pipecore {

/// Answer of a framer about the next bytes: so many of the header, then of the content, then of neither.
struct Step
{
    std::size_t header = 0;
    std::size_t content = 0;
    std::size_t trailer = 0;
    bool ends = false; ///< the frame is complete with them
    /// At the end: so many of the last bytes of the content belong to the trailer.
    std::size_t trailing = 0;
    /// At the end: so many of the frame's last bytes begin the next one.
    std::size_t back = 0;
    bool isNone = false; ///< at the end: this was no frame; all of its bytes are given back

    [[nodiscard]] std::size_t size() const { return header + content + trailer; }
};

/// Finds the ends of frames, by one rule. Its answers depend on the bytes alone, not on where they were cut.
class Framer
{
public:
    virtual ~Framer() = default;

    /// Judges some of `bytes` (not empty), from their beginning. After a frame's end, the next call is
    /// about the next frame. A step without bytes ends a frame.
    [[nodiscard]] virtual Step next(ByteView bytes) = 0;
    /// True: each message of the pipe is a frame, empty ones too.
    [[nodiscard]] virtual bool takesMessages() const { return false; }
    /// True: what has come of the frame is only white space before it.
    [[nodiscard]] virtual bool isGap() const { return false; }
    /// Bytes of the content that may turn out to be the trailer.
    [[nodiscard]] virtual std::size_t slack() const { return 0; }
    /// The last bytes of a frame that gives back; at least Step::back of them.
    [[nodiscard]] virtual ByteView carried() const { return {}; }
    /// See Frame::leaf; of the next frame, when none has begun.
    [[nodiscard]] virtual std::uint32_t leaf() const { return 0; }
    /// See Frame::isBodyless; of the frame that ends.
    [[nodiscard]] virtual bool isBodyless() const { return false; }
    /// The problem of the current frame that was found since the last call.
    [[nodiscard]] virtual std::optional<Phrase> takeProblem()
    {
        return m_problem ? std::exchange(m_problem, std::nullopt) : std::nullopt;
    }
    [[nodiscard]] virtual bool hasProblem() const { return m_problem.has_value(); }

protected:
    void report(Phrase problem)
    {
        if (!m_problem) {
            m_problem = std::move(problem);
        }
    }

private:
    std::optional<Phrase> m_problem;
};

/// Passes over bytes that say nothing about ends: so many of `available` ones, until `left` is 0.
[[nodiscard]] inline std::size_t passOver(std::uint64_t& left, std::size_t available)
{
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left, available));
    left -= count;
    return count;
}

/// Facts that HTTP/1 requests tell about their replies.
class FramingContext
{
public:
    struct Request
    {
        bool isHead = false;
        bool isConnect = false;
    };

    /// Requests without a reply yet, the oldest first; the oldest are forgotten beyond `maxRequests`.
    std::deque<Request> requests;
    bool isUpgraded = false; ///< a reply has ended HTTP

    static constexpr std::size_t maxRequests = 10'000;
};

/// Bytes of a head (header lines) at most.
constexpr std::size_t maxHead = std::size_t{64} * 1024;

[[nodiscard]] std::unique_ptr<Framer> makeFramer(const FramingRule& rule,
                                                 const std::shared_ptr<FramingContext>& context);

// A framer for each family.
[[nodiscard]] std::unique_ptr<Framer> makeDelimiterFramer(const FramingRule& rule);
[[nodiscard]] std::unique_ptr<Framer> makeLengthFramer(const FramingRule& rule);
[[nodiscard]] std::unique_ptr<Framer> makeHeadersFramer(const FramingRule& rule);
[[nodiscard]] std::unique_ptr<Framer>
makeHttp1Framer(const FramingRule& rule, const std::shared_ptr<FramingContext>& context);
[[nodiscard]] std::unique_ptr<Framer> makeHttp2Framer(const FramingRule& rule);
[[nodiscard]] std::unique_ptr<Framer> makeJsonFramer(const FramingRule& rule);
[[nodiscard]] std::unique_ptr<Framer> makeMessagePackFramer(const FramingRule& rule);
[[nodiscard]] std::unique_ptr<Framer> makeRespFramer(const FramingRule& rule);
[[nodiscard]] std::unique_ptr<Framer> makeDbusFramer(const FramingRule& rule);
[[nodiscard]] std::unique_ptr<Framer>
makePhaseFramer(const FramingRule& rule, const std::shared_ptr<FramingContext>& context);

// Halves of encodeFrame(), without its check.
[[nodiscard]] Result<EncodedFrame> encodeHttp1(const Frame& frame, ByteView content);
[[nodiscard]] Result<EncodedFrame> encodeHttp2(const Frame& frame, ByteView content);

// Problems of a frame that may be right, but has more content than is kept.
constexpr std::string_view tooLargePattern =
    PIPECORE_TR("Decode", "frame of %1 bytes truncated to %2 bytes; check the framing rule");
constexpr std::string_view truncatedPattern =
    PIPECORE_TR("Decode", "frame truncated to %1 bytes; check the framing rule");

[[nodiscard]] inline Phrase tooLarge(std::uint64_t size, std::size_t max)
{
    return {tooLargePattern, {std::to_string(size), std::to_string(max)}};
}

} // namespace pipecore
