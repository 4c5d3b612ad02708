#pragma once

#include "tasks/checked_thread.h"

namespace pipecore {
class Engine;
class Recorder;
} // namespace pipecore

namespace pipescope {

/// The QThread that the engine's loop runs on. It has no Qt event loop, and no object lives in it.
/// After the engine's end it writes what is waiting and closes the journal.
class EngineThread final : public CheckedThread
{
public:
    /// Neither is owned; both must stay until the end.
    EngineThread(pipecore::Engine& engine, pipecore::Recorder& recorder);
    /// Waits for the end, which somebody must have asked the engine for.
    ~EngineThread() override;

private:
    void work() override;

    pipecore::Engine& m_engine;
    pipecore::Recorder& m_recorder;
};

} // namespace pipescope
