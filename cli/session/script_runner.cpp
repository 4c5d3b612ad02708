#include "session/script_runner.h"

#include "pipecore/payload/payload.h"

#include <algorithm>
#include <utility>

namespace pipescope::cli {

namespace {

// Standard input is passed on as fast as the pipe takes it, not collected in the write queue.
constexpr std::size_t inputInFlight = 1024 * 1024;
constexpr std::size_t shownBytes = 64;
// The end of standard input may be on its way when the peer closes.
constexpr std::chrono::milliseconds inputEndTime{200};

/// `5 bytes  "Hello"  48 65 6C 6C 6F`, cut when it is long.
std::string shown(pipecore::ByteView bytes)
{
    const pipecore::ByteView front = bytes.first(std::min(bytes.size(), shownBytes));
    const std::string_view more = front.size() < bytes.size() ? " ..." : "";
    std::string text = std::to_string(bytes.size()) + " bytes";
    if (!bytes.empty()) {
        text += "  \"" + pipecore::formatText(front, pipecore::TextEncoding::Utf8) + '"';
        text += more;
        text += "  " + pipecore::formatHex(front);
        text += more;
    }
    return text;
}

} // namespace

ScriptRunner::ScriptRunner(std::vector<Step> script, const Way& way, ScriptPort& port)
    : m_script(std::move(script))
    , m_way(way)
    , m_port(port)
{}

std::optional<ScriptRunner::Time> ScriptRunner::deadline() const
{
    return m_state == State::Running ? m_stepDeadline : std::nullopt;
}

void ScriptRunner::connected(Time now)
{
    if (m_state != State::Waiting) {
        return; // Ctrl+C came first
    }
    m_state = State::Running;
    advance(now);
}

bool ScriptRunner::expectsMore() const
{
    return std::any_of(m_script.begin() + static_cast<std::ptrdiff_t>(m_step), m_script.end(),
                       [](const Step& step) { return step.kind == Step::Kind::Expect; });
}

void ScriptRunner::received(pipecore::ByteView payload, bool continues, Time now)
{
    if (m_state != State::Running || !expectsMore()) {
        return;
    }
    const bool goesOn = m_lastContinues || m_way.mode == pipecore::PipeMode::Byte;
    if (goesOn && !m_received.empty()) {
        m_received.back().insert(m_received.back().end(), payload.begin(), payload.end());
    } else {
        m_received.emplace_back(payload.begin(), payload.end());
    }
    m_lastContinues = continues;
    advance(now);
}

void ScriptRunner::sent(pipecore::OperationId operation, Time now)
{
    if (const auto found = m_outstanding.find(operation); found != m_outstanding.end()) {
        m_outstandingBytes -= found->second;
        m_outstanding.erase(found);
        if (m_way.oneAtATime) {
            m_stepDeadline.reset();
        }
        advance(now);
    }
}

void ScriptRunner::failed(pipecore::OperationId operation, const pipecore::Error& error)
{
    if (m_state != State::Running || !m_outstanding.contains(operation)) {
        return;
    }
    fail(error);
}

void ScriptRunner::fail(pipecore::Error error)
{
    m_error = std::move(error);
    m_state = State::Failed;
}

void ScriptRunner::failUnsent()
{
    fail({pipecore::ErrorKind::PeerClosed,
          pipecore::ErrorDomain::None,
          0,
          {},
          "the peer closed before everything was sent"});
}

void ScriptRunner::peerGone(Time now)
{
    if (m_state != State::Running) {
        return;
    }
    const bool atInput = m_step < m_script.size() && m_script[m_step].kind == Step::Kind::Input;
    if (m_step < m_script.size() && m_script[m_step].kind == Step::Kind::Expect) {
        mismatch("the peer closed before it arrived", std::nullopt);
    } else if (m_outstanding.empty() && atInput && m_step + 1 == m_script.size()) {
        m_isPeerGone = true;
        m_stepDeadline = now + inputEndTime;
        advance(now);
    } else {
        failUnsent();
    }
}

void ScriptRunner::interrupted()
{
    if (m_state != State::Waiting && m_state != State::Running) {
        return;
    }
    // Standard input has no end but this where somebody types.
    const bool isLastInput =
        m_step + 1 == m_script.size() && m_script[m_step].kind == Step::Kind::Input;
    if (m_state == State::Waiting || !isLastInput) {
        m_state = State::Interrupted;
    }
}

void ScriptRunner::advance(Time now)
{
    while (m_state == State::Running && advanceOne(now)) {}
}

bool ScriptRunner::advanceOne(Time now)
{
    if (m_way.oneAtATime && waitsForSends(now)) {
        return false;
    }
    if (m_step == m_script.size()) {
        if (m_outstanding.empty()) {
            m_state = State::Done;
        }
        return false;
    }
    Step& step = m_script[m_step];
    switch (step.kind) {
    case Step::Kind::Send:
        if (!sendNow(std::move(step.payload))) {
            return false;
        }
        nextStep();
        return true;
    case Step::Kind::Input: return advanceInput(now);
    case Step::Kind::Expect: break;
    }
    return advanceExpectation(now);
}

/// A transaction is under way; one that takes too long fails.
bool ScriptRunner::waitsForSends(Time now)
{
    if (m_outstanding.empty()) {
        return false;
    }
    if (!m_stepDeadline && m_way.patience.count() > 0) {
        m_stepDeadline = now + m_way.patience;
    }
    if (m_stepDeadline && now >= *m_stepDeadline) {
        fail({pipecore::ErrorKind::TimedOut,
              pipecore::ErrorDomain::None,
              0,
              {},
              "no reply within " + std::to_string(m_way.patience.count()) + " ms"});
    }
    return true;
}

void ScriptRunner::nextStep()
{
    ++m_step;
    m_stepDeadline.reset();
}

bool ScriptRunner::sendNow(pipecore::Bytes payload)
{
    const std::size_t size = payload.size();
    const auto operation = m_port.send(std::move(payload));
    if (!operation) {
        fail(operation.error());
        return false;
    }
    m_outstanding.emplace(*operation, size);
    m_outstandingBytes += size;
    return true;
}

bool ScriptRunner::advanceInput(Time now)
{
    if (m_isPeerGone) {
        const bool isUnsent = m_port.takeInput().has_value();
        if (isUnsent || (!m_port.inputEnded() && now >= *m_stepDeadline)) {
            failUnsent();
            return false;
        }
    }
    if (m_outstandingBytes >= inputInFlight) {
        return false;
    }
    if (auto piece = m_port.takeInput()) {
        // A stream has no empty messages.
        return (piece->empty() && m_way.mode == pipecore::PipeMode::Byte)
               || sendNow(std::move(*piece));
    }
    if (!m_port.inputEnded()) {
        return false;
    }
    if (auto problem = m_port.inputProblem()) {
        fail(std::move(*problem));
        return false;
    }
    nextStep();
    return true;
}

bool ScriptRunner::advanceExpectation(Time now)
{
    if (!m_stepDeadline && m_way.patience.count() > 0) {
        m_stepDeadline = now + m_way.patience;
    }
    const pipecore::Bytes& expected = m_script[m_step].payload;
    const bool came =
        m_way.mode == pipecore::PipeMode::Byte ? compareStream(expected) : compareMessage(expected);
    if (came) {
        nextStep();
    } else if (m_state == State::Running && m_stepDeadline && now >= *m_stepDeadline) {
        mismatch("not received within " + std::to_string(m_way.patience.count()) + " ms",
                 m_received.empty() ? std::nullopt : std::optional(m_received.front()));
    }
    return came;
}

bool ScriptRunner::compareMessage(const pipecore::Bytes& expected)
{
    const bool whole = m_received.size() > 1 || (m_received.size() == 1 && !m_lastContinues);
    if (!whole) {
        return false;
    }
    if (m_received.front() != expected) {
        mismatch("received another message", m_received.front());
        return false;
    }
    m_received.pop_front();
    return true;
}

bool ScriptRunner::compareStream(const pipecore::Bytes& expected)
{
    if (m_received.empty()) {
        return expected.empty();
    }
    pipecore::Bytes& stream = m_received.front();
    const auto [inStream, inExpected] = std::ranges::mismatch(stream, expected);
    if (inStream != stream.end() && inExpected != expected.end()) {
        mismatch("received other bytes", stream);
        return false;
    }
    if (inExpected != expected.end()) {
        return false;
    }
    stream.erase(stream.begin(), inStream);
    if (stream.empty()) {
        m_received.clear();
    }
    return true;
}

void ScriptRunner::mismatch(std::string_view why, const std::optional<pipecore::Bytes>& came)
{
    const auto number =
        std::count_if(m_script.begin(), m_script.begin() + static_cast<std::ptrdiff_t>(m_step) + 1,
                      [](const Step& step) { return step.kind == Step::Kind::Expect; });
    m_problem = "expectation " + std::to_string(number) + " failed: ";
    m_problem += why;
    m_problem += "\n  expected  " + shown(m_script[m_step].payload);
    m_problem += "\n  received  " + (came ? shown(*came) : std::string("nothing"));
    m_state = State::Mismatch;
}

} // namespace pipescope::cli
