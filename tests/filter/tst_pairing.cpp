#include "conversation.h"
#include "talk.h"

#include "pipecore/analysis/framed_rows.h"
#include "pipecore/analysis/pairing.h"
#include "pipecore/session/row_scan.h"
#include "runner/register.h"

#include <QTest>

#include <map>
#include <random>

using namespace pipecore;

namespace {

constexpr std::int64_t second = 1000 * ms;

/// Some connections that talk at once: several questions before an answer, several answers to one, ends
/// in the middle, and messages behind an end, which only files of others have.
SessionScript manyTalks()
{
    SessionScript script;
    script.server(1, "p");
    std::mt19937 random(11);
    std::int64_t now = Talk::beginNs;
    for (int i = 0; i < 3000; ++i) {
        now += std::int64_t(random() % 5'000'000);
        script.at(now);
        const std::uint64_t connection = 1 + random() % 5;
        if (random() % 40 == 0) {
            script.disconnected(1, connection);
        } else if (random() % 40 == 0) {
            script.failed(1, connection, Failed{});
        } else {
            script.message(1, connection, random() % 2 == 0 ? Direction::Received : Direction::Sent,
                           toBytes("x"));
        }
    }
    return script;
}

/// Rows in memory, which counts what is read of them.
class CountedRows final : public RecordSource
{
public:
    bool isForeign = false;
    mutable std::uint64_t reads = 0;

    void say(Direction direction, std::string_view text)
    {
        Record record;
        record.row = m_records.size();
        record.wallNs = Talk::beginNs + std::int64_t(record.row) * ms;
        record.endpoint = {1};
        record.connection = {1};
        record.body = Message{.direction = direction, .length = text.size()};
        record.payload = toBytes(text);
        m_records.push_back(std::move(record));
    }

    [[nodiscard]] std::uint64_t rowCount() const override { return m_records.size(); }
    [[nodiscard]] Result<Record> read(std::uint64_t row, std::size_t /*limit*/) const override
    {
        ++reads;
        return m_records.at(row);
    }
    [[nodiscard]] RowHead head(std::uint64_t row) const override
    {
        const Record& record = m_records.at(row);
        return {.direction = record.message().direction,
                .connection = record.connection,
                .endpoint = record.endpoint,
                .isForeign = isForeign,
                .wallNs = record.wallNs,
                .length = record.payload.size()};
    }
    [[nodiscard]] const SessionFacts& facts() const override { return m_facts; }

private:
    std::vector<Record> m_records;
    SessionFacts m_facts;
};

} // namespace

/// Everybody who pairs requests with their replies pairs the same ones.
class PairingTest : public QObject
{
    Q_OBJECT

private slots:
    void WithoutIdsTheNextMessageBackIsTheReply()
    {
        const Recorded session(manyTalks());
        const SessionFile& file = session.file();
        std::map<std::uint64_t, std::uint64_t> lastRow; // by connection
        std::uint64_t replies = 0;
        for (std::uint64_t row = 0; row < file.rowCount(); ++row) {
            const auto head = file.head(row);
            std::optional<std::uint64_t> expected;
            if (head.kind == RecordKind::Message) {
                const auto last = lastRow.find(head.connection.value);
                if (head.direction == Direction::Sent && last != lastRow.end()
                    && file.head(last->second).direction == Direction::Received) {
                    expected = last->second;
                    ++replies;
                }
                lastRow[head.connection.value] = row;
            } else if (head.kind == RecordKind::Disconnected) {
                lastRow.erase(head.connection.value);
            }
            QCOMPARE(requestOf(file, row), expected);
        }
        QVERIFY(replies > 300);
        QVERIFY(agreedReplies(file).count(QLatin1Char('>')) > 300);
    }

    void AGreetingIsNoRequest()
    {
        // The server greets, a human types, and the server answers at once.
        Talk client(Role::Client);
        client.received(0, "220 ready").sent(39'000, "login").received(39'020, "ok");
        QCOMPARE(repliesOf(client.script), QStringLiteral("3>2 20ms"));

        Talk server(Role::Server);
        server.sent(0, "220 ready").received(39'000, "login").sent(39'020, "ok");
        QCOMPARE(repliesOf(server.script), QStringLiteral("3>2 20ms"));

        Talk qemu(Role::Client);
        qemu.received(0, R"({"QMP":{"version":{}}})")
            .sent(5000, R"({"execute":"qmp_capabilities"})")
            .received(5001, R"({"return":{}})")
            .received(6000, R"({"event":"STOP","timestamp":{}})")
            .sent(9000, R"({"execute":"query-status","id":7})")
            .received(9002, R"({"event":"RESUME","timestamp":{}})")
            .received(9004, R"({"return":{},"id":7})");
        QCOMPARE(repliesOf(qemu.script), QStringLiteral("3>2 1ms, 7>5 4ms"));
    }

    void WhoAsksCanBeSaid()
    {
        Talk talk(Role::Server);
        talk.sent(0, "who is it?").received(50, "me").sent(90, "and now?").received(95, "also me");
        const Recorded session(talk.script);
        QCOMPARE(agreedReplies(session.file()), QStringLiteral("3>2 40ms"));

        // Pairs that are known already are found anew.
        QVERIFY(setAskers(session.file(), {.usually = Asker::Server}));
        QCOMPARE(agreedReplies(session.file()), QStringLiteral("2>1 50ms, 4>3 5ms"));
        const auto known = pairingOf(session.file());
        QVERIFY(!setAskers(session.file(), {.usually = Asker::Server}));
        QVERIFY(pairingOf(session.file()) == known);
    }

    void WhoAsksCanBeSaidForEachPipe()
    {
        Talk talk(Role::Server);
        talk.sent(0, "who is it?").received(50, "me").sent(90, "and now?").received(95, "also me");
        const Recorded session(talk.script);
        const std::string pipe = session.file().facts().snapshot().endpoints.front().name;
        QVERIFY(setAskers(session.file(), {.byPipe = {{pipe, Asker::Server}}}));
        QCOMPARE(agreedReplies(session.file()), QStringLiteral("2>1 50ms, 4>3 5ms"));
        QVERIFY(setAskers(session.file(), {.byPipe = {{pipe + "x", Asker::Server}}}));
        QCOMPARE(agreedReplies(session.file()), QStringLiteral("3>2 40ms"));
    }

    void AnIdThatIsUsedAgainIsTheLastOne()
    {
        Talk talk(Role::Client);
        talk.sent(0, R"({"id":1,"method":"a"})")
            .sent(39'000, R"({"id":1,"method":"a"})")
            .received(39'020, R"({"id":1,"result":0})");
        QCOMPARE(repliesOf(talk.script), QStringLiteral("3>2 20ms"));
    }

    void NothingIsAnsweredAcrossTheEndOfAConnection()
    {
        Talk talk(Role::Client);
        talk.sent(0, R"({"id":1,"method":"a"})");
        talk.script.disconnected(1, 1);
        talk.received(5, R"({"id":1,"result":0})");
        QCOMPARE(repliesOf(talk.script), QString());
    }

    void FramesOfAStreamArePairedWhereverItWasCut()
    {
        SessionScript script;
        EndpointOpened opened;
        opened.mode = PipeMode::Byte;
        script.server(1, "stream", opened);
        const auto say = [&script](std::int64_t when, Direction direction, std::string_view text) {
            script.at(Talk::beginNs + when * ms);
            script.message(1, 1, direction, toBytes(text));
        };
        say(0, Direction::Received, "{\"id\":1,\"method\":\"a\"}\n{\"id\":2,\"met");
        say(2, Direction::Received, "hod\":\"b\"}\n");
        say(10, Direction::Sent, "{\"id\":2,\"result\":0}\n{\"id\":1,");
        say(13, Direction::Sent, "\"result\":0}\n");
        const Recorded session(script);
        FramedRows rows(session.file(), [](const EndpointFacts&) {
            return std::optional(FramingRule::parse("line").value());
        });
        QVERIFY(rows.update());
        QCOMPARE(agreedReplies(rows), QStringLiteral("3>2 8ms, 4>1 13ms"));
    }

    void WhereNobodyKnowsWhoConnectedTheFirstOneAsks()
    {
        CountedRows rows;
        rows.isForeign = true;
        rows.say(Direction::Sent, "a");
        rows.say(Direction::Received, "b");
        rows.say(Direction::Sent, "c");
        QCOMPARE(agreedReplies(rows), QStringLiteral("1>0 1ms"));
    }

    void AConnectionWithoutIdsIsNotReadOn()
    {
        CountedRows rows;
        for (int i = 0; i < 1000; ++i) {
            rows.say(i % 2 == 0 ? Direction::Sent : Direction::Received, "x");
        }
        (void)pairingOf(rows)->update(rows.rowCount());
        QCOMPARE(rows.reads, std::uint64_t(Pairing::probes));
        QCOMPARE(pairingOf(rows)->requestOf(999), std::optional<std::uint64_t>(998));
    }

    void RequestsThatNobodyAnswersAreForgotten()
    {
        CountedRows rows;
        const int count = int(Pairing::maxOpen) * 2;
        for (int i = 0; i < count; ++i) {
            rows.say(Direction::Sent, "{\"id\":" + std::to_string(i) + ",\"method\":\"a\"}");
            rows.say(Direction::Sent, "GET / HTTP/1.1\r\n\r\n");
        }
        rows.say(Direction::Received, "HTTP/1.1 200 OK\r\n\r\n");
        rows.say(Direction::Received, "{\"id\":" + std::to_string(count - 1) + ",\"result\":0}");
        (void)pairingOf(rows)->update(rows.rowCount());
        const auto http = pairingOf(rows)->requestOf(rows.rowCount() - 2);
        QCOMPARE(http, std::optional(std::uint64_t(2 * (count - int(Pairing::maxOpen)) + 1)));
        QCOMPARE(pairingOf(rows)->requestOf(rows.rowCount() - 1),
                 std::optional(std::uint64_t(2 * (count - 1))));
    }

    void ReachEndsTheSearch()
    {
        SessionScript script;
        script.server(1, "p");
        script.message(1, 1, Direction::Received, toBytes("?"));
        for (int i = 0; i < 10; ++i) {
            script.message(1, 2, Direction::Received, toBytes("x"));
        }
        script.message(1, 1, Direction::Sent, toBytes("!"));
        const Recorded session(script);
        const SessionFile& file = session.file();
        QCOMPARE(replyOf(file, 1, 11), std::optional<std::uint64_t>(12));
        QCOMPARE(replyOf(file, 1, 10), std::nullopt);
        QCOMPARE(requestOf(file, 12), std::optional<std::uint64_t>(1));
        // The last row has nothing behind it.
        QCOMPARE(replyOf(file, 12), std::nullopt);
        QCOMPARE(replyOf(file, 11), std::nullopt);
        QCOMPARE(replyOf(file, 13), std::nullopt);
    }

    void AnUpdateStopsAndGoesOn()
    {
        CountedRows rows;
        for (int i = 0; i < 5000; ++i) {
            rows.say(i % 2 == 0 ? Direction::Sent : Direction::Received, "x");
        }
        const auto pairing = pairingOf(rows);
        QVERIFY(!pairing->update(rows.rowCount(), [&] { return pairing->knownRows() < 2000; }));
        QVERIFY(pairing->knownRows() >= 2000 && pairing->knownRows() < 5000);
        QCOMPARE(pairing->requestOf(4999), std::nullopt);
        QVERIFY(pairing->update(rows.rowCount()));
        QCOMPARE(pairing->requestOf(4999), std::optional<std::uint64_t>(4998));
    }
};

PIPESCOPE_GUILESS_TEST(PairingTest)
#include "tst_pairing.moc"
