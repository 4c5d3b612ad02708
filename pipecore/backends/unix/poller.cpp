#include "poller.h"

#include "unix_error.h"

#include <sys/eventfd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <limits>
#include <memory>
#include <span>
#include <utility>

namespace pipecore {
namespace {

/// Completions that are always ready (writes that fit) must not keep the others from being seen.
constexpr unsigned maxRoundsWithoutPoll = 16;

} // namespace

Pollable::~Pollable()
{
    forget();
}

void Pollable::interestChanged()
{
    if (m_dirty) {
        return;
    }
    m_dirty = true;
    m_poller.m_dirty.push_back(this);
}

void Pollable::forget()
{
    if (m_registered) {
        epoll_ctl(m_poller.m_epoll.get(), EPOLL_CTL_DEL, descriptor(), nullptr);
    }
    m_registered.reset();
    if (m_dirty) {
        std::erase(m_poller.m_dirty, this);
    }
    m_dirty = false;
}

Poller::Poller(FileDescriptor epoll, FileDescriptor wakeUp)
    : m_epoll(std::move(epoll))
    , m_wakeUp(std::move(wakeUp))
{}

Result<std::unique_ptr<Poller>> Poller::create()
{
    FileDescriptor epoll(epoll_create1(EPOLL_CLOEXEC));
    if (!epoll) {
        return std::unexpected(systemError("epoll_create1", errno));
    }
    FileDescriptor wakeUp(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!wakeUp) {
        return std::unexpected(systemError("eventfd", errno));
    }
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = nullptr;
    if (epoll_ctl(epoll.get(), EPOLL_CTL_ADD, wakeUp.get(), &event) != 0) {
        return std::unexpected(systemError("epoll_ctl", errno));
    }
    return std::unique_ptr<Poller>(new Poller(std::move(epoll), std::move(wakeUp)));
}

void Poller::wake()
{
    // A full counter (EAGAIN) is a wake-up that is pending already.
    [[maybe_unused]] const int result = eventfd_write(m_wakeUp.get(), 1);
}

void Poller::updateInterests()
{
    // By index: onReady() may add to it.
    for (std::size_t i = 0; i < m_dirty.size(); ++i) { // NOLINT(modernize-loop-convert)
        Pollable* const pollable = m_dirty[i];
        pollable->m_dirty = false;
        const std::optional<std::uint32_t> wanted = pollable->interest();
        if (wanted == pollable->m_registered) {
            continue;
        }
        epoll_event event{};
        event.events = wanted.value_or(0);
        event.data.ptr = pollable;
        const int operation = !wanted                  ? EPOLL_CTL_DEL
                              : pollable->m_registered ? EPOLL_CTL_MOD
                                                       : EPOLL_CTL_ADD;
        if (epoll_ctl(m_epoll.get(), operation, pollable->descriptor(), &event) == 0) {
            pollable->m_registered = wanted;
        } else if (wanted) {
            // Out of memory (ENOMEM) or of watches (ENOSPC, /proc/sys/fs/epoll/max_user_watches).
            pollable->onWatchRefused(systemError("epoll_ctl", errno));
        }
    }
    m_dirty.clear();
}

void Poller::poll(std::optional<std::chrono::nanoseconds> timeout)
{
    // Rounded up: waking before a deadline would only spin until it.
    int milliseconds = -1;
    if (timeout) {
        const auto rounded = std::chrono::ceil<std::chrono::milliseconds>(*timeout).count();
        milliseconds = static_cast<int>(std::min<std::int64_t>(rounded, 60'000));
    }
    const int count =
        epoll_wait(m_epoll.get(), m_events.data(), static_cast<int>(m_events.size()), milliseconds);
    for (const epoll_event& event :
         std::span(m_events).first(static_cast<std::size_t>(std::max(count, 0)))) {
        if (event.data.ptr == nullptr) {
            eventfd_t ignored = 0;
            [[maybe_unused]] const int result = eventfd_read(m_wakeUp.get(), &ignored);
        } else {
            static_cast<Pollable*>(event.data.ptr)->onReady(event.events);
        }
    }
}

void Poller::wait(std::vector<Completion>& completions,
                  std::optional<std::chrono::nanoseconds> timeout)
{
    if (m_ready.empty()) {
        updateInterests();
        poll(timeout);
        m_roundsWithoutPoll = 0;
    } else if (++m_roundsWithoutPoll >= maxRoundsWithoutPoll) {
        updateInterests();
        poll(std::chrono::nanoseconds::zero());
        m_roundsWithoutPoll = 0;
    }
    if (completions.empty()) {
        completions.swap(m_ready);
    } else {
        std::ranges::move(m_ready, std::back_inserter(completions));
        m_ready.clear();
    }
}

} // namespace pipecore
