#ifdef _WIN32

#    include "system/interrupt.h"

#    include "pipecore/base/thread_start.h"
#    include "system/output_pipe.h"

#    include <atomic>
#    include <chrono>
#    include <condition_variable>
#    include <mutex>
#    include <thread>

#    include <windows.h>

namespace pipescope::cli {

namespace {

constexpr UINT exitInterrupted = 130;
// Windows ends a program by itself about five seconds after its console was closed.
constexpr std::chrono::milliseconds closeTime{4500};

/// State that the handler, which Windows calls on a thread of its own, shares with the main thread.
struct Shared
{
    std::mutex mutex;
    std::condition_variable finished;
    WakeEvent* wakeEvent = nullptr; ///< null while no Interrupt is there
    int count = 0;
};

Shared& shared()
{
    static Shared instance;
    return instance;
}

BOOL WINAPI onConsoleEvent(DWORD event)
{
    Shared& state = shared();
    std::unique_lock lock(state.mutex);
    if (state.wakeEvent == nullptr) {
        return FALSE;
    }
    if (++state.count > 1 && (event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT)) {
        TerminateProcess(GetCurrentProcess(), exitInterrupted);
    }
    state.wakeEvent->set();
    // When the console closes, the process ends as soon as this returns.
    if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT) {
        state.finished.wait_for(lock, closeTime, [&state] { return state.wakeEvent == nullptr; });
    }
    return TRUE;
}

/// Looks now and then whether somebody still reads standard output: no event of Windows tells.
class ReaderWatch
{
public:
    explicit ReaderWatch(WakeEvent& wakeEvent)
    {
        const HANDLE output = GetStdHandle(STD_OUTPUT_HANDLE);
        if (GetFileType(output) == FILE_TYPE_PIPE) {
            // Without a thread the next line tells, as before.
            [[maybe_unused]] const auto started =
                pipecore::startThread(m_thread, "the reader of standard output",
                                      [this, &wakeEvent, output] { watch(wakeEvent, output); });
        }
    }
    ReaderWatch(const ReaderWatch&) = delete;
    ReaderWatch& operator=(const ReaderWatch&) = delete;
    ~ReaderWatch()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isEnding = true;
        }
        m_ending.notify_all();
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }
    [[nodiscard]] bool isReaderGone() const { return m_isReaderGone; }

private:
    void watch(WakeEvent& wakeEvent, HANDLE output)
    {
        constexpr std::chrono::milliseconds step{200};
        std::unique_lock lock(m_mutex);
        while (!m_ending.wait_for(lock, step, [this] { return m_isEnding; })) {
            lock.unlock();
            const bool isGone = isOtherEndClosed(output);
            lock.lock();
            if (isGone) {
                m_isReaderGone = true;
                wakeEvent.set();
                return;
            }
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_ending;
    bool m_isEnding = false;
    std::atomic<bool> m_isReaderGone = false;
    std::thread m_thread;
};

} // namespace

class Interrupt::Impl
{
public:
    explicit Impl(WakeEvent& wakeEvent) : m_reader(wakeEvent)
    {
        {
            const std::lock_guard lock(shared().mutex);
            shared().wakeEvent = &wakeEvent;
            shared().count = 0;
        }
        SetConsoleCtrlHandler(onConsoleEvent, TRUE);
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl()
    {
        {
            const std::lock_guard lock(shared().mutex);
            shared().wakeEvent = nullptr;
        }
        shared().finished.notify_all();
        SetConsoleCtrlHandler(onConsoleEvent, FALSE);
    }
    [[nodiscard]] static bool requested()
    {
        const std::lock_guard lock(shared().mutex);
        return shared().count > 0;
    }
    [[nodiscard]] bool isReaderGone() const { return m_reader.isReaderGone(); }

private:
    ReaderWatch m_reader;
};

Interrupt::Interrupt(WakeEvent& wakeEvent) : m_impl(std::make_unique<Impl>(wakeEvent)) {}

Interrupt::~Interrupt() = default;

const pipecore::Result<void>& Interrupt::started() const
{
    static const pipecore::Result<void> always; // Windows makes the thread, when it is needed
    return always;
}

bool Interrupt::isReaderGone() const
{
    return m_impl->isReaderGone();
}

bool Interrupt::requested() const
{
    return Impl::requested();
}

} // namespace pipescope::cli

#endif
