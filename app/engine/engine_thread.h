#pragma once

#include "tasks/checked_thread.h"

#include "pipecore/live/runner.h"

#include <functional>

namespace pipescope {

/// The QThread of the live session: runs the engine's loop, then the end of the recording. It has
/// no Qt event loop, and no object lives in it.
class EngineThread final : public CheckedThread, public pipecore::Runner
{
public:
    EngineThread();
    /// Waits for the end, which must have been requested from the session.
    ~EngineThread() override;

    [[nodiscard]] pipecore::Result<void> launch(std::function<void()> work) override;
    void waitForEnd() override;

private:
    void work() override;

    std::function<void()> m_work;
};

} // namespace pipescope
