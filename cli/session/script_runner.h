#pragma once

#include "arguments/arguments.h"
#include "system/wake_event.h"

#include "pipecore/base/error.h"
#include "pipecore/model/event.h"
#include "pipecore/model/ids.h"

#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace pipescope::cli {

/// Target of a script. The real one is the engine and standard input.
class ScriptPort
{
public:
    ScriptPort() = default;
    ScriptPort(const ScriptPort&) = delete;
    ScriptPort& operator=(const ScriptPort&) = delete;
    virtual ~ScriptPort() = default;

    virtual pipecore::Result<pipecore::OperationId> send(pipecore::Bytes payload) = 0;
    /// The next piece of standard input, if available.
    virtual std::optional<pipecore::Bytes> takeInput() = 0;
    [[nodiscard]] virtual bool inputEnded() const = 0;
    /// Why standard input ended before its end, if it did.
    [[nodiscard]] virtual std::optional<pipecore::Error> inputProblem() const = 0;
};

/// Does the steps of `connect` one after the other. Knows no threads and no clock: it gets what
/// happened and when.
///
/// In message mode an expectation takes the next message and fails if it is another one. In byte mode
/// it takes as many bytes of the stream as it expects, however they come, and fails at the first that
/// is another one.
class ScriptRunner
{
public:
    using Time = WakeEvent::Clock::time_point;

    enum class State {
        Waiting,     ///< not connected yet
        Running,     ///< steps are left, or sends are not complete
        Done,        ///< all steps are done and everything was sent
        Mismatch,    ///< an expectation failed: problem()
        Failed,      ///< a send failed, or standard input: error()
        Interrupted, ///< it was asked to end before it was done
    };

    /// How steps are done.
    struct Way
    {
        pipecore::PipeMode mode = pipecore::PipeMode::Message;
        /// How long each expectation waits, and with `oneAtATime` each send; zero: without limit.
        std::chrono::milliseconds patience{0};
        /// A send begins when the one before is complete: a transaction, which ends with its reply.
        bool oneAtATime = false;
    };
    /// `port` is not owned.
    ScriptRunner(std::vector<Step> script, const Way& way, ScriptPort& port);

    [[nodiscard]] State state() const { return m_state; }
    /// Expected and received data, in lines for people.
    [[nodiscard]] const std::string& problem() const { return m_problem; }
    [[nodiscard]] const pipecore::Error& error() const { return m_error; }
    /// When to call advance() although nothing happens.
    [[nodiscard]] std::optional<Time> deadline() const;

    void connected(Time now);
    void received(pipecore::ByteView payload, bool continues, Time now);
    void sent(pipecore::OperationId operation, Time now);
    /// A send did not work.
    void failed(pipecore::OperationId operation, const pipecore::Error& error);
    /// The conversation is over. Standard input that has no end yet is given a moment for it.
    void peerGone(Time now);
    /// Continues as far as possible: input may have come, time may have passed.
    void advance(Time now);
    /// Ctrl+C: what is not done will not be. Standard input as the last step ends as if it were at its end.
    void interrupted();

private:
    [[nodiscard]] bool expectsMore() const;
    [[nodiscard]] bool waitsForSends(Time now);
    void fail(pipecore::Error error);
    void failUnsent();
    [[nodiscard]] bool advanceOne(Time now);
    bool sendNow(pipecore::Bytes payload);
    bool advanceInput(Time now);
    bool advanceExpectation(Time now);
    bool compareMessage(const pipecore::Bytes& expected);
    bool compareStream(const pipecore::Bytes& expected);
    void mismatch(std::string_view why, const std::optional<pipecore::Bytes>& came);
    void nextStep();

    std::vector<Step> m_script;
    Way m_way;
    ScriptPort& m_port;

    State m_state = State::Waiting;
    std::string m_problem;
    pipecore::Error m_error;

    std::size_t m_step = 0;
    std::optional<Time> m_stepDeadline; ///< of the current expectation, or of a transaction
    bool m_isPeerGone = false;
    /// Messages that came and no expectation has taken; in byte mode one, the stream so far.
    std::deque<pipecore::Bytes> m_received;
    bool m_lastContinues = false; ///< the last of m_received is not whole yet
    std::unordered_map<pipecore::OperationId, std::size_t> m_outstanding;
    std::size_t m_outstandingBytes = 0;
};

} // namespace pipescope::cli
