#pragma once

#include "pipecore/engine/engine.h"
#include "pipecore/engine/event_queue.h"
#include "pipecore/live/operations.h"
#include "pipecore/live/runner.h"
#include "pipecore/session/session.h"
#include "pipecore/session/stream_recorder.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>

namespace pipecore {

class Backend;
class FanOut;

/// Pipes that are being served now, and the record of what passes: an engine, those who hear its events,
/// a recorder, and the thread that is given for it.
///
/// Set consumers and recorders before start(). The end has an order, on the runner's thread: the
/// engine ends every connection; pending outcomes are reported; then the recorder writes what is
/// waiting and closes its file; then atEnd() is called. One thread, unless said otherwise.
class LiveSession
{
public:
    /// `runner` is the thread to be; not null. `deliver` brings outcomes to where they are wanted;
    /// without it they are reported on the engine's thread. With a consumer they are reported in tell().
    explicit LiveSession(std::unique_ptr<Runner> runner, Outcomes::Deliver deliver = {});
    LiveSession(const LiveSession&) = delete;
    LiveSession& operator=(const LiveSession&) = delete;
    /// requestStop()s and waits.
    ~LiveSession();

    /// `listener` hears every event on the engine's thread before it is recorded, and each end of a round
    /// after the queues have. It must not block, unless it knows why. Not owned.
    void setListener(EventSink& listener);
    /// Sets a consumer that take()s events. `wakeUp` is called on the engine's thread when there
    /// are some after there were none.
    void setConsumer(std::function<void()> wakeUp);
    /// Called on the runner's thread when everything is over.
    void setAtEnd(std::function<void()> atEnd) { m_atEnd = std::move(atEnd); }
    /// For tests, in place of this system's backend.
    void setBackend(std::unique_ptr<Backend> backend);
    /// As Recorder::setFlushInterval(). Before recordTo().
    void setFlushInterval(std::chrono::milliseconds interval) { m_flushInterval = interval; }

    /// Records in a file, which must not exist. Errors as Recorder::start(); another file may be tried
    /// then.
    [[nodiscard]] Result<void> recordTo(const std::filesystem::path& file);
    /// Records in a journal of its own in this folder.
    [[nodiscard]] Result<void> recordInto(const std::filesystem::path& journals);
    /// Records into another program. `ended` as StreamRecorder has it.
    [[nodiscard]] Result<void> streamTo(std::unique_ptr<RecordStream> stream,
                                        std::function<void()> ended);

    /// Makes the engine and launches the runner. Call once. Errors: of Engine::create() and
    /// Runner::launch(); the session is over then.
    [[nodiscard]] Result<void> start();

    /// After start(), as all that follows. Any thread.
    [[nodiscard]] Engine& engine() { return *m_engine; }
    /// Requests to the engine. Any thread.
    [[nodiscard]] Operations& operations() { return *m_operations; }
    /// Number of the session's events and facts. Any thread.
    [[nodiscard]] LiveConnection connection(ConnectionId id) const { return LiveConnection(id); }
    [[nodiscard]] LiveEndpoint endpoint(EndpointId id) const { return LiveEndpoint(id); }

    /// Null when nothing is recorded that could be read back. Any thread.
    [[nodiscard]] Recorder* recorder() const { return m_recorder.get(); }
    /// Null without recordInto().
    [[nodiscard]] const JournalFolder* journals() const { return m_journals.get(); }
    /// Null without streamTo().
    [[nodiscard]] const StreamRecorder* stream() const { return m_stream.get(); }
    /// Target of the engine's events. A measurement puts its own there, from a thread of its own, while the
    /// engine has no pipes.
    [[nodiscard]] EventSink& events();

    /// Behaviour when consumer or recorder do not keep up. Any thread, at any time.
    void setBackpressure(Backpressure policy);
    [[nodiscard]] Backpressure backpressure() const { return m_recordQueue.backpressure(); }

    /// The consumer's events that are waiting. The consumer's thread.
    [[nodiscard]] EventBatch take() { return m_consumerQueue.take(); }
    /// Tells those whose outcome this event of the consumer's is. The consumer's thread.
    void tell(const Event& event) { m_outcomes.see(event); }

    /// Begins the end; again and again without harm. Any thread.
    void requestStop();
    /// Returns after the end. Events that the consumer has not taken stay for it.
    void waitForEnd() { m_runner->waitForEnd(); }

private:
    void run();

    // Destroyed from the end: first the thread, last the objects that the others use.
    EventQueue m_consumerQueue;
    EventQueue m_recordQueue;
    Outcomes m_outcomes;
    bool m_hasConsumer = false;
    std::chrono::milliseconds m_flushInterval = Recorder::defaultFlushInterval;
    std::unique_ptr<FanOut> m_fanOut;
    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Operations> m_operations;
    std::unique_ptr<JournalFolder> m_journals;
    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<StreamRecorder> m_stream;
    std::function<void()> m_atEnd;
    std::unique_ptr<Runner> m_runner;
};

} // namespace pipecore
