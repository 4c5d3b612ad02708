#pragma once

#include "pipecore/model/event.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace pipecore {

/// Memory that event payloads are copied into: blocks that never move, freed together.
class PayloadArena
{
public:
    /// A copy of `bytes` that lives as long as the arena.
    [[nodiscard]] ByteView store(ByteView bytes);
    [[nodiscard]] std::span<const std::uint32_t> store(std::span<const std::uint32_t> values);
    /// Removes the content and keeps the memory for reuse.
    void rewind();
    /// Bytes of memory it holds, used or not.
    [[nodiscard]] std::size_t capacity() const;
    void clear();

private:
    std::byte* reserve(std::size_t size, std::size_t alignment);

    std::vector<std::unique_ptr<std::byte[]>> m_blocks; ///< all of one size
    std::vector<std::unique_ptr<std::byte[]>> m_large;  ///< of a payload each
    std::size_t m_used = 0;                             ///< of m_blocks
    std::byte* m_next = nullptr;
    std::size_t m_left = 0;
};

/// Events that belong together with the memory their payloads are in. Movable, not copyable.
struct EventBatch
{
    std::vector<Event> events;
    PayloadArena arena;
    std::size_t bytes = 0; ///< memory of the batch, events and payloads
};

/// Hands events from the engine's thread to one consumer thread, bounded by bytes.
///
/// When more than a mebibyte is waiting, hasRoom() is false and the engine stops reading; a consumer that
/// keeps up takes that much in a millisecond, and memory that goes round so stays in the processor's
/// cache. While the consumer stands still, hasReserve() lets the engine continue up to `byteLimit`. No event
/// is ever lost, so what was read already and lifecycle events may exceed the limit a little. With
/// Backpressure::DropPayload payloads are dropped from that limit on, and reading stops when the events
/// alone have taken as much again.
class EventQueue final : public EventSink
{
public:
    explicit EventQueue(std::size_t byteLimit = std::size_t{64} * 1024 * 1024);

    /// Called (on the engine's thread, without a lock held) when a round left something in a queue
    /// that was empty before. Set before the engine runs.
    void setWakeUp(std::function<void()> wakeUp) { m_wakeUp = std::move(wakeUp); }
    /// Called (on the consumer's thread) when a full queue was taken: Engine::resumeReading().
    void setRoomAgain(std::function<void()> roomAgain) { m_roomAgain = std::move(roomAgain); }

    /// Any thread; holds for events from now on.
    void setBackpressure(Backpressure policy) { m_policy.store(policy); }
    [[nodiscard]] Backpressure backpressure() const { return m_policy.load(); }

    void onEvent(const Event& event) override;
    void onRoundEnd() override;
    [[nodiscard]] bool hasRoom() const override { return isBelow(roomLimit()); }
    [[nodiscard]] bool hasReserve() const override { return isBelow(fullAt()); }

    /// Everything that is waiting; empty when nothing is. One consumer thread.
    [[nodiscard]] EventBatch take();
    /// The same, but waits up to `timeout` for something to come, and when it came up to `gather`
    /// for more, until the batch is large enough. One consumer thread.
    [[nodiscard]] EventBatch waitAndTake(std::chrono::milliseconds timeout,
                                         std::chrono::milliseconds gather = {});
    /// Ends waitAndTake() at once, or the next one. Any thread.
    void interrupt();
    /// Gives the memory of a batch back that the consumer is done with, for events to come: fresh
    /// memory costs more than the copy into it. It is kept while there is traffic. Consumer thread.
    void recycle(EventBatch batch);

private:
    void keepMessage(const Event& event, const Message& message);
    EventBatch takeLocked(std::unique_lock<std::mutex>& lock);
    [[nodiscard]] std::size_t roomLimit() const;
    [[nodiscard]] std::size_t fullAt() const;
    [[nodiscard]] bool isBelow(std::size_t limit) const;

    const std::size_t m_byteLimit;
    std::atomic<Backpressure> m_policy{Backpressure::Throttle};
    std::function<void()> m_wakeUp;
    std::function<void()> m_roomAgain;

    mutable std::mutex m_mutex;
    std::condition_variable m_notEmpty;
    EventBatch m_waiting;
    EventBatch m_spare; ///< empty, with memory
    /// m_waiting.bytes for hasRoom(), which is asked before every read: no lock while there is room.
    std::atomic<std::size_t> m_bytes{0};
    bool m_announced = false; ///< the consumer was woken for the waiting events
    bool m_gathering = false; ///< the consumer waits for more
    bool m_interrupted = false;
    mutable bool m_wasFull = false; ///< isBelow() said no since the last take
};

} // namespace pipecore
