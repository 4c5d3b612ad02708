#ifdef _WIN32

#    include "system/interrupt.h"

#    include <atomic>
#    include <condition_variable>
#    include <mutex>

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

} // namespace

class Interrupt::Impl
{
public:
    explicit Impl(WakeEvent& wakeEvent)
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
    return false;
}

bool Interrupt::requested() const
{
    return Impl::requested();
}

} // namespace pipescope::cli

#endif
