#include "conversation.h"

#include "pipecore/analysis/pairing.h"
#include "pipecore/analysis/session_stats.h"
#include "pipecore/base/elapsed.h"
#include "runner/register.h"

#include <QTest>

#include <map>
#include <random>

using namespace pipecore;

namespace {

/// Some connections that talk at once: several questions before an answer, several answers to one, ends
/// in the middle, and messages behind an end, which only files of others have.
SessionScript talk()
{
    SessionScript script;
    script.server(1, "p");
    std::mt19937 random(11);
    std::int64_t now = 1'700'000'000'000'000'000;
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

} // namespace

/// Everybody who pairs requests with their replies pairs the same ones.
class PairingTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_session = std::make_unique<Recorded>(talk()); }

    void LookingBackForwardAndAlongAgree()
    {
        const SessionFile& file = m_session->file();
        RequestTracker tracker;
        std::map<std::uint64_t, std::uint64_t> replies; // by request
        for (std::uint64_t row = 0; row < file.rowCount(); ++row) {
            const auto request = tracker.next(row, file.head(row));
            QCOMPARE(requestOf(file, row), request);
            if (request) {
                QVERIFY(replies.emplace(*request, row).second);
            }
        }
        QVERIFY(replies.size() > 300);
        for (std::uint64_t row = 0; row < file.rowCount(); ++row) {
            const auto reply = replies.find(row);
            QCOMPARE(replyOf(file, row),
                     reply == replies.end() ? std::nullopt : std::optional(reply->second));
        }
    }

    void FilterAndStatisticsSayTheSame()
    {
        const SessionFile& file = m_session->file();
        std::vector<std::uint64_t> answers;
        std::map<std::uint64_t, std::int64_t> longest; // by connection
        std::map<std::uint64_t, std::uint64_t> count;
        for (std::uint64_t row = 0; row < file.rowCount(); ++row) {
            if (const auto request = requestOf(file, row)) {
                const auto head = file.head(row);
                const auto latency = elapsedNs(file.head(*request).wallNs, head.wallNs);
                answers.push_back(row);
                ++count[head.connection.value];
                auto& most = longest[head.connection.value];
                most = std::max(most, latency);
                const auto exactly = Filter::parse("latency == " + std::to_string(latency) + "ns");
                QVERIFY(exactly && exactly->matches(file, row));
            }
        }
        QCOMPARE(listOf(rowsOf(file, *Filter::parse("latency"))), listOf(answers));
        SessionStats stats(file);
        QVERIFY(addRows(stats, file));
        const auto connections = stats.connections();
        QCOMPARE(connections.size(), std::size_t(5));
        for (const ConnectionStats& connection : connections) {
            QCOMPARE(connection.latency.replies, count[connection.id.value]);
            QCOMPARE(connection.latency.longest, longest[connection.id.value]);
        }
    }

    void ReachEndsTheSearch()
    {
        SessionScript script;
        script.message(1, 1, Direction::Received, toBytes("?"));
        for (int i = 0; i < 10; ++i) {
            script.message(1, 2, Direction::Received, toBytes("x"));
        }
        script.message(1, 1, Direction::Sent, toBytes("!"));
        const Recorded session(script);
        const SessionFile& file = session.file();
        QCOMPARE(replyOf(file, 0, 11), std::optional<std::uint64_t>(11));
        QCOMPARE(replyOf(file, 0, 10), std::nullopt);
        QCOMPARE(requestOf(file, 11, 11), std::optional<std::uint64_t>(0));
        QCOMPARE(requestOf(file, 11, 10), std::nullopt);
        // The last row has nothing behind it.
        QCOMPARE(replyOf(file, 11), std::nullopt);
        QCOMPARE(replyOf(file, 10), std::nullopt);
    }

private:
    std::unique_ptr<Recorded> m_session;
};

PIPESCOPE_GUILESS_TEST(PairingTest)
#include "tst_pairing.moc"
