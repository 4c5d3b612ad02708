#include "win32/remote_opener.h"

#include "win32/client_end.h"
#include "win32/win32_error.h"

#include <chrono>
#include <system_error>
#include <utility>

namespace pipecore::win32 {
namespace {

/// How often a stopping opener repeats the cancellation: one that comes a moment before the thread
/// is inside CreateFile has no effect.
constexpr std::chrono::milliseconds cancelAgain{10};

} // namespace

RemoteOpener::~RemoteOpener()
{
    if (!m_thread.joinable()) {
        return;
    }
    {
        std::unique_lock lock(m_mutex);
        m_stop = true;
        m_waiting.clear();
        m_changed.notify_all();
        while (!m_changed.wait_for(lock, cancelAgain, [this] { return m_stopped; })) {
            interrupt();
        }
    }
    m_thread.join();
}

Result<void> RemoteOpener::startThread()
{
    if (m_thread.joinable()) {
        return {};
    }
    try {
        m_thread = std::thread([this] { run(); });
    } catch (const std::system_error& failure) {
        return refuse(std::string("no thread for names of other computers: ") + failure.what(),
                      ErrorKind::Resources);
    }
    return {};
}

Result<std::shared_ptr<RemoteOpener::Attempt>> RemoteOpener::open(ClientEnd& client,
                                                                  const OpenRequest& request)
{
    if (const Result<void> started = startThread(); !started) {
        return std::unexpected(started.error());
    }
    auto attempt = std::make_shared<Attempt>(request, FileHandle(), &client);
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(attempt);
    m_changed.notify_all();
    return attempt;
}

void RemoteOpener::abandon(Attempt& attempt)
{
    attempt.client = nullptr;
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_waiting, [&](const auto& waiting) { return waiting.get() == &attempt; });
    if (m_current.get() == &attempt) {
        interrupt();
    }
}

void RemoteOpener::deliver()
{
    if (!m_thread.joinable()) {
        return; // never used: the engine's every round comes by here
    }
    std::vector<std::shared_ptr<Attempt>> finished;
    {
        const std::lock_guard lock(m_mutex);
        finished.swap(m_finished);
    }
    for (const std::shared_ptr<Attempt>& attempt : finished) {
        if (attempt->client != nullptr) {
            attempt->client->opened(std::move(attempt->outcome));
        }
    }
}

void RemoteOpener::interrupt()
{
    if (m_threadHandle) {
        CancelSynchronousIo(m_threadHandle.get());
    }
}

void RemoteOpener::run()
{
    std::unique_lock lock(m_mutex);
    // CancelSynchronousIo wants a handle with this right, and std::thread has none on every
    // library.
    m_threadHandle = KernelHandle(OpenThread(THREAD_TERMINATE, FALSE, GetCurrentThreadId()));
    while (true) {
        m_changed.wait(lock, [this] { return m_stop || !m_waiting.empty(); });
        if (m_stop) {
            break;
        }
        m_current = std::move(m_waiting.front());
        m_waiting.pop_front();
        const std::shared_ptr<Attempt> attempt = m_current;
        lock.unlock();
        attempt->outcome = openPipe(attempt->request);
        lock.lock();
        m_current.reset();
        m_finished.push_back(attempt);
        lock.unlock();
        m_done();
        lock.lock();
    }
    m_stopped = true;
    m_changed.notify_all();
}

} // namespace pipecore::win32
