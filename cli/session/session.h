#pragma once

#include "arguments/arguments.h"
#include "output/event_printer.h"
#include "session/fan_out.h"
#include "session/identity_lookup.h"
#include "session/questions.h"
#include "system/context.h"

#include "pipecore/engine/engine.h"
#include "pipecore/engine/event_queue.h"
#include "pipecore/session/session.h"
#include "pipecore/session/stream_recorder.h"

#include <memory>
#include <optional>
#include <thread>

namespace pipescope::cli {

/// The engine on its thread, the recorder if one is wanted, and their events on the main thread,
/// printed as they are taken. Main thread only.
class Session
{
public:
    /// `context` is not owned.
    Session(const Arguments& arguments, Context& context);
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    /// stop()s.
    ~Session();

    /// Opens the recording and starts the engine. Errors of the file system and the engine.
    [[nodiscard]] pipecore::Result<void> start();
    [[nodiscard]] pipecore::Engine& engine() { return *m_engine; }

    /// Waits until the doorbell rings or the deadline has come, then prints and returns the events that
    /// are there; there may be none.
    [[nodiscard]] pipecore::EventBatch next(std::optional<Doorbell::Clock::time_point> deadline);
    /// Who took the live recording is gone: there is nothing left to do it for.
    [[nodiscard]] bool hasLostReader() const;
    /// Ends the engine, prints its last events and completes the recording. The error is why the
    /// recording has a gap. Idempotent.
    pipecore::Result<void> stop();

private:
    pipecore::EventBatch takeAndPrint();
    [[nodiscard]] std::string foundIdentities();

    [[nodiscard]] pipecore::Result<void> startRecording();
    [[nodiscard]] pipecore::Result<void> startStream();
    pipecore::Result<void> stopStream();

    Context& m_context;
    Console& m_console;
    std::shared_ptr<Doorbell> m_doorbell;
    std::optional<std::string> m_recordPath;
    std::optional<std::string> m_fifo;
    bool m_jsonLines;
    EventPrinter m_printer;
    std::unique_ptr<IdentityLookup> m_identities; ///< with --identity
    Questions m_questions;

    // In the order in which they need each other.
    pipecore::EventQueue m_queue;
    pipecore::EventQueue m_recordQueue;
    FanOut m_fanOut;
    std::unique_ptr<pipecore::Recorder> m_recorder;
    std::unique_ptr<pipecore::StreamRecorder> m_stream;
    bool m_recordingEnded = false;
    std::unique_ptr<pipecore::Engine> m_engine;
    std::thread m_thread;
};

} // namespace pipescope::cli
