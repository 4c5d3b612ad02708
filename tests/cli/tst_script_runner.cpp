#include "runner/register.h"
#include "session/script_runner.h"

#include <QTest>

using namespace pipescope::cli;
using namespace std::chrono_literals;
using pipecore::Bytes;
using pipecore::PipeMode;
using pipecore::toBytes;
using State = ScriptRunner::State;

namespace {

Step send(std::string_view text)
{
    return {Step::Kind::Send, toBytes(text)};
}
Step expect(std::string_view text)
{
    return {Step::Kind::Expect, toBytes(text)};
}
Step input()
{
    return {Step::Kind::Input, {}};
}

/// Writes down what is sent and gives out prepared input.
class FakePort final : public ScriptPort
{
public:
    pipecore::Result<pipecore::OperationId> send(Bytes payload) override
    {
        if (refusing) {
            return pipecore::refuse("no", pipecore::ErrorKind::Stopped);
        }
        sent.push_back(QByteArray(pipecore::asText(payload).data(), qsizetype(payload.size())));
        return pipecore::OperationId{std::uint64_t(sent.size())};
    }
    std::optional<Bytes> takeInput() override
    {
        if (pieces.empty()) {
            return std::nullopt;
        }
        Bytes piece = std::move(pieces.front());
        pieces.erase(pieces.begin());
        return piece;
    }
    [[nodiscard]] bool inputEnded() const override { return ended && pieces.empty(); }
    [[nodiscard]] std::optional<pipecore::Error> inputProblem() const override { return problem; }

    QByteArrayList sent;
    std::vector<Bytes> pieces;
    bool ended = false;
    std::optional<pipecore::Error> problem;
    bool refusing = false;
};

const ScriptRunner::Time start{};

/// A runner, its port, and shorter ways to tell it things.
struct RunnerSetup
{
    RunnerSetup(std::vector<Step> script, PipeMode mode = PipeMode::Message,
                std::chrono::milliseconds time = 100ms)
        : RunnerSetup(std::move(script), ScriptRunner::Way{.mode = mode, .patience = time})
    {}
    RunnerSetup(std::vector<Step> script, const ScriptRunner::Way& way)
        : runner(std::move(script), way, port)
    {
        runner.connected(start);
    }
    void receive(std::string_view text, bool continues = false)
    {
        runner.received(pipecore::asBytes(text), continues, start);
    }
    void complete(std::uint64_t operation) { runner.sent({operation}, start); }

    FakePort port;
    ScriptRunner runner;
};

} // namespace

class ScriptRunnerTest : public QObject
{
    Q_OBJECT

private slots:
    void NothingToDoIsDone();
    void WaitsUntilConnected();
    void SendsInOrderAndWaitsForCompletion();
    void ExpectationHoldsTheNextSendBack();
    void MessageThatCameEarlyIsNotLost();
    void OtherMessageIsAMismatch();
    void LongerMessageIsAMismatch();
    void EmptyMessageIsExpected();
    void MessageInPartsIsOne();
    void StreamIsExpectedHoweverItComes();
    void OtherByteOfStreamIsAMismatch();
    void ExpectationTimesOut();
    void ExpectationWithoutLimitWaits();
    void EachExpectationHasItsOwnTime();
    void PeerGoneBeforeExpectation();
    void PeerGoneBeforeSent();
    void PeerGoneAfterTheInput();
    void PeerGoneBeforeTheInputEnds();
    void PeerGoneAndMoreInputComes();
    void EndOfInputMayComeAfterThePeerHasGone();
    void InputThatCannotBeRead();
    void InputIsSentUpToItsEnd();
    void InputIsHeldBackWhileMuchIsInFlight();
    void EmptyLineIsNothingInByteMode();
    void SendThatFails();
    void SendThatIsRefused();
    void InterruptedBeforeExpectation();
    void InterruptedBeforeSent();
    void InterruptedBeforeConnected();
    void InterruptedInput();
    void TransactionsWaitForOneAnother();
    void TransactionWithoutReplyTimesOut();
};

void ScriptRunnerTest::NothingToDoIsDone()
{
    QVERIFY(RunnerSetup({}).runner.state() == State::Done);
}

void ScriptRunnerTest::WaitsUntilConnected()
{
    FakePort port;
    ScriptRunner runner({send("a")}, {.patience = 100ms}, port);
    runner.advance(start);
    QVERIFY(runner.state() == State::Waiting);
    QVERIFY(port.sent.isEmpty());
    runner.connected(start);
    QCOMPARE(port.sent, QByteArrayList{"a"});
}

void ScriptRunnerTest::SendsInOrderAndWaitsForCompletion()
{
    RunnerSetup setup({send("a"), send(""), send("c")});
    QCOMPARE(setup.port.sent, (QByteArrayList{"a", "", "c"}));
    setup.complete(1);
    setup.complete(2);
    QVERIFY(setup.runner.state() == State::Running);
    setup.complete(3);
    QVERIFY(setup.runner.state() == State::Done);
}

void ScriptRunnerTest::ExpectationHoldsTheNextSendBack()
{
    RunnerSetup setup({send("a"), expect("b"), send("c")});
    QCOMPARE(setup.port.sent, QByteArrayList{"a"});
    setup.receive("b");
    QCOMPARE(setup.port.sent, (QByteArrayList{"a", "c"}));
}

void ScriptRunnerTest::MessageThatCameEarlyIsNotLost()
{
    RunnerSetup setup({input(), expect("x"), expect("y")});
    setup.receive("x");
    setup.receive("y");
    QVERIFY(setup.runner.state() == State::Running);
    setup.port.ended = true;
    setup.runner.advance(start);
    QVERIFY(setup.runner.state() == State::Done);
}

void ScriptRunnerTest::OtherMessageIsAMismatch()
{
    RunnerSetup setup({send("a"), expect("b"), expect("cd")});
    setup.receive("b");
    setup.receive("c\n");
    QVERIFY(setup.runner.state() == State::Mismatch);
    QCOMPARE(QByteArray::fromStdString(setup.runner.problem()),
             QByteArray("expectation 2 failed: received another message\n"
                        "  expected  2 bytes  \"cd\"  63 64\n"
                        "  received  2 bytes  \"c\\n\"  63 0A"));
}

void ScriptRunnerTest::LongerMessageIsAMismatch()
{
    RunnerSetup setup({expect("ab")});
    setup.receive("abc");
    QVERIFY(setup.runner.state() == State::Mismatch);
}

void ScriptRunnerTest::EmptyMessageIsExpected()
{
    RunnerSetup setup({expect("")});
    QVERIFY(setup.runner.state() == State::Running);
    setup.receive("");
    QVERIFY(setup.runner.state() == State::Done);
}

void ScriptRunnerTest::MessageInPartsIsOne()
{
    RunnerSetup setup({expect("abcd"), expect("e")});
    setup.receive("ab", true);
    QVERIFY(setup.runner.state() == State::Running);
    setup.receive("cd");
    setup.receive("e");
    QVERIFY(setup.runner.state() == State::Done);
}

void ScriptRunnerTest::StreamIsExpectedHoweverItComes()
{
    RunnerSetup setup({expect("ab"), expect("cdef"), expect("g")}, PipeMode::Byte);
    setup.receive("a");
    setup.receive("bcd");
    setup.receive("ef");
    QVERIFY(setup.runner.state() == State::Running);
    setup.receive("gh");
    QVERIFY(setup.runner.state() == State::Done);
}

void ScriptRunnerTest::OtherByteOfStreamIsAMismatch()
{
    RunnerSetup setup({expect("abc")}, PipeMode::Byte);
    setup.receive("ax");
    QVERIFY(setup.runner.state() == State::Mismatch);
    QVERIFY(setup.runner.problem().contains("received other bytes"));
}

void ScriptRunnerTest::ExpectationTimesOut()
{
    RunnerSetup setup({expect("a")});
    QVERIFY(setup.runner.deadline() == start + 100ms);
    setup.runner.advance(start + 99ms);
    QVERIFY(setup.runner.state() == State::Running);
    setup.runner.advance(start + 100ms);
    QVERIFY(setup.runner.state() == State::Mismatch);
    QCOMPARE(QByteArray::fromStdString(setup.runner.problem()),
             QByteArray("expectation 1 failed: not received within 100 ms\n"
                        "  expected  1 bytes  \"a\"  61\n"
                        "  received  nothing"));
}

void ScriptRunnerTest::ExpectationWithoutLimitWaits()
{
    RunnerSetup setup({expect("a")}, PipeMode::Message, 0ms);
    QVERIFY(!setup.runner.deadline());
    setup.runner.advance(start + 1h);
    QVERIFY(setup.runner.state() == State::Running);
}

void ScriptRunnerTest::EachExpectationHasItsOwnTime()
{
    RunnerSetup setup({expect("a"), expect("b")});
    setup.runner.received(pipecore::asBytes("a"), false, start + 90ms);
    QVERIFY(setup.runner.deadline() == start + 190ms);
}

void ScriptRunnerTest::PeerGoneBeforeExpectation()
{
    RunnerSetup setup({expect("a")});
    setup.runner.peerGone(start);
    QVERIFY(setup.runner.state() == State::Mismatch);
    QVERIFY(setup.runner.problem().contains("the peer closed"));
}

void ScriptRunnerTest::PeerGoneBeforeSent()
{
    RunnerSetup setup({send("a")});
    setup.runner.peerGone(start);
    QVERIFY(setup.runner.state() == State::Failed);
    QVERIFY(setup.runner.error().kind == pipecore::ErrorKind::PeerClosed);
}

void ScriptRunnerTest::PeerGoneAfterTheInput()
{
    RunnerSetup setup({input()});
    setup.port.ended = true;
    setup.runner.peerGone(start);
    QVERIFY(setup.runner.state() == State::Done);
}

void ScriptRunnerTest::PeerGoneBeforeTheInputEnds()
{
    RunnerSetup setup({input()});
    setup.runner.peerGone(start);
    QVERIFY(setup.runner.state() == State::Running);
    const auto deadline = setup.runner.deadline();
    QVERIFY(deadline);
    setup.runner.advance(*deadline);
    QVERIFY(setup.runner.state() == State::Failed);
    QVERIFY(setup.runner.error().kind == pipecore::ErrorKind::PeerClosed);
}

void ScriptRunnerTest::PeerGoneAndMoreInputComes()
{
    RunnerSetup setup({input()});
    setup.runner.peerGone(start);
    setup.port.pieces = {toBytes("too late")};
    setup.port.ended = true;
    setup.runner.advance(start);
    QVERIFY(setup.runner.state() == State::Failed);
    QVERIFY(setup.port.sent.isEmpty());
}

void ScriptRunnerTest::EndOfInputMayComeAfterThePeerHasGone()
{
    RunnerSetup setup({input()});
    setup.runner.peerGone(start);
    setup.port.ended = true;
    setup.runner.advance(start + 1ms);
    QVERIFY(setup.runner.state() == State::Done);
}

void ScriptRunnerTest::InputThatCannotBeRead()
{
    RunnerSetup setup({input(), send("z")});
    pipecore::Error error;
    error.code = 21;
    setup.port.problem = error;
    setup.port.ended = true;
    setup.runner.advance(start);
    QVERIFY(setup.runner.state() == State::Failed);
    QVERIFY(setup.runner.error() == error);
    QVERIFY(setup.port.sent.isEmpty());
}

void ScriptRunnerTest::InputIsSentUpToItsEnd()
{
    RunnerSetup setup({input(), send("z")});
    setup.port.pieces = {toBytes("a"), toBytes("")};
    setup.runner.advance(start);
    QCOMPARE(setup.port.sent, (QByteArrayList{"a", ""}));
    setup.port.pieces = {toBytes("c")};
    setup.port.ended = true;
    setup.runner.advance(start);
    QCOMPARE(setup.port.sent, (QByteArrayList{"a", "", "c", "z"}));
}

void ScriptRunnerTest::InputIsHeldBackWhileMuchIsInFlight()
{
    RunnerSetup setup({input()});
    const Bytes large(1024 * 1024);
    setup.port.pieces = {large, toBytes("b")};
    setup.runner.advance(start);
    QCOMPARE(setup.port.sent.size(), 1);
    setup.complete(1);
    QCOMPARE(setup.port.sent.size(), 2);
}

void ScriptRunnerTest::EmptyLineIsNothingInByteMode()
{
    RunnerSetup setup({input()}, PipeMode::Byte);
    setup.port.pieces = {toBytes(""), toBytes("b")};
    setup.runner.advance(start);
    QCOMPARE(setup.port.sent, QByteArrayList{"b"});
}

void ScriptRunnerTest::SendThatFails()
{
    RunnerSetup setup({send("a")});
    pipecore::Error error;
    error.kind = pipecore::ErrorKind::PeerClosed;
    setup.runner.failed({99}, error);
    QVERIFY(setup.runner.state() == State::Running);
    setup.runner.failed({1}, error);
    QVERIFY(setup.runner.state() == State::Failed);
    QVERIFY(setup.runner.error() == error);
}

void ScriptRunnerTest::SendThatIsRefused()
{
    FakePort port;
    port.refusing = true;
    ScriptRunner runner({send("a")}, {.patience = 100ms}, port);
    runner.connected(start);
    QVERIFY(runner.state() == State::Failed);
    QVERIFY(runner.error().kind == pipecore::ErrorKind::Stopped);
}

void ScriptRunnerTest::InterruptedBeforeExpectation()
{
    RunnerSetup setup({input(), expect("late")});
    setup.runner.interrupted();
    QVERIFY(setup.runner.state() == State::Interrupted);
}

void ScriptRunnerTest::InterruptedBeforeSent()
{
    RunnerSetup setup({send("a")});
    setup.runner.interrupted();
    QVERIFY(setup.runner.state() == State::Interrupted);
}

void ScriptRunnerTest::InterruptedBeforeConnected()
{
    FakePort port;
    ScriptRunner runner({send("a"), expect("b")}, {}, port);
    runner.interrupted();
    QVERIFY(runner.state() == State::Interrupted);
    // The connection was there in the same moment.
    runner.connected(start);
    QVERIFY(runner.state() == State::Interrupted);
    QVERIFY(port.sent.isEmpty());
}

void ScriptRunnerTest::InterruptedInput()
{
    RunnerSetup setup({input()});
    setup.runner.interrupted();
    QVERIFY(setup.runner.state() == State::Running);
}

void ScriptRunnerTest::TransactionsWaitForOneAnother()
{
    RunnerSetup setup({send("a"), send("b")}, {.patience = 100ms, .oneAtATime = true});
    QCOMPARE(setup.port.sent, QByteArrayList{"a"});
    setup.complete(1);
    QCOMPARE(setup.port.sent, (QByteArrayList{"a", "b"}));
    setup.complete(2);
    QVERIFY(setup.runner.state() == State::Done);
}

void ScriptRunnerTest::TransactionWithoutReplyTimesOut()
{
    RunnerSetup setup({send("a"), send("b")}, {.patience = 100ms, .oneAtATime = true});
    setup.runner.sent({1}, start + 90ms);
    QVERIFY(setup.runner.deadline() == start + 190ms);
    setup.runner.advance(start + 190ms);
    QVERIFY(setup.runner.state() == State::Failed);
    QVERIFY(setup.runner.error().kind == pipecore::ErrorKind::TimedOut);
}

PIPESCOPE_APPLESS_TEST(ScriptRunnerTest)
#include "tst_script_runner.moc"
