#pragma once

#include "pipecore/engine.h"

#include <QThread>

#include <functional>

namespace pipescope {

/// The thread that serves the pipes: it runs the engine, then one last step, and ends. It has no
/// event loop and no slots.
class EngineThread final : public QThread
{
    Q_OBJECT

public:
    /// `engine` is not owned and must outlive the thread. `afterwards` is called on this thread
    /// when the engine has ended, before finished().
    EngineThread(pipecore::Engine& engine, std::function<void()> afterwards,
                 QObject* parent = nullptr);

protected:
    void run() override;

private:
    pipecore::Engine& m_engine;
    std::function<void()> m_afterwards;
};

} // namespace pipescope
