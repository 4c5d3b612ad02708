#include "pipecore/analysis/rule_trial.h"
#include "runner/register.h"
#include "session_script.h"

#include <QTemporaryDir>
#include <QTest>

#include <string>

using namespace pipecore;

namespace {

/// A recorded conversation on a byte pipe.
class Conversation
{
public:
    explicit Conversation(const char* pipe = "orders")
    {
        EndpointOpened opened;
        opened.mode = PipeMode::Byte;
        m_script.server(1, pipe, opened);
    }
    void received(std::string_view text) { say(Direction::Received, toBytes(text)); }
    void sent(std::string_view text) { say(Direction::Sent, toBytes(text)); }
    void say(Direction direction, Bytes bytes, std::uint64_t endpoint = 1)
    {
        m_script.message(endpoint, endpoint, direction, std::move(bytes));
    }
    [[nodiscard]] SessionScript& script() { return m_script; }

    /// Null when it could not be recorded.
    std::unique_ptr<SessionFile> open()
    {
        const QString path = m_folder.filePath(QStringLiteral("session"));
        if (!recordTo(path, m_script).isEmpty()) {
            return nullptr;
        }
        auto file = SessionFile::open(toPath(path));
        return file ? std::move(*file) : nullptr;
    }

private:
    QTemporaryDir m_folder;
    SessionScript m_script;
};

FramingRule rule(std::string_view text)
{
    return FramingRule::parse(text).value();
}

/// A length of four bytes, then the text.
Bytes prefixed(std::string_view text, ByteOrder order)
{
    Bytes bytes(4);
    bytes[order == ByteOrder::Big ? 3 : 0] = static_cast<std::byte>(text.size());
    const Bytes content = toBytes(text);
    bytes.insert(bytes.end(), content.begin(), content.end());
    return bytes;
}

/// The rule that is proposed first; empty when none is.
QByteArray proposedFor(Conversation& conversation, const char* pipe = "orders")
{
    const auto file = conversation.open();
    const auto sample = file ? StreamSample::of(*file, pipe) : refuse("not recorded");
    if (!sample) {
        return "error";
    }
    const auto proposals = proposeRules(*sample, pipe);
    return proposals.empty() ? QByteArray()
                             : QByteArray::fromStdString(proposals.front().rule.text());
}

} // namespace

/// Framing rules tried on a recorded stream, and proposed for it.
class RuleTrialTest : public QObject
{
    Q_OBJECT

private slots:
    void ATrialCountsFramesAndExplainedBytes()
    {
        Conversation conversation;
        conversation.received("one\ntw");
        conversation.received("o\nthree");
        const auto file = conversation.open();
        QVERIFY(file);
        const auto sample = StreamSample::of(*file, "orders");
        QVERIFY(sample);
        QCOMPARE(sample->pieces.size(), std::size_t{2});
        const RuleTrial trial = tryRule(*sample, rule("line"), 10);
        QCOMPARE(trial.good, 2U);
        QCOMPARE(trial.wrong, 0U);
        QCOMPARE(trial.explained, 8U);
        QCOMPARE(trial.bytes, 13U);
        QCOMPARE(trial.rows.size(), std::size_t{2});
        QCOMPARE(trial.rows.at(1).content, toBytes("two"));
        QCOMPARE(trial.rows.at(1).firstRow, 1U);
        QCOMPARE(trial.rows.at(1).lastRow, 2U);
    }

    void AWrongLengthIsAProblemOfItsFrame()
    {
        Conversation conversation;
        conversation.received("Content-Length: x\r\n\r\nContent-Length: 2\r\n\r\n{}");
        const auto file = conversation.open();
        QVERIFY(file);
        const auto sample = StreamSample::of(*file, "orders");
        QVERIFY(sample);
        const RuleTrial trial = tryRule(*sample, rule("headers"), 10);
        QVERIFY(trial.wrong >= 1);
        QVERIFY(trial.rows.front().problem);
    }

    void OtherPipesAndMessagePipesAreNotInTheSample()
    {
        Conversation conversation;
        EndpointOpened other;
        other.mode = PipeMode::Byte;
        conversation.script().server(2, "other", other);
        conversation.script().server(3, "messages");
        conversation.received("mine\n");
        conversation.say(Direction::Received, toBytes("not mine\n"), 2);
        conversation.say(Direction::Received, toBytes("a message"), 3);
        const auto file = conversation.open();
        QVERIFY(file);
        const auto sample = StreamSample::of(*file, "orders");
        QVERIFY(sample);
        QCOMPARE(sample->pieces.size(), std::size_t{1});
        QCOMPARE(sample->pieces.front().bytes, toBytes("mine\n"));
        QVERIFY(StreamSample::of(*file, "messages")->pieces.empty());
    }

    void ALongStreamIsCut()
    {
        Conversation conversation;
        for (int row = 0; row < 10; ++row) {
            conversation.received("0123456789");
        }
        const auto file = conversation.open();
        QVERIFY(file);
        const auto sample = StreamSample::of(*file, "orders", {}, {.bytes = 25, .pieces = 100});
        QVERIFY(sample);
        QVERIFY(sample->isCut);
        QCOMPARE(sample->bytes, 25U);
        const auto few = StreamSample::of(*file, "orders", {}, {.bytes = 1000, .pieces = 2});
        QVERIFY(few);
        QVERIFY(few->isCut);
        QCOMPARE(few->bytes, 20U);
    }

    void SamplingCanBeCancelled()
    {
        Conversation conversation;
        conversation.received("text");
        const auto file = conversation.open();
        QVERIFY(file);
        const auto sample = StreamSample::of(*file, "orders", [] { return false; });
        QVERIFY(!sample);
        QCOMPARE(sample.error().kind, ErrorKind::Cancelled);
    }

    void ProposedIsTheProtocolThatWasSpoken()
    {
        Conversation lsp;
        for (int message = 0; message < 5; ++message) {
            lsp.received("Content-Length: 17\r\n\r\n{\"jsonrpc\":\"2.0\"}");
        }
        QCOMPARE(proposedFor(lsp), "headers");

        Conversation http;
        http.received("GET /info HTTP/1.1\r\nHost: docker\r\n\r\n");
        http.sent("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        QCOMPARE(proposedFor(http), "http1");

        Conversation lines;
        for (int message = 0; message < 5; ++message) {
            lines.received("{\"command\":[\"get_property\",\"pause\"]}\n");
        }
        QCOMPARE(proposedFor(lines), "line");

        Conversation bus;
        bus.received(std::string_view("\0AUTH EXTERNAL 30\r\nBEGIN\r\n", 26));
        // A call without fields and without a body.
        for (int message = 0; message < 3; ++message) {
            bus.received(std::string_view("l\1\0\1\0\0\0\0\1\0\0\0\0\0\0\0", 16));
        }
        QCOMPARE(proposedFor(bus), "dbus");

        Conversation redis;
        redis.received("*1\r\n$4\r\nPING\r\n");
        redis.sent("+PONG\r\n");
        redis.received("*2\r\n$3\r\nGET\r\n$1\r\na\r\n");
        redis.sent("$5\r\nhello\r\n");
        QCOMPARE(proposedFor(redis), "resp");

        Conversation values;
        for (int message = 0; message < 5; ++message) {
            values.received("{\"id\":1}{\"id\":2}");
        }
        QCOMPARE(proposedFor(values), "json");
    }

    void ProposedIsTheOrderOfTheLength()
    {
        Conversation big;
        Conversation little;
        for (int message = 0; message < 5; ++message) {
            big.say(Direction::Received, prefixed("text of a message", ByteOrder::Big));
            little.say(Direction::Received, prefixed("text of a message", ByteOrder::Little));
        }
        QCOMPARE(proposedFor(big), "u32be");
        QCOMPARE(proposedFor(little), "u32le");
    }

    void NothingIsProposedForNoise()
    {
        Conversation conversation;
        std::uint32_t state = 1;
        for (int row = 0; row < 40; ++row) {
            Bytes noise(100);
            for (std::byte& byte : noise) {
                state = state * 1'664'525U + 1'013'904'223U;
                byte = static_cast<std::byte>(state >> 24U);
            }
            conversation.say(Direction::Received, std::move(noise));
        }
        QCOMPARE(proposedFor(conversation), "");
    }

    void TheNameProposesBeforeAnythingIsSaid()
    {
        Conversation silent(R"(\\.\pipe\docker_engine)");
        QCOMPARE(proposedFor(silent, R"(\\.\pipe\docker_engine)"), "http1");
        Conversation unknown;
        QCOMPARE(proposedFor(unknown), "");
    }

    void ANameThatDoesNotFitGivesWayToTheContent()
    {
        Conversation conversation("/tmp/docker.sock");
        for (int message = 0; message < 5; ++message) {
            conversation.say(Direction::Received, prefixed("text of a message", ByteOrder::Little));
        }
        QCOMPARE(proposedFor(conversation, "/tmp/docker.sock"), "u32le");
    }
};

PIPESCOPE_GUILESS_TEST(RuleTrialTest)
#include "tst_rule_trial.moc"
