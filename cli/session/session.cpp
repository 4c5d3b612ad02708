#include "session/session.h"

#include "output/identity_lines.h"
#include "system/context.h"
#include "system/output_pipe.h"

#include <chrono>
#include <utility>

namespace pipescope::cli {

namespace {

// Limit of a print call; more would only wait in memory.
constexpr std::size_t printSize = 256 * 1024;

} // namespace

Session::Session(const Arguments& arguments, Context& context)
    : m_context(context)
    , m_console(context.console)
    , m_wakeEvent(context.wakeEvent)
    , m_recordPath(arguments.record)
    , m_fifo(arguments.fifo)
    , m_jsonLines(arguments.jsonLines)
    , m_printer(arguments.jsonLines ? EventPrinter::Format::JsonLines
                                    : EventPrinter::Format::People)
    , m_decoders(arguments.decoders)
    , m_identities(arguments.identity ? std::make_unique<IdentityLookup>(m_wakeEvent) : nullptr)
    , m_queries({.identity = arguments.identity, .facts = arguments.facts})
    , m_live(std::make_unique<pipecore::ThreadRunner>())
{
    if (arguments.framing) {
        m_frames.emplace(*arguments.framing);
    }
    if (arguments.proto.types) {
        m_printer.setTypes(TypedEvents(arguments.proto, arguments.framing.has_value()));
    }
    m_live.setBackpressure(arguments.backpressure);
    m_live.setConsumer([event = m_wakeEvent] { event->set(); });
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
    return m_live.start();
}

pipecore::Result<void> Session::startRecording()
{
    if (m_fifo || m_recordPath == "-") {
        return startStream();
    }
    if (m_recordPath && isWrittenInto(*m_recordPath)) {
        return pipecore::refuse(*m_recordPath
                                + " is a pipe, a device or an output that is already open: use "
                                  "--record - and redirect it in the shell");
    }
    return m_recordPath ? m_live.recordTo(pathOf(*m_recordPath)) : pipecore::Result<void>();
}

pipecore::Result<void> Session::startStream()
{
    auto pipe = m_fifo ? OutputPipe::open(*m_fifo, [this] { return m_context.shouldEnd(); })
                       : OutputPipe::standardOutput();
    if (!pipe) {
        return std::unexpected(pipe.error());
    }
    m_console.divert(m_fifo ? Console::Target::Nowhere : Console::Target::Error);
    return m_live.streamTo(std::move(*pipe), [event = m_wakeEvent] { event->set(); });
}

bool Session::hasLostReader() const
{
    return m_live.stream() != nullptr && m_live.stream()->status().problem;
}

/// Users end such a recording by closing its reader. This is reported and is not a failure.
pipecore::Result<void> Session::streamResult() const
{
    const auto status = m_live.stream()->status();
    if (!status.problem) {
        return {};
    }
    if (status.problem->kind != pipecore::ErrorKind::PeerClosed) {
        return std::unexpected(*status.problem);
    }
    if (!m_fifo) {
        Console::error("pipescope-cli: the recording has no reader any more: ended after "
                       + std::to_string(status.rows) + (status.rows == 1 ? " row" : " rows"));
    }
    return {};
}

pipecore::EventBatch Session::next(std::optional<WakeEvent::Clock::time_point> deadline)
{
    m_wakeEvent->wait(deadline);
    return takeAndPrint();
}

pipecore::EventBatch Session::takeAndPrint()
{
    pipecore::EventBatch batch = m_live.take();
    m_decoders.reloadChanged();
    std::string text;
    for (const pipecore::Event& event : batch.events) {
        if (!m_queries.isUntimely(event)) {
            text += linesOf(event);
        }
        m_queries.ask(m_live.engine(), event);
        if (const auto* const connected = std::get_if<pipecore::PeerConnected>(&event.body);
            connected != nullptr && m_identities) {
            if (const auto asked =
                    m_identities->ask(event.connection, *connected->peer, event.wallNs);
                !asked) {
                complainOnce(asked.error());
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
    m_decoders.report();
    return batch;
}

std::string Session::linesOf(const pipecore::Event& event)
{
    if (!m_frames) {
        return m_printer.line(event);
    }
    std::string lines;
    m_frames->next(event, [&](const pipecore::Event& shown, const pipecore::Phrase* problem) {
        lines += m_printer.line(shown, problem);
    });
    return lines;
}

/// A flood of clients is refused thousands of times.
void Session::complainOnce(const pipecore::Error& error)
{
    if (m_identityError != error) {
        m_identityError = error;
        Console::error("pipescope-cli: --identity: " + describe(error));
    }
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

pipecore::Result<void> Session::fileResult() const
{
    const pipecore::Recorder& recorder = *m_live.recorder();
    const pipecore::Recorder::Status status = recorder.status();
    if (status.problem) {
        return std::unexpected(*status.problem);
    }
    if (status.lostRecords > 0) {
        return pipecore::refuse("the recording " + *m_recordPath + " lacks "
                                    + std::to_string(status.lostRecords) + " records",
                                pipecore::ErrorKind::Resources);
    }
    if (const std::uint64_t dropped = recorder.facts().totals().dropped; dropped > 0) {
        Console::error("the recording " + *m_recordPath + " lacks the payloads of "
                       + std::to_string(dropped) + " messages");
    }
    return {};
}

pipecore::Result<void> Session::stop()
{
    if (std::exchange(m_isOver, true)) {
        return {};
    }
    m_live.requestStop();
    m_live.waitForEnd();
    takeAndPrint();
    if (m_identities) {
        // With all other waits, the end takes a second at most.
        constexpr std::chrono::milliseconds lookUpTimeout{400};
        const bool all = m_identities->finish(lookUpTimeout);
        m_console.write(foundIdentities());
        if (!all) {
            Console::error("pipescope-cli: --identity: some clients were not looked up in time");
        }
    }
    if (m_live.stream() != nullptr) {
        return streamResult();
    }
    return m_live.recorder() != nullptr ? fileResult() : pipecore::Result<void>();
}

} // namespace pipescope::cli
