#pragma once

#include "pipecore/framing/reassembler.h"
#include "pipecore/framing/rule.h"
#include "pipecore/model/event.h"

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace pipescope::cli {

/// Puts frames in place of the reads and writes of a byte stream, for what is printed. Each direction of each
/// connection is a stream. Main thread only.
class FramedEvents
{
public:
    /// Gets an event to print; with the problem of a frame that is malformed, else null.
    using Print =
        std::function<void(const pipecore::Event& event, const pipecore::Phrase* problem)>;

    explicit FramedEvents(pipecore::FramingRule rule) : m_rule(std::move(rule)) {}

    /// Prints what has become of the next event: a message as the frames that it completes, if any; all others
    /// as they are. What a stream ends with is printed before the end of its connection. A frame has time and
    /// row of the message that completed it.
    void next(const pipecore::Event& event, const Print& print);

private:
    struct Stream
    {
        std::vector<pipecore::FramingRule> leaves;
        std::optional<pipecore::Reassembler> reassembler;
        std::vector<pipecore::Frame> frames; ///< complete, and not printed yet
        pipecore::Event last;                ///< its last message, without the payload
        bool isBroken = false; ///< bytes are missing: what follows cannot be told apart
    };
    struct Connection
    {
        std::shared_ptr<pipecore::FramingContext> context = pipecore::makeFramingContext();
        Stream received;
        Stream sent;
    };

    void takeMessage(const pipecore::Event& event, const Print& print);
    static void end(Stream& stream, const Print& print);
    static void printFrame(const Stream& stream, const pipecore::Frame& frame, const Print& print);

    pipecore::FramingRule m_rule;
    /// Streams refer to their own frames, so that they must stay where they are.
    std::unordered_map<pipecore::ConnectionId, std::unique_ptr<Connection>> m_connections;
};

} // namespace pipescope::cli
