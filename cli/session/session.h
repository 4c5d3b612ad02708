#pragma once

#include "arguments/arguments.h"
#include "output/event_printer.h"
#include "output/framed_events.h"
#include "session/connection_queries.h"
#include "session/identity_lookup.h"
#include "system/context.h"

#include "pipecore/live/live_session.h"

#include <memory>
#include <optional>

namespace pipescope::cli {

/// A live session on a thread of its own, recorded if that is wanted, whose events come to the main
/// thread and are printed as they are taken. Main thread only.
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
    [[nodiscard]] pipecore::Operations& operations() { return m_live.operations(); }
    /// Tells those who wait for the outcome that this event is. For each event of next(), in order.
    void tell(const pipecore::Event& event) { m_live.tell(event); }

    /// Waits until the wakeEvent rings or the deadline has come, then prints and returns the events that
    /// are there; there may be none.
    [[nodiscard]] pipecore::EventBatch next(std::optional<WakeEvent::Clock::time_point> deadline);
    /// The reader of the live recording is gone, so the session has no purpose left.
    [[nodiscard]] bool hasLostReader() const;
    /// Ends the engine, prints its last events and completes the recording. The error is why the
    /// recording has a gap. Idempotent.
    pipecore::Result<void> stop();

private:
    pipecore::EventBatch takeAndPrint();
    [[nodiscard]] std::string linesOf(const pipecore::Event& event);
    [[nodiscard]] std::string foundIdentities();
    void complainOnce(const pipecore::Error& error);

    [[nodiscard]] pipecore::Result<void> startRecording();
    [[nodiscard]] pipecore::Result<void> startStream();
    [[nodiscard]] pipecore::Result<void> streamResult() const;
    [[nodiscard]] pipecore::Result<void> fileResult() const;

    Context& m_context;
    Console& m_console;
    std::shared_ptr<WakeEvent> m_wakeEvent;
    std::optional<std::string> m_recordPath;
    std::optional<std::string> m_fifo;
    bool m_jsonLines;
    EventPrinter m_printer;
    std::optional<FramedEvents> m_frames;           ///< with --framing
    DecoderFiles m_decoders;                        ///< of --decoder
    std::unique_ptr<IdentityLookup> m_identities;   ///< with --identity
    std::optional<pipecore::Error> m_identityError; ///< the last that was said
    ConnectionQueries m_queries;

    bool m_isOver = false; ///< the end was reported
    pipecore::LiveSession m_live;
};

} // namespace pipescope::cli
