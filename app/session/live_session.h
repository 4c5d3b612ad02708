#pragma once

#include "engine/activity.h"
#include "engine/call_queue.h"
#include "engine/engine_thread.h"

#include "pipecore/live/live_session.h"

#include <QObject>

#include <memory>

namespace pipescope {

/// The live session of the window: pipecore::LiveSession on an EngineThread, with a journal, and
/// signals. Outcomes of its operations are told in the GUI thread. GUI thread.
///
/// stopped() comes when the end is over; the window goes on painting meanwhile.
class LiveSession : public QObject
{
    Q_OBJECT

public:
    /// Starts to serve and to record in `folder`, and in the system's folder for temporary files
    /// when that one cannot be written. Errors: of the file system, or when the system refuses the
    /// engine what it needs.
    [[nodiscard]] static pipecore::Result<std::unique_ptr<LiveSession>>
    start(const QString& folder);
    /// Stops and waits.
    ~LiveSession() override;

    [[nodiscard]] pipecore::LiveSession& core() { return m_session; }
    [[nodiscard]] pipecore::Engine& engine() { return m_session.engine(); }
    [[nodiscard]] pipecore::Operations& operations() { return m_session.operations(); }
    [[nodiscard]] const pipecore::Recorder& recorder() const { return *m_session.recorder(); }
    /// The folder that the journal is in, with those that a crash left behind.
    [[nodiscard]] const pipecore::JournalFolder& journalFolder() const
    {
        return *m_session.journals();
    }
    /// active() shall be emitted again at the next event.
    void sleep() { m_activity.sleep(); }

    /// Begins the end; again and again without harm.
    void requestStop() { m_session.requestStop(); }
    [[nodiscard]] bool isStopped() const { return m_thread->isOver(); }
    /// Removes the journal: it was saved, or is not wanted. After stopped() only.
    void discardJournal();

signals:
    /// Something happened after sleep(); not again until the next sleep().
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
