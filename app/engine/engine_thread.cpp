#include "engine/engine_thread.h"

#include "pipecore/engine/engine.h"
#include "pipecore/session/session.h"

namespace pipescope {

EngineThread::EngineThread(pipecore::Engine& engine, pipecore::Recorder& recorder)
    : CheckedThread("engine")
    , m_engine(engine)
    , m_recorder(recorder)
{}

EngineThread::~EngineThread()
{
    waitForEnd();
}

void EngineThread::work()
{
    m_engine.run();
    m_recorder.stop();
}

} // namespace pipescope
