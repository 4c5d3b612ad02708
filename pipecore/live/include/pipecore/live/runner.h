#pragma once

#include "pipecore/base/error.h"

#include <functional>
#include <thread>

namespace pipecore {

/// Gives an engine the thread that it runs on. The session starts none of its own: a window has its
/// toolkit's thread, a command line a plain one.
class Runner
{
public:
    Runner() = default;
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;
    /// waitForEnd()s.
    virtual ~Runner() = default;

    /// Does `work` on the thread. Call once. Error: Resources, when the system gives no thread; `work`
    /// is not called then.
    [[nodiscard]] virtual Result<void> launch(std::function<void()> work) = 0;
    /// Returns when the work is done, or was never launched. From the thread that launched it.
    virtual void waitForEnd() = 0;
};

/// A std::thread.
class ThreadRunner final : public Runner
{
public:
    ThreadRunner() = default;
    ThreadRunner(const ThreadRunner&) = delete;
    ThreadRunner& operator=(const ThreadRunner&) = delete;
    ~ThreadRunner() override;

    [[nodiscard]] Result<void> launch(std::function<void()> work) override;
    void waitForEnd() override;

private:
    std::thread m_thread;
};

} // namespace pipecore
