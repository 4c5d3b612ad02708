#include "commands/talk.h"
#include "session/script_runner.h"
#include "session/session.h"
#include "system/input.h"

#include "pipecore/discovery/socket_owner.h"
#include "pipecore/model/pipe_name.h"

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
    [[nodiscard]] std::optional<pipecore::Error> inputProblem() const override
    {
        return m_input ? m_input->problem() : std::nullopt;
    }

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
    void loop(ScriptRunner& script, const pipecore::Operations::Client& ids);
    /// Standard input may reach its end a moment after the conversation.
    void waitForScript(ScriptRunner& script);
    void handle(const pipecore::Event& event, ScriptRunner& script);
    /// Before anything is sent: who serves the name?
    void warnOfOwner() const;
    void handleDisconnected(const pipecore::Disconnected& body, ScriptRunner& script);
    void endIfDone(ScriptRunner& script, const pipecore::Operations::Client& ids);
    /// The script is done, and nothing else keeps the conversation.
    [[nodiscard]] bool isOver(const ScriptRunner& script) const;
    [[nodiscard]] std::optional<WakeEvent::Clock::time_point> stayDeadline() const;
    [[nodiscard]] pipecore::ExplainContext known() const;
    [[nodiscard]] ExitStatus outcome(const ScriptRunner& script);

    const Arguments& m_arguments;
    Context& m_context;
    Session& m_session;
    bool m_closed = false;
    bool m_ending = false; ///< we asked for the end
    bool m_endedSending = false;
    bool m_isReplied = false;  ///< something was received
    bool m_isReplyCut = false; ///< and it was not all of it
    /// Since when the script is done and nothing has come or gone.
    std::optional<WakeEvent::Clock::time_point> m_quietSince;
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
    const bool transacts = m_arguments.talk == Talk::Transact;
    ScriptRunner script(m_arguments.script,
                        {.mode = m_arguments.client.mode,
                         .patience = m_arguments.expectTime,
                         .oneAtATime = transacts},
                        port);
    port.setScript(script);
    loop(script, *ids);
    waitForScript(script);
    return outcome(script);
}

void Conversation::loop(ScriptRunner& script, const pipecore::Operations::Client& ids)
{
    while (!m_closed) {
        auto deadline = script.deadline();
        if (const auto stay = stayDeadline(); stay && (!deadline || *stay < *deadline)) {
            deadline = stay;
        }
        const pipecore::EventBatch batch = m_session.next(deadline);
        for (const pipecore::Event& event : batch.events) {
            m_session.tell(event);
            handle(event, script);
        }
        script.advance(WakeEvent::Clock::now());
        if (script.state() == ScriptRunner::State::Done && !m_quietSince) {
            m_quietSince = WakeEvent::Clock::now();
        }
        if (!m_closed && !m_ending) {
            endIfDone(script, ids);
        }
    }
}

void Conversation::waitForScript(ScriptRunner& script)
{
    while (script.state() == ScriptRunner::State::Running && script.deadline()
           && !m_context.interrupt.requested()) {
        m_context.wakeEvent->wait(script.deadline());
        script.advance(WakeEvent::Clock::now());
    }
}

std::optional<WakeEvent::Clock::time_point> Conversation::stayDeadline() const
{
    return m_arguments.stay && m_quietSince ? std::optional(*m_quietSince + *m_arguments.stay)
                                            : std::nullopt;
}

void Conversation::handle(const pipecore::Event& event, ScriptRunner& script)
{
    const auto now = WakeEvent::Clock::now();
    if (std::holds_alternative<pipecore::PeerConnected>(event.body)) {
        warnOfOwner();
        script.connected(now);
    } else if (const auto* message = std::get_if<pipecore::Message>(&event.body)) {
        if (m_quietSince) {
            m_quietSince = now;
        }
        if (message->direction == pipecore::Direction::Received) {
            m_isReplied = true;
            m_isReplyCut = message->continues;
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
        Console::error("pipescope-cli: warning: " + warning->text());
    }
}

void Conversation::handleDisconnected(const pipecore::Disconnected& body, ScriptRunner& script)
{
    if (body.reason == CloseReason::Failed && m_lastError) {
        m_failure = m_lastError;
    } else if (!m_ending) {
        script.peerGone(WakeEvent::Clock::now());
    } else if (body.discardedBytes > 0 && script.state() == ScriptRunner::State::Done) {
        m_failure = pipecore::Error{pipecore::ErrorKind::TimedOut,
                                    pipecore::ErrorDomain::None,
                                    0,
                                    {},
                                    std::to_string(body.discardedBytes)
                                        + " bytes were not read by the peer in time"};
    }
}

bool Conversation::isOver(const ScriptRunner& script) const
{
    if (script.state() != ScriptRunner::State::Done) {
        return false;
    }
    if (const auto deadline = stayDeadline()) {
        return WakeEvent::Clock::now() >= *deadline;
    }
    // Without a script, and if the peer decides the end, the connection stays.
    return m_arguments.talk != Talk::Call && !m_arguments.script.empty()
           && !m_arguments.client.connection.echo && m_arguments.exitAfterDisconnects == 0
           && !m_arguments.endSending;
}

void Conversation::endIfDone(ScriptRunner& script, const pipecore::Operations::Client& ids)
{
    using State = ScriptRunner::State;
    if (m_arguments.endSending && !m_endedSending && script.state() == State::Done) {
        m_endedSending = true;
        m_session.operations().endSending(ids.connection, [this](const pipecore::Outcome& outcome) {
            if (const auto* failed = outcome.failure()) {
                m_failure = failed->error;
            }
        });
    }
    const bool shouldEnd = m_context.shouldEnd() || m_session.hasLostReader();
    if (shouldEnd) {
        script.interrupted();
    }
    const bool wrong =
        script.state() == State::Mismatch || script.state() == State::Failed || m_failure;
    if (!wrong && !shouldEnd && !isOver(script)) {
        return;
    }
    m_ending = true;
    const bool atOnce = (wrong && !shouldEnd) || script.state() == State::Interrupted;
    m_session.operations().closeEndpoint(ids.endpoint, atOnce ? pipecore::CloseMode::Abortive
                                                              : pipecore::CloseMode::Graceful);
}

/// Collects the facts for the hint of a failure.
pipecore::ExplainContext Conversation::known() const
{
    pipecore::ExplainContext context;
    context.role = pipecore::Role::Client;
    if (m_arguments.talk == Talk::Call) {
        context.timeout = m_arguments.call.timeout;
        return context;
    }
    const pipecore::ClientOptions& client = m_arguments.client;
    if (const auto name = pipecore::PipeName::parse(client.name)) {
        context.remote = name->isRemote();
    }
    context.mode = client.mode;
    if (client.access != pipecore::ClientAccess::ReadWrite) {
        context.access = pipecore::asServerAccess(client.access);
    }
    context.synchronous = client.io == pipecore::IoModel::Synchronous;
    context.timeout = client.wait == pipecore::WaitPolicy::FailAtOnce
                          ? std::chrono::milliseconds::zero()
                          : client.timeout;
    return context;
}

ExitStatus Conversation::outcome(const ScriptRunner& script)
{
    const auto stopped = m_session.stop();
    if (script.state() == ScriptRunner::State::Mismatch) {
        Console::error("pipescope-cli: " + script.problem());
        return ExitStatus::ExpectationFailed;
    }
    // A call is done when its reply has come; the script has only what is expected of that.
    const bool isUndone = script.state() == ScriptRunner::State::Interrupted
                          || (m_arguments.talk == Talk::Call && m_ending && !m_isReplied);
    if (isUndone && m_context.interrupt.requested()) {
        return ExitStatus::Interrupted;
    }
    if (m_failure) {
        return reportError(*m_failure, known());
    }
    if (script.state() == ScriptRunner::State::Failed) {
        return reportError(script.error(), known());
    }
    if (m_arguments.talk == Talk::Call && m_isReplyCut && !m_arguments.allowCutReply) {
        Console::error("pipescope-cli: the reply is longer than --reply-limit "
                       + std::to_string(m_arguments.call.replyLimit)
                       + ": the rest is lost\n  Raise the limit, or add --allow-cut-reply.");
        return ExitStatus::PipeError;
    }
    if (script.state() == ScriptRunner::State::Waiting && m_lastError && !m_ending) {
        return reportError(*m_lastError, known());
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
        return context.interrupt.requested() ? ExitStatus::Interrupted
                                             : reportError(started.error());
    }
    return Conversation(arguments, context, session).run();
}

} // namespace pipescope::cli
