#pragma once

#include "engine/activity.h"
#include "engine/call_queue.h"
#include "engine/engine_thread.h"

#include "pipecore/live/live_session.h"

#include <QObject>

#include <memory>

namespace pipescope {

/// The live session of the window: pipecore::LiveSession on an EngineThread, with a journal, and
/// signals. Outcomes of its operations are reported in the GUI thread. GUI thread only.
///
/// stopped() follows the end; the window stays responsive meanwhile.
class LiveSession : public QObject
{
    Q_OBJECT

public:
    /// Starts the engine and the recording in `folder`, or in the system's temporary folder if that
    /// is not writable. Errors: of the file system, or if the system refuses the engine its
    /// resources.
    [[nodiscard]] static pipecore::Result<std::unique_ptr<LiveSession>>
    start(const QString& folder);
    /// Stops and waits.
    ~LiveSession() override;

    [[nodiscard]] pipecore::LiveSession& core() { return m_session; }
    [[nodiscard]] pipecore::Engine& engine() { return m_session.engine(); }
    [[nodiscard]] pipecore::Operations& operations() { return m_session.operations(); }
    [[nodiscard]] const pipecore::Recorder& recorder() const { return *m_session.recorder(); }
    /// The folder of the journal and of those left by crashes.
    [[nodiscard]] const pipecore::JournalFolder& journalFolder() const
    {
        return *m_session.journals();
    }
    /// Rearms active() for the next event.
    void sleep() { m_activity.sleep(); }

    /// Requests the end; repeated calls are harmless.
    void requestStop() { m_session.requestStop(); }
    [[nodiscard]] bool isStopped() const { return m_thread->isOver(); }
    /// Removes the journal: it was saved, or is not needed. After stopped() only.
    void discardJournal();

signals:
    /// Something happened after sleep(); emitted once until the next sleep().
    void active();
    /// The same, emitted on the engine's thread.
    void woken();
    void stopped();

private:
    explicit LiveSession(std::unique_ptr<EngineThread> thread);

    CallQueue m_outcomes;
    Activity m_activity;
    EngineThread* const m_thread; ///< the session's
    pipecore::LiveSession m_session;
};

} // namespace pipescope
