#pragma once

#include "pipecore/event.h"

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
    void clear();

private:
    std::byte* reserve(std::size_t size, std::size_t alignment);

    std::vector<std::unique_ptr<std::byte[]>> m_blocks;
    std::byte* m_next = nullptr;
    std::size_t m_left = 0;
};

/// Events that belong together with the memory their payloads are in. Movable, not copyable.
struct EventBatch
{
    std::vector<Event> events;
    PayloadArena arena;
    std::size_t bytes = 0; ///< what the batch holds in memory, events and payloads
};

/// Hands events from the engine's thread to one consumer thread, bounded by bytes.
///
/// When more than `byteLimit` is waiting, hasRoom() is false and the engine stops reading; no event
/// is ever lost, so what was read already and lifecycle events may exceed the limit a little.
class EventQueue final : public EventSink
{
public:
    explicit EventQueue(std::size_t byteLimit = std::size_t{64} * 1024 * 1024);

    /// Called (on the engine's thread, without a lock held) when a round left something in a queue
    /// that was empty before. Set before the engine runs.
    void setWakeUp(std::function<void()> wakeUp) { m_wakeUp = std::move(wakeUp); }
    /// Called (on the consumer's thread) when a full queue was taken: Engine::resumeReading().
    void setRoomAgain(std::function<void()> roomAgain) { m_roomAgain = std::move(roomAgain); }

    void onEvent(const Event& event) override;
    void onRoundEnd() override;
    [[nodiscard]] bool hasRoom() const override;

    /// Everything that is waiting; empty when nothing is. One consumer thread.
    [[nodiscard]] EventBatch take();
    /// The same, but waits up to `timeout` for something to come. One consumer thread.
    [[nodiscard]] EventBatch waitAndTake(std::chrono::milliseconds timeout);

private:
    EventBatch takeLocked(std::unique_lock<std::mutex>& lock);

    const std::size_t m_byteLimit;
    std::function<void()> m_wakeUp;
    std::function<void()> m_roomAgain;

    mutable std::mutex m_mutex;
    std::condition_variable m_notEmpty;
    EventBatch m_waiting;
    /// m_waiting.bytes for hasRoom(), which is asked before every read: no lock while there is room.
    std::atomic<std::size_t> m_bytes{0};
    bool m_announced = false;       ///< the consumer was woken for what is waiting
    mutable bool m_wasFull = false; ///< hasRoom() said no since the last take
};

} // namespace pipecore
