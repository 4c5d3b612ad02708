#ifndef _WIN32

#    include "system/interrupt.h"

#    include "pipecore/base/thread_start.h"

#    include <array>
#    include <atomic>
#    include <cerrno>
#    include <csignal>
#    include <thread>

#    include <fcntl.h>
#    include <poll.h>
#    include <unistd.h>

namespace pipescope::cli {

namespace {

constexpr std::array<int, 3> endingSignals{SIGINT, SIGTERM, SIGHUP}; // SIGHUP is the last
constexpr int exitInterrupted = 130;

// A signal handler knows nothing but globals.
std::atomic<int> signalCount{0};
std::atomic<int> signalPipe{-1};
static_assert(std::atomic<int>::is_always_lock_free);

} // namespace

extern "C" {
static void onEndingSignal(int)
{
    const int saved = errno;
    if (signalCount.fetch_add(1) > 0) {
        ::_exit(exitInterrupted);
    }
    const char mark = 'i';
    // The pipe is empty, so there is room.
    [[maybe_unused]] const ssize_t written = ::write(signalPipe.load(), &mark, 1);
    errno = saved;
}
}

/// The handler may only write to a pipe; a thread reads it and rings. It waits for the reader of standard
/// output as well.
class Interrupt::Impl
{
public:
    explicit Impl(WakeEvent& wakeEvent)
    {
        if (::pipe2(m_pipe.data(), O_CLOEXEC) != 0) {
            m_started =
                pipecore::refuse("no pipe to report Ctrl+C", pipecore::ErrorKind::Resources);
            return;
        }
        signalCount = 0;
        signalPipe = m_pipe[1];
        m_started = pipecore::startThread(m_thread, "noting Ctrl+C",
                                          [this, &wakeEvent] { readMarks(wakeEvent); });
        if (!m_started) {
            return;
        }
        struct sigaction action
        {};
        action.sa_handler = onEndingSignal;
        action.sa_flags = SA_RESTART;
        for (std::size_t i = 0; i < endingSignals.size(); ++i) {
            ::sigaction(endingSignals[i], &action, &m_before[i]);
        }
        // With nohup the closing of the terminal means nothing.
        if (m_before.back().sa_handler == SIG_IGN) {
            ::sigaction(SIGHUP, &m_before.back(), nullptr);
        }
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl()
    {
        if (m_thread.joinable()) {
            for (std::size_t i = 0; i < endingSignals.size(); ++i) {
                ::sigaction(endingSignals[i], &m_before[i], nullptr);
            }
            const char mark = 'q';
            [[maybe_unused]] const ssize_t written = ::write(m_pipe[1], &mark, 1);
            m_thread.join();
        }
        for (const int end : m_pipe) {
            if (end >= 0) {
                ::close(end);
            }
        }
    }
    [[nodiscard]] const pipecore::Result<void>& started() const { return m_started; }
    [[nodiscard]] bool requested() const { return m_requested; }
    [[nodiscard]] bool isReaderGone() const { return m_readerGone; }

private:
    void readMarks(WakeEvent& wakeEvent)
    {
        // Without events a pipe reports POLLERR, a socket or a terminal POLLHUP; a file nothing.
        std::array<pollfd, 2> waits{{{m_pipe[0], POLLIN, 0}, {STDOUT_FILENO, 0, 0}}};
        for (;;) {
            if (::poll(waits.data(), waits.size(), -1) < 0) {
                if (errno == EINTR) {
                    continue;
                }
                return;
            }
            if ((waits[1].revents & (POLLERR | POLLHUP)) != 0) {
                m_readerGone = true;
                wakeEvent.set();
            }
            if (waits[1].revents != 0) {
                waits[1].fd = -1; // once
            }
            char mark = 0;
            if (waits[0].revents == 0 || ::read(m_pipe[0], &mark, 1) != 1) {
                continue;
            }
            if (mark != 'i') {
                return;
            }
            m_requested = true;
            wakeEvent.set();
        }
    }

    pipecore::Result<void> m_started;
    std::array<int, 2> m_pipe{-1, -1};
    std::array<struct sigaction, endingSignals.size()> m_before{};
    std::thread m_thread;
    std::atomic<bool> m_requested{false};
    std::atomic<bool> m_readerGone{false};
};

Interrupt::Interrupt(WakeEvent& wakeEvent) : m_impl(std::make_unique<Impl>(wakeEvent)) {}

Interrupt::~Interrupt() = default;

const pipecore::Result<void>& Interrupt::started() const
{
    return m_impl->started();
}

bool Interrupt::isReaderGone() const
{
    return m_impl->isReaderGone();
}

bool Interrupt::requested() const
{
    return m_impl->requested();
}

} // namespace pipescope::cli

#endif
