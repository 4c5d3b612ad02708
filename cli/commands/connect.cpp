#include "commands/talk.h"
#include "session/script_runner.h"
#include "session/session.h"
#include "system/input.h"

#include "pipecore/discovery/socket_owner.h"

#include <algorithm>
#include <optional>

namespace pipescope::cli {

namespace {

using pipecore::CloseReason;

/// The script's way to the engine and to standard input.
class EnginePort final : public ScriptPort
{
public:
    /// `transacts`: each message is written and answered in one operation.
    EnginePort(pipecore::Operations& engine, pipecore::LiveConnection connection, bool transacts)
        : m_engine(engine)
        , m_connection(connection)
        , m_transacts(transacts)
    {}

    [[nodiscard]] pipecore::Result<void> openInput(const Context& context,
                                                   const Arguments& arguments)
    {
        m_input.emplace(context.wakeEvent, arguments.rawInput, arguments.keepLineEnds);
        return m_input->start();
    }
    pipecore::Result<pipecore::OperationId> send(pipecore::Bytes payload) override
    {
        const auto done = [this](const pipecore::Outcome& outcome) { notifyScript(outcome); };
        return m_transacts ? m_engine.transact(m_connection, std::move(payload), done)
                           : m_engine.send(m_connection, std::move(payload), done);
    }
    /// Receiver of the outcomes of sends. Not owned; before anything is sent.
    void setScript(ScriptRunner& script) { m_script = &script; }
    std::optional<pipecore::Bytes> takeInput() override
    {
        return m_input ? m_input->take() : std::nullopt;
    }
    [[nodiscard]] bool inputEnded() const override { return !m_input || m_input->atEnd(); }

private:
    void notifyScript(const pipecore::Outcome& outcome)
    {
        if (const auto* const failed = outcome.failure()) {
            m_script->failed(outcome.operation, failed->error);
        } else {
            m_script->sent(outcome.operation, WakeEvent::Clock::now());
        }
    }

    pipecore::Operations& m_engine;
    pipecore::LiveConnection m_connection;
    bool m_transacts;
    ScriptRunner* m_script = nullptr;
    std::optional<Input> m_input;
};

/// A client from its first attempt to its end.
class Conversation
{
public:
    Conversation(const Arguments& arguments, Context& context, Session& session)
        : m_arguments(arguments)
        , m_context(context)
        , m_session(session)
    {}

    [[nodiscard]] ExitStatus run();

private:
    void loop(ScriptRunner& script, pipecore::LiveEndpoint endpoint);
    void handle(const pipecore::Event& event, ScriptRunner& script);
    /// Before anything is sent: who serves the name?
    void warnOfOwner() const;
    void handleDisconnected(const pipecore::Disconnected& body, ScriptRunner& script);
    void endIfDone(ScriptRunner& script, pipecore::LiveEndpoint endpoint);
    [[nodiscard]] ExitStatus outcome(const ScriptRunner& script);

    const Arguments& m_arguments;
    Context& m_context;
    Session& m_session;
    bool m_closed = false;
    bool m_ending = false; ///< we asked for the end
    /// The connection's own failure: it could not be made, or it broke.
    std::optional<pipecore::Error> m_lastError;
    std::optional<pipecore::Error> m_failure;
};

ExitStatus Conversation::run()
{
    const bool calls = m_arguments.talk == Talk::Call;
    const auto ids = calls ? m_session.operations().call(m_arguments.call)
                           : m_session.operations().connect(m_arguments.client);
    if (!ids) {
        return reportError(ids.error());
    }
    EnginePort port(m_session.operations(), ids->connection, m_arguments.talk == Talk::Transact);
    const bool input = std::ranges::any_of(
        m_arguments.script, [](const Step& step) { return step.kind == Step::Kind::Input; });
    if (const auto opened =
            input ? port.openInput(m_context, m_arguments) : pipecore::Result<void>();
        !opened) {
        return reportError(opened.error());
    }
    ScriptRunner script(m_arguments.script, m_arguments.client.mode, m_arguments.expectTime, port);
    port.setScript(script);
    loop(script, ids->endpoint);
    return outcome(script);
}

void Conversation::loop(ScriptRunner& script, pipecore::LiveEndpoint endpoint)
{
    while (!m_closed) {
        const pipecore::EventBatch batch = m_session.next(script.deadline());
        for (const pipecore::Event& event : batch.events) {
            m_session.tell(event);
            handle(event, script);
        }
        script.advance(WakeEvent::Clock::now());
        if (!m_closed && !m_ending) {
            endIfDone(script, endpoint);
        }
    }
}

void Conversation::handle(const pipecore::Event& event, ScriptRunner& script)
{
    const auto now = WakeEvent::Clock::now();
    if (std::holds_alternative<pipecore::PeerConnected>(event.body)) {
        warnOfOwner();
        script.connected(now);
    } else if (const auto* message = std::get_if<pipecore::Message>(&event.body)) {
        if (message->direction == pipecore::Direction::Received) {
            script.received(event.payload, message->continues, now);
        }
    } else if (const auto* failed = std::get_if<pipecore::Failed>(&event.body)) {
        if (!failed->operation) {
            m_lastError = failed->error; // the connection's own
        }
    } else if (const auto* gone = std::get_if<pipecore::Disconnected>(&event.body)) {
        handleDisconnected(*gone, script);
    } else if (std::holds_alternative<pipecore::EndpointClosed>(event.body)) {
        m_closed = true;
    }
}

void Conversation::warnOfOwner() const
{
    const auto name = pipecore::PipeName::parse(m_arguments.client.name);
    const auto warning = name ? pipecore::socketOwnerWarning(*name) : std::nullopt;
    if (warning) {
        Console::complain("pipescope-cli: warning: " + warning->text());
    }
}

void Conversation::handleDisconnected(const pipecore::Disconnected& body, ScriptRunner& script)
{
    if (body.reason == CloseReason::Failed && m_lastError) {
        m_failure = m_lastError;
    } else if (!m_ending) {
        script.peerGone();
    } else if (body.discardedBytes > 0 && script.state() == ScriptRunner::State::Done) {
        m_failure = pipecore::Error{pipecore::ErrorKind::TimedOut,
                                    pipecore::ErrorDomain::None,
                                    0,
                                    {},
                                    std::to_string(body.discardedBytes)
                                        + " bytes were not read by the peer in time"};
    }
}

void Conversation::endIfDone(ScriptRunner& script, pipecore::LiveEndpoint endpoint)
{
    using State = ScriptRunner::State;
    const bool shouldEnd = m_context.shouldEnd() || m_session.hasLostReader();
    if (shouldEnd) {
        script.interrupted();
    }
    // Without a script, and if the peer decides the end, the connection stays.
    const bool stays = m_arguments.talk == Talk::Call || m_arguments.script.empty()
                       || m_arguments.client.connection.echo
                       || m_arguments.exitAfterDisconnects > 0;
    const bool wrong = script.state() == State::Mismatch || script.state() == State::Failed;
    const bool done = script.state() == State::Done && !stays;
    if (!wrong && !done && !shouldEnd) {
        return;
    }
    m_ending = true;
    const bool atOnce = wrong && !shouldEnd;
    m_session.operations().closeEndpoint(endpoint, atOnce ? pipecore::CloseMode::Abortive
                                                          : pipecore::CloseMode::Graceful);
}

ExitStatus Conversation::outcome(const ScriptRunner& script)
{
    const auto stopped = m_session.stop();
    if (script.state() == ScriptRunner::State::Mismatch) {
        Console::error("pipescope-cli: " + script.problem());
        return ExitStatus::ExpectationFailed;
    }
    if (m_failure) {
        return reportError(*m_failure);
    }
    if (script.state() == ScriptRunner::State::Failed) {
        return reportError(script.error());
    }
    if (script.state() == ScriptRunner::State::Waiting && m_lastError && !m_ending) {
        return reportError(*m_lastError);
    }
    if (!stopped) {
        return reportError(stopped.error());
    }
    return ExitStatus::Done;
}

} // namespace

ExitStatus connect(const Arguments& arguments, Context& context)
{
    Session session(arguments, context);
    if (const auto started = session.start(); !started) {
        return reportError(started.error());
    }
    return Conversation(arguments, context, session).run();
}

} // namespace pipescope::cli
