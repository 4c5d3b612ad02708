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
struct Play
{
    Play(std::vector<Step> script, PipeMode mode = PipeMode::Message,
         std::chrono::milliseconds time = 100ms)
        : Play(std::move(script), ScriptRunner::Way{.mode = mode, .patience = time})
    {}
    Play(std::vector<Step> script, const ScriptRunner::Way& way)
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
    QVERIFY(Play({}).runner.state() == State::Done);
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
    Play play({send("a"), send(""), send("c")});
    QCOMPARE(play.port.sent, (QByteArrayList{"a", "", "c"}));
    play.complete(1);
    play.complete(2);
    QVERIFY(play.runner.state() == State::Running);
    play.complete(3);
    QVERIFY(play.runner.state() == State::Done);
}

void ScriptRunnerTest::ExpectationHoldsTheNextSendBack()
{
    Play play({send("a"), expect("b"), send("c")});
    QCOMPARE(play.port.sent, QByteArrayList{"a"});
    play.receive("b");
    QCOMPARE(play.port.sent, (QByteArrayList{"a", "c"}));
}

void ScriptRunnerTest::MessageThatCameEarlyIsNotLost()
{
    Play play({input(), expect("x"), expect("y")});
    play.receive("x");
    play.receive("y");
    QVERIFY(play.runner.state() == State::Running);
    play.port.ended = true;
    play.runner.advance(start);
    QVERIFY(play.runner.state() == State::Done);
}

void ScriptRunnerTest::OtherMessageIsAMismatch()
{
    Play play({send("a"), expect("b"), expect("cd")});
    play.receive("b");
    play.receive("c\n");
    QVERIFY(play.runner.state() == State::Mismatch);
    QCOMPARE(QByteArray::fromStdString(play.runner.problem()),
             QByteArray("expectation 2 failed: another message came\n"
                        "  expected  2 bytes  \"cd\"  63 64\n"
                        "  came      2 bytes  \"c\\n\"  63 0A"));
}

void ScriptRunnerTest::LongerMessageIsAMismatch()
{
    Play play({expect("ab")});
    play.receive("abc");
    QVERIFY(play.runner.state() == State::Mismatch);
}

void ScriptRunnerTest::EmptyMessageIsExpected()
{
    Play play({expect("")});
    QVERIFY(play.runner.state() == State::Running);
    play.receive("");
    QVERIFY(play.runner.state() == State::Done);
}

void ScriptRunnerTest::MessageInPartsIsOne()
{
    Play play({expect("abcd"), expect("e")});
    play.receive("ab", true);
    QVERIFY(play.runner.state() == State::Running);
    play.receive("cd");
    play.receive("e");
    QVERIFY(play.runner.state() == State::Done);
}

void ScriptRunnerTest::StreamIsExpectedHoweverItComes()
{
    Play play({expect("ab"), expect("cdef"), expect("g")}, PipeMode::Byte);
    play.receive("a");
    play.receive("bcd");
    play.receive("ef");
    QVERIFY(play.runner.state() == State::Running);
    play.receive("gh");
    QVERIFY(play.runner.state() == State::Done);
}

void ScriptRunnerTest::OtherByteOfStreamIsAMismatch()
{
    Play play({expect("abc")}, PipeMode::Byte);
    play.receive("ax");
    QVERIFY(play.runner.state() == State::Mismatch);
    QVERIFY(play.runner.problem().contains("other bytes came"));
}

void ScriptRunnerTest::ExpectationTimesOut()
{
    Play play({expect("a")});
    QVERIFY(play.runner.deadline() == start + 100ms);
    play.runner.advance(start + 99ms);
    QVERIFY(play.runner.state() == State::Running);
    play.runner.advance(start + 100ms);
    QVERIFY(play.runner.state() == State::Mismatch);
    QCOMPARE(QByteArray::fromStdString(play.runner.problem()),
             QByteArray("expectation 1 failed: it did not come within 100 ms\n"
                        "  expected  1 bytes  \"a\"  61\n"
                        "  came      nothing"));
}

void ScriptRunnerTest::ExpectationWithoutLimitWaits()
{
    Play play({expect("a")}, PipeMode::Message, 0ms);
    QVERIFY(!play.runner.deadline());
    play.runner.advance(start + 1h);
    QVERIFY(play.runner.state() == State::Running);
}

void ScriptRunnerTest::EachExpectationHasItsOwnTime()
{
    Play play({expect("a"), expect("b")});
    play.runner.received(pipecore::asBytes("a"), false, start + 90ms);
    QVERIFY(play.runner.deadline() == start + 190ms);
}

void ScriptRunnerTest::PeerGoneBeforeExpectation()
{
    Play play({expect("a")});
    play.runner.peerGone(start);
    QVERIFY(play.runner.state() == State::Mismatch);
    QVERIFY(play.runner.problem().contains("the other end closed"));
}

void ScriptRunnerTest::PeerGoneBeforeSent()
{
    Play play({send("a")});
    play.runner.peerGone(start);
    QVERIFY(play.runner.state() == State::Failed);
    QVERIFY(play.runner.error().kind == pipecore::ErrorKind::PeerClosed);
}

void ScriptRunnerTest::PeerGoneAfterTheInput()
{
    Play play({input()});
    play.port.ended = true;
    play.runner.peerGone(start);
    QVERIFY(play.runner.state() == State::Done);
}

void ScriptRunnerTest::PeerGoneBeforeTheInputEnds()
{
    Play play({input()});
    play.runner.peerGone(start);
    QVERIFY(play.runner.state() == State::Running);
    const auto deadline = play.runner.deadline();
    QVERIFY(deadline);
    play.runner.advance(*deadline);
    QVERIFY(play.runner.state() == State::Failed);
    QVERIFY(play.runner.error().kind == pipecore::ErrorKind::PeerClosed);
}

void ScriptRunnerTest::PeerGoneAndMoreInputComes()
{
    Play play({input()});
    play.runner.peerGone(start);
    play.port.pieces = {toBytes("too late")};
    play.port.ended = true;
    play.runner.advance(start);
    QVERIFY(play.runner.state() == State::Failed);
    QVERIFY(play.port.sent.isEmpty());
}

void ScriptRunnerTest::EndOfInputMayComeAfterThePeerHasGone()
{
    Play play({input()});
    play.runner.peerGone(start);
    play.port.ended = true;
    play.runner.advance(start + 1ms);
    QVERIFY(play.runner.state() == State::Done);
}

void ScriptRunnerTest::InputThatCannotBeRead()
{
    Play play({input(), send("z")});
    pipecore::Error error;
    error.code = 21;
    play.port.problem = error;
    play.port.ended = true;
    play.runner.advance(start);
    QVERIFY(play.runner.state() == State::Failed);
    QVERIFY(play.runner.error() == error);
    QVERIFY(play.port.sent.isEmpty());
}

void ScriptRunnerTest::InputIsSentUpToItsEnd()
{
    Play play({input(), send("z")});
    play.port.pieces = {toBytes("a"), toBytes("")};
    play.runner.advance(start);
    QCOMPARE(play.port.sent, (QByteArrayList{"a", ""}));
    play.port.pieces = {toBytes("c")};
    play.port.ended = true;
    play.runner.advance(start);
    QCOMPARE(play.port.sent, (QByteArrayList{"a", "", "c", "z"}));
}

void ScriptRunnerTest::InputIsHeldBackWhileMuchIsInFlight()
{
    Play play({input()});
    const Bytes large(1024 * 1024);
    play.port.pieces = {large, toBytes("b")};
    play.runner.advance(start);
    QCOMPARE(play.port.sent.size(), 1);
    play.complete(1);
    QCOMPARE(play.port.sent.size(), 2);
}

void ScriptRunnerTest::EmptyLineIsNothingInByteMode()
{
    Play play({input()}, PipeMode::Byte);
    play.port.pieces = {toBytes(""), toBytes("b")};
    play.runner.advance(start);
    QCOMPARE(play.port.sent, QByteArrayList{"b"});
}

void ScriptRunnerTest::SendThatFails()
{
    Play play({send("a")});
    pipecore::Error error;
    error.kind = pipecore::ErrorKind::PeerClosed;
    play.runner.failed({99}, error);
    QVERIFY(play.runner.state() == State::Running);
    play.runner.failed({1}, error);
    QVERIFY(play.runner.state() == State::Failed);
    QVERIFY(play.runner.error() == error);
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
    Play play({input(), expect("late")});
    play.runner.interrupted();
    QVERIFY(play.runner.state() == State::Interrupted);
}

void ScriptRunnerTest::InterruptedBeforeSent()
{
    Play play({send("a")});
    play.runner.interrupted();
    QVERIFY(play.runner.state() == State::Interrupted);
}

void ScriptRunnerTest::InterruptedBeforeConnected()
{
    FakePort port;
    ScriptRunner runner({}, {}, port);
    runner.interrupted();
    QVERIFY(runner.state() == State::Interrupted);
}

void ScriptRunnerTest::InterruptedInput()
{
    Play play({input()});
    play.runner.interrupted();
    QVERIFY(play.runner.state() == State::Running);
}

void ScriptRunnerTest::TransactionsWaitForOneAnother()
{
    Play play({send("a"), send("b")}, {.patience = 100ms, .oneAtATime = true});
    QCOMPARE(play.port.sent, QByteArrayList{"a"});
    play.complete(1);
    QCOMPARE(play.port.sent, (QByteArrayList{"a", "b"}));
    play.complete(2);
    QVERIFY(play.runner.state() == State::Done);
}

void ScriptRunnerTest::TransactionWithoutReplyTimesOut()
{
    Play play({send("a"), send("b")}, {.patience = 100ms, .oneAtATime = true});
    play.runner.sent({1}, start + 90ms);
    QVERIFY(play.runner.deadline() == start + 190ms);
    play.runner.advance(start + 190ms);
    QVERIFY(play.runner.state() == State::Failed);
    QVERIFY(play.runner.error().kind == pipecore::ErrorKind::TimedOut);
}

PIPESCOPE_APPLESS_TEST(ScriptRunnerTest)
#include "tst_script_runner.moc"
