#pragma once

#include "pipecore/framing/reassembler.h"
#include "pipecore/framing/rule.h"
#include "pipecore/session/session.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace pipecore {

/// The frames that have bytes of one row.
struct FramesOfRow
{
    std::vector<Frame> frames;
    std::uint64_t more = 0; ///< frames of the row that were left out
    /// Frame::number and start count from the connection's beginning; false: from somewhere later,
    /// because a delimiter was found there.
    bool counted = false;
    /// Why frames cannot be told, or not all. Translation source of the context "Decode".
    std::optional<Phrase> problem;
};

/// Finds the frames of rows in one session, by one rule: goes back to the beginning of the stream, or as
/// far as is needed, and puts the pieces together from there. For HTTP/1 it reads the other direction too, since
/// replies depend on their requests. Remembers places on its way, so that the next row is found sooner. One
/// thread.
class FrameSearch
{
public:
    struct Limits
    {
        std::uint64_t rows =
            1'000'000; ///< pieces read for one answer, of both directions if needed
        std::uint64_t bytes = std::uint64_t{256} * 1024 * 1024; ///< of these pieces
        std::size_t frames = 200;                               ///< in an answer
    };

    /// `source` is not owned.
    FrameSearch(const RecordSource& source, const FramingRule& rule)
        : FrameSearch(source, rule, Limits())
    {}
    FrameSearch(const RecordSource& source, const FramingRule& rule, const Limits& limits)
        : m_source(source)
        , m_rule(rule)
        , m_limits(limits)
        , m_readsBoth(needsBoth(rule))
    {}

    [[nodiscard]] const FramingRule& rule() const { return m_rule; }

    /// The frames of a message's row. `shouldContinue` is asked now and then and stops the search by returning
    /// false (error Cancelled). Other errors as RecordSource::read(), and InvalidArgument for a row
    /// that is not a message.
    [[nodiscard]] Result<FramesOfRow> find(std::uint64_t row,
                                           const std::function<bool()>& shouldContinue);

private:
    /// Start of a frame.
    struct Place
    {
        std::uint64_t row = 0;
        std::uint64_t offset = 0; ///< in the row's payload
        std::uint64_t number = 0; ///< of the frame
        std::uint64_t start = 0;  ///< in the stream
        bool counted = false;
    };
    struct Stream
    {
        ConnectionId connection;
        Direction direction = Direction::Received;

        friend auto operator<=>(const Stream&, const Stream&) = default;
    };

    /// Frames of one direction depend on the other.
    [[nodiscard]] static bool needsBoth(const FramingRule& rule);
    /// The row is a piece of the stream, or of the other direction where that is read, too.
    [[nodiscard]] bool isRead(const Stream& stream, std::uint64_t row) const;
    [[nodiscard]] Result<Place> startFor(std::uint64_t row, const Stream& stream,
                                         const std::function<bool()>& shouldContinue,
                                         std::vector<std::uint64_t>& rows);
    [[nodiscard]] Result<std::optional<std::uint64_t>> afterDelimiter(std::uint64_t row,
                                                                      ByteView delimiter) const;
    struct Walk
    {
        Reassembler reassembler;
        std::optional<Reassembler> other{}; ///< the other direction, if it is read
        Direction direction = Direction::Received;
        std::uint64_t bytes = 0; ///< read
        std::optional<Phrase> problem{};
    };
    [[nodiscard]] Result<bool> feed(std::uint64_t row, const Place& start, Walk& walk) const;
    [[nodiscard]] Result<void> complete(std::uint64_t row, const Stream& stream, const Place& start,
                                        Walk& walk,
                                        const std::function<bool()>& shouldContinue) const;
    [[nodiscard]] Result<void> collect(std::uint64_t row, const Stream& stream, const Place& start,
                                       const std::vector<std::uint64_t>& rows, FramesOfRow& result,
                                       const std::function<bool()>& shouldContinue);
    void remember(const Stream& stream, const Frame& frame, bool counted);

    const RecordSource& m_source;
    const FramingRule m_rule;
    const Limits m_limits;
    const bool m_readsBoth;
    std::map<Stream, std::map<std::uint64_t, Place>> m_places; ///< by row
};

} // namespace pipecore
