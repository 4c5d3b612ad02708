#pragma once

#include "command.h"
#include "pipecore/engine/backend.h"

#include <atomic>
#include <cstddef>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace pipecore {

/// Requests on their way to the engine's thread, in order, bounded by the memory of their payloads. Those
/// that are made on that thread itself, from inside an event, take no lock.
class CommandQueue
{
public:
    /// `backend` outlives this; it is woken when something comes to an empty queue.
    explicit CommandQueue(Backend& backend) : m_backend(backend) {}

    /// Any thread. `payloadBytes`: memory of its payload, 0 to leave it uncounted. WouldBlock
    /// when too much waits, Stopped after end().
    template <typename Request>
    [[nodiscard]] Result<void> submit(Request request, std::size_t payloadBytes)
    {
        if (m_thread.load(std::memory_order_relaxed) == std::this_thread::get_id()) {
            return submitOwn(std::move(request), payloadBytes);
        }
        bool wake = false;
        {
            const std::scoped_lock lock(m_mutex);
            if (m_ended) {
                return ended();
            }
            if (payloadBytes != 0 && m_bytes + payloadBytes > bytesLimit && m_bytes != 0) {
                return full();
            }
            wake = m_commands.empty();
            m_bytes += payloadBytes;
            m_commands.emplace_back(std::move(request));
            m_hasCommands.store(true, std::memory_order_release);
        }
        if (wake) {
            m_backend.wake();
        }
        return {};
    }

    /// The calling thread is the engine's, from now on. The functions below are for it.
    void setThread() { m_thread.store(std::this_thread::get_id()); }
    /// Moves the commands of other threads into `commands`, which is empty.
    void take(std::vector<Command>& commands)
    {
        if (m_hasCommands.load(std::memory_order_acquire)) {
            const std::scoped_lock lock(m_mutex);
            commands.swap(m_commands);
            m_bytes = 0;
            m_hasCommands.store(false, std::memory_order_relaxed);
        }
    }
    /// Commands submitted from inside events.
    void takeOwn(std::vector<Command>& commands)
    {
        commands.swap(m_ownCommands);
        m_ownBytes = 0;
    }
    /// takeOwn() has something to take.
    [[nodiscard]] bool hasOwn() const { return !m_ownCommands.empty(); }
    /// Takes no more.
    void end()
    {
        const std::scoped_lock lock(m_mutex);
        m_ended = true;
        m_ownEnded = true;
    }

private:
    static constexpr std::size_t bytesLimit = std::size_t{256} * 1024 * 1024;

    template <typename Request>
    Result<void> submitOwn(Request request, std::size_t payloadBytes)
    {
        // No lock, and the engine looks at these before it waits again.
        if (m_ownEnded) {
            return ended();
        }
        if (m_ownBytes + payloadBytes > bytesLimit && m_ownBytes != 0) {
            return full();
        }
        m_ownBytes += payloadBytes;
        m_ownCommands.emplace_back(std::move(request));
        return {};
    }
    static Result<void> ended() { return refuse("the engine has ended", ErrorKind::Stopped); }
    static Result<void> full()
    {
        return refuse("more than 256 MiB are queued", ErrorKind::WouldBlock);
    }

    Backend& m_backend;
    std::atomic<std::thread::id> m_thread;
    std::vector<Command> m_ownCommands;
    std::size_t m_ownBytes = 0; ///< payload of these
    bool m_ownEnded = false;    ///< m_ended for the engine's thread
    /// Whether m_commands has something: looking at it costs less than the lock, in every round.
    std::atomic<bool> m_hasCommands{false};
    std::mutex m_mutex; ///< guards what follows
    std::vector<Command> m_commands;
    std::size_t m_bytes = 0;
    bool m_ended = false;
};

} // namespace pipecore
