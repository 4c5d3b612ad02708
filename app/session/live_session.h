#pragma once

#include "engine/engine_bridge.h"
#include "engine/engine_thread.h"

#include "pipecore/engine/engine.h"
#include "pipecore/session/session.h"

#include <QObject>

#include <memory>

namespace pipescope {

/// Pipes that are being served now, and the record of what passes: engine, queue and recorder with
/// its journal. GUI thread.
///
/// The end has an order: requestStop() asks the engine, whose thread ends every conversation, then
/// writes what is waiting and closes the journal; stopped() comes when all of it is done. The
/// window goes on painting meanwhile.
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

    [[nodiscard]] pipecore::Engine& engine() { return *m_engine; }
    [[nodiscard]] const pipecore::Recorder& recorder() const { return *m_recorder; }
    /// The folder that the journal is in, with those that a crash left behind.
    [[nodiscard]] const pipecore::JournalFolder& journalFolder() const { return *m_folder; }
    /// What failed of what the user asked for, since the last call.
    [[nodiscard]] std::vector<OperationFailure> takeFailures() { return m_bridge.takeFailures(); }
    /// Answers to questions about a connection, since the last call.
    [[nodiscard]] std::vector<pipecore::Event> takeAnswers() { return m_bridge.takeAnswers(); }
    /// Where the engine's events go. A measurement puts its own there, from a thread of its own, while
    /// the engine has no pipes.
    [[nodiscard]] pipecore::EventSink& events() { return m_bridge; }
    /// What is done when the recorder does not keep up.
    void setBackpressure(pipecore::Backpressure policy) { m_queue.setBackpressure(policy); }
    [[nodiscard]] pipecore::Backpressure backpressure() const { return m_queue.backpressure(); }
    /// active() shall be emitted again at the next event.
    void sleep() { m_bridge.sleep(); }

    /// Begins the end; again and again without harm.
    void requestStop();
    [[nodiscard]] bool isStopped() const { return m_thread == nullptr || m_thread->isOver(); }
    /// Removes the journal: it was saved, or is not wanted. After stopped() only.
    void discardJournal();

signals:
    /// Something happened after sleep(); not again until the next sleep().
    void active();
    /// The same, emitted on the engine's thread.
    void woken();
    void stopped();

private:
    explicit LiveSession(QObject* parent = nullptr);
    [[nodiscard]] pipecore::Result<void> startRecorder(const QString& folder);

    // Destroyed from the end: first the thread, last what the others use.
    pipecore::EventQueue m_queue;
    EngineBridge m_bridge;
    std::unique_ptr<pipecore::Engine> m_engine;
    std::unique_ptr<pipecore::JournalFolder> m_folder;
    std::unique_ptr<pipecore::Recorder> m_recorder;
    std::unique_ptr<EngineThread> m_thread;
};

} // namespace pipescope
