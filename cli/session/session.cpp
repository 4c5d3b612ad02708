#include "session/session.h"

#include "output/identity_lines.h"
#include "system/output_pipe.h"
#include "system/paths.h"

#include "pipecore/base/thread_start.h"

#include <chrono>
#include <utility>

namespace pipescope::cli {

namespace {

// So much is printed at once; more would only wait in memory.
constexpr std::size_t printSize = 256 * 1024;

} // namespace

Session::Session(const Arguments& arguments, Context& context)
    : m_context(context)
    , m_console(context.console)
    , m_doorbell(context.doorbell)
    , m_recordPath(arguments.record)
    , m_fifo(arguments.fifo)
    , m_jsonLines(arguments.jsonLines)
    , m_printer(arguments.jsonLines ? EventPrinter::Format::JsonLines
                                    : EventPrinter::Format::People)
    , m_identities(arguments.identity ? std::make_unique<IdentityLookup>(m_doorbell) : nullptr)
    , m_questions({.identity = arguments.identity, .facts = arguments.facts})
    , m_fanOut(m_queue, m_recordQueue)
{
    m_queue.setBackpressure(arguments.backpressure);
    m_recordQueue.setBackpressure(arguments.backpressure);
}

Session::~Session()
{
    stop();
}

pipecore::Result<void> Session::start()
{
    if (auto recording = startRecording(); !recording) {
        return recording;
    }
    const bool records = m_recorder || m_stream;
    pipecore::EventSink& sink = records ? static_cast<pipecore::EventSink&>(m_fanOut) : m_queue;
    auto engine = pipecore::Engine::create(sink);
    if (!engine) {
        return std::unexpected(engine.error());
    }
    m_engine = std::move(*engine);

    m_queue.setWakeUp([this] { m_doorbell->ring(); });
    const auto resume = [this] { m_engine->resumeReading(); };
    m_queue.setRoomAgain(resume);
    m_recordQueue.setRoomAgain(resume);
    return pipecore::startThread(m_thread, "the engine", [this] { m_engine->run(); });
}

pipecore::Result<void> Session::startRecording()
{
    if (m_fifo || m_recordPath == "-") {
        return startStream();
    }
    if (m_recordPath && isWrittenInto(*m_recordPath)) {
        return pipecore::refuse(*m_recordPath
                                + " is a pipe, a device or an output that is open already: write "
                                  "--record - and let the shell open it");
    }
    if (m_recordPath) {
        m_recorder = std::make_unique<pipecore::Recorder>(m_recordQueue);
        if (auto started = m_recorder->start(pathOf(*m_recordPath)); !started) {
            m_recorder.reset();
            return started;
        }
    }
    return {};
}

pipecore::Result<void> Session::startStream()
{
    auto pipe = m_fifo ? OutputPipe::open(*m_fifo, [this] { return m_context.shouldEnd(); })
                       : OutputPipe::standardOutput();
    if (!pipe) {
        return std::unexpected(pipe.error());
    }
    m_console.divert(m_fifo ? Console::Target::Nowhere : Console::Target::Error);
    m_stream = std::make_unique<pipecore::StreamRecorder>(m_recordQueue, std::move(*pipe),
                                                          [bell = m_doorbell] { bell->ring(); });
    if (auto started = m_stream->start(); !started) {
        m_stream.reset();
        return started;
    }
    return {};
}

bool Session::hasLostReader() const
{
    return m_stream && m_stream->status().problem;
}

/// A reader that has closed is how such a recording is ended by people. It is said, and no failure.
pipecore::Result<void> Session::stopStream()
{
    m_stream->stop();
    const auto status = m_stream->status();
    m_stream.reset();
    if (!status.problem) {
        return {};
    }
    if (status.problem->kind != pipecore::ErrorKind::PeerClosed) {
        return std::unexpected(*status.problem);
    }
    if (!m_fifo) {
        Console::complain("pipescope-cli: nobody reads the recording any more: ended after "
                          + std::to_string(status.rows) + (status.rows == 1 ? " row" : " rows"));
    }
    return {};
}

pipecore::EventBatch Session::next(std::optional<Doorbell::Clock::time_point> deadline)
{
    m_doorbell->wait(deadline);
    return takeAndPrint();
}

pipecore::EventBatch Session::takeAndPrint()
{
    pipecore::EventBatch batch = m_queue.take();
    std::string text;
    for (const pipecore::Event& event : batch.events) {
        if (!m_questions.isTooLate(event)) {
            text += m_printer.line(event);
        }
        m_questions.ask(*m_engine, event);
        if (const auto* const connected = std::get_if<pipecore::PeerConnected>(&event.body);
            connected != nullptr && m_identities) {
            if (const auto asked =
                    m_identities->ask(event.connection, *connected->peer, event.wallNs);
                !asked) {
                Console::complain("pipescope-cli: --identity: " + describe(asked.error()));
            }
        }
        if (text.size() >= printSize) {
            m_console.write(text);
            text.clear();
        }
    }
    text += foundIdentities();
    if (!text.empty()) {
        m_console.write(text);
    }
    return batch;
}

std::string Session::foundIdentities()
{
    std::string text;
    if (!m_identities) {
        return text;
    }
    const std::int64_t now = std::chrono::duration_cast<std::chrono::nanoseconds>(
                                 std::chrono::system_clock::now().time_since_epoch())
                                 .count();
    for (const IdentityLookup::Found& found : m_identities->take()) {
        text += m_jsonLines ? identityJsonLine(found.connection, now, found.identity)
                            : identityTextLine(found.connection, now, found.identity);
    }
    return text;
}

pipecore::Result<void> Session::stop()
{
    if (m_thread.joinable()) {
        m_engine->requestStop();
        m_thread.join();
        takeAndPrint();
        if (m_identities) {
            m_identities->finish();
            m_console.write(foundIdentities());
        }
    }
    if (m_stream) {
        return stopStream();
    }
    if (!m_recorder) {
        return {};
    }
    const bool first = !std::exchange(m_recordingEnded, true);
    m_recorder->stop();
    const std::uint64_t dropped = m_recorder->facts().totals().dropped;
    const pipecore::Recorder::Status status = m_recorder->status();
    if (status.problem) {
        return std::unexpected(*status.problem);
    }
    if (status.lostRecords > 0) {
        return pipecore::refuse("the recording " + *m_recordPath + " lacks "
                                    + std::to_string(status.lostRecords) + " records",
                                pipecore::ErrorKind::Resources);
    }
    if (first && dropped > 0) {
        Console::complain("the recording " + *m_recordPath + " lacks the payloads of "
                          + std::to_string(dropped) + " messages");
    }
    return {};
}

} // namespace pipescope::cli
