#pragma once

#include "file_descriptor.h"
#include "pipecore/base/error.h"
#include "pipecore/engine/backend.h"

#include <sys/epoll.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace pipecore {

class Poller;

/// Something with a descriptor that waits for it to become readable or writable. Engine's thread.
class Pollable
{
public:
    explicit Pollable(Poller& poller) : m_poller(poller) {}
    Pollable(const Pollable&) = delete;
    Pollable& operator=(const Pollable&) = delete;
    virtual ~Pollable();

    /// The descriptor is ready for `events` (EPOLLIN, EPOLLOUT, EPOLLHUP, EPOLLERR).
    virtual void onReady(std::uint32_t events) = 0;
    /// epoll_ctl(2) refused to watch the descriptor: nothing would ever tell that it is ready. What waits
    /// for it ends with `error`.
    virtual void onWatchRefused(const Error& error) = 0;
    [[nodiscard]] virtual int descriptor() const = 0;
    /// Events it waits for; nullopt for none. An empty mask still reports hang-ups.
    [[nodiscard]] virtual std::optional<std::uint32_t> interest() const = 0;

protected:
    /// interest() may have changed. The kernel is updated before the next wait, and only if it still
    /// differs then: a read that is re-armed at once costs no system call.
    void interestChanged();
    /// Whether the kernel is asked for `events` as things stand.
    [[nodiscard]] bool isRegisteredFor(std::uint32_t events) const
    {
        return m_registered && (*m_registered & events) == events;
    }
    /// Forget the descriptor now: it is about to be closed.
    void forget();

    Poller& m_poller;

private:
    friend class Poller;
    std::optional<std::uint32_t> m_registered;
    bool m_dirty = false;
};

/// epoll(7), level-triggered, and the completions that are ready to be handed out. Level-triggered so
/// that a descriptor is looked at again as long as something is left, without reading until EAGAIN.
class Poller
{
public:
    static Result<std::unique_ptr<Poller>> create();

    /// A completion for the next wait(), to be filled in.
    Completion& complete(Channel& channel, OperationKind kind)
    {
        Completion& completion = m_ready.emplace_back();
        completion.channel = &channel;
        completion.kind = kind;
        return completion;
    }
    void wait(std::vector<Completion>& completions,
              std::optional<std::chrono::nanoseconds> timeout);
    /// Any thread.
    void wake();

private:
    friend class Pollable;
    Poller(FileDescriptor epoll, FileDescriptor wakeUp);
    void updateInterests();
    void poll(std::optional<std::chrono::nanoseconds> timeout);

    FileDescriptor m_epoll;
    FileDescriptor m_wakeUp; ///< eventfd(2)
    std::vector<Completion> m_ready;
    std::vector<Pollable*> m_dirty;
    std::array<epoll_event, 128> m_events{};
    unsigned m_roundsWithoutPoll = 0;
};

} // namespace pipecore
