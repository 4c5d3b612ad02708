#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/model/ids.h"
#include "pipecore/model/row_body.h"

#include <cstdint>
#include <span>

namespace pipecore {

/// An event of the engine, stamped at completion, in order.
struct Event
{
    std::uint64_t sequence = 0; ///< from 1, without gaps
    std::uint64_t row = 0;      ///< of the rows that it makes the n-th, from 1; 0 if it makes none
    std::int64_t monotonicNs = 0; ///< steady clock, nanoseconds
    std::int64_t wallNs = 0;      ///< nanoseconds since 1970 UTC; advances with the steady clock
    EndpointId endpoint;
    ConnectionId connection; ///< zero when the event is the endpoint's
    RowBody body;
    /// Of a Message: its bytes. Valid only during EventSink::onEvent; in an EventBatch as long as the
    /// batch.
    ByteView payload{};
    /// Sizes in bytes of the reads a received message came in; empty when it was one. Valid as payload.
    std::span<const std::uint32_t> fragments{};
};

/// Behaviour when the consumer does not keep up.
enum class Backpressure : std::uint8_t {
    Throttle, ///< the engine reads no more until it has; nothing is lost
    DropPayload, ///< the engine continues; events are kept, their payloads are dropped (Message::droppedBytes)
};

/// Receiver of the engine's events. All calls come from the engine's thread.
class EventSink
{
public:
    EventSink() = default;
    EventSink(const EventSink&) = delete;
    EventSink& operator=(const EventSink&) = delete;
    virtual ~EventSink() = default;

    /// Takes one event. Spans in it are valid during the call only. Must not block. It may call
    /// Engine's submitting functions.
    virtual void onEvent(const Event& event) = 0;
    /// A round of completions was handled: the place to publish and to wake a consumer, once.
    virtual void onRoundEnd() {}
    /// False asks the engine to stop reading from pipes until Engine::resumeReading().
    [[nodiscard]] virtual bool hasRoom() const { return true; }
    /// Asked instead of hasRoom() once the engine has waited for room for some milliseconds: whether it
    /// may continue while the consumer stands still (a slow disk), until resumeReading().
    [[nodiscard]] virtual bool hasReserve() const { return hasRoom(); }
};

} // namespace pipecore
