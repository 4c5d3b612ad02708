#include "engine/engine_thread.h"

#include <utility>

namespace pipescope {

EngineThread::EngineThread(pipecore::Engine& engine, std::function<void()> afterwards,
                           QObject* parent)
    : QThread(parent)
    , m_engine(engine)
    , m_afterwards(std::move(afterwards))
{
    setObjectName(QStringLiteral("engine"));
}

void EngineThread::run()
{
    m_engine.run();
    m_afterwards();
}

} // namespace pipescope
