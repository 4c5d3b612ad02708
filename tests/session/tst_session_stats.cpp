#include "exported.h"

#include "analysis/latency_histogram.h"
#include "pipecore/analysis/session_stats.h"
#include "runner/register.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace pipecore;

namespace {

constexpr std::int64_t startNs = 1'700'000'000'000'000'000;
constexpr std::int64_t ms = 1'000'000;

} // namespace

/// Totals of a session.
class SessionStatsTest : public QObject
{
    Q_OBJECT

private slots:
    void CountsBothDirectionsOfEachConnection()
    {
        const auto all = statsOf(sampleScript());
        QCOMPARE(all.size(), std::size_t(1)); // the other endpoint never got a message
        QCOMPARE(all[0].id.value, std::uint64_t(1));
        QCOMPARE(all[0].pipe, std::string("\\\\.\\pipe\\orders"));
        QCOMPARE(*all[0].peer->processId, std::uint32_t(4120));
        QCOMPARE(all[0].messagesReceived, std::uint64_t(3));
        QCOMPARE(all[0].bytesReceived, std::uint64_t(305));
        QCOMPARE(all[0].messagesSent, std::uint64_t(1));
        QCOMPARE(all[0].bytesSent, std::uint64_t(6));
        QCOMPARE(all[0].seconds(), 0.003);
    }

    void AReplyIsTheNextMessageBack()
    {
        SessionScript script;
        script.client(1, "p"); // who connects asks
        const auto at = [&](std::int64_t when, Direction direction) {
            script.at(startNs + when);
            script.message(1, 1, direction, toBytes("x"));
        };
        at(0, Direction::Sent);
        at(5 * ms, Direction::Received);
        at(100 * ms, Direction::Sent); // two at once: the answer is the second one's
        at(101 * ms, Direction::Sent);
        at(110 * ms, Direction::Received);
        at(120 * ms, Direction::Received); // more of the same answer
        at(500 * ms, Direction::Sent);     // and nobody answers this
        const auto all = statsOf(script);
        QCOMPARE(all[0].latency.replies, std::uint64_t(2));
        QCOMPARE(all[0].latency.unanswered, std::uint64_t(2));
        QCOMPARE(all[0].latency.longest, 9 * ms);
        QVERIFY(isNear(all[0].latency.p50, 5 * ms));
        QVERIFY(isNear(all[0].latency.p90, 9 * ms));
    }

    void ConnectionsDoNotMix()
    {
        SessionScript script;
        script.at(startNs);
        script.message(1, 1, Direction::Received, toBytes("a"));
        script.message(1, 2, Direction::Sent, toBytes("b")); // no answer to the other
        const auto all = statsOf(script);
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all[0].latency.replies, std::uint64_t(0));
        QCOMPARE(all[1].latency.replies, std::uint64_t(0));
    }

    void AMessageOfSeveralRowsIsOne()
    {
        SessionScript script;
        script.at(startNs);
        script.message(1, 1, Direction::Received, patternBytes(10), {}, true);
        script.message(1, 1, Direction::Received, patternBytes(5));
        script.message(1, 1, Direction::Sent, patternBytes(1));
        const auto all = statsOf(script);
        QCOMPARE(all[0].messagesReceived, std::uint64_t(1));
        QCOMPARE(all[0].bytesReceived, std::uint64_t(15));
        QCOMPARE(all[0].latency.replies, std::uint64_t(1));
        QCOMPARE(all[0].latency.longest, ms);
        QCOMPARE(all[0].latency.unanswered, std::uint64_t(0));
    }

    void OnlyTheRowsAskedFor()
    {
        const auto file = m_exported.open(sampleScript());
        QVERIFY(file);
        SessionStats stats(*file);
        QVERIFY(addRows(stats, *file, rowsNumbered({2, 3})));
        QCOMPARE(stats.connections()[0].messages(), std::uint64_t(2));
        QCOMPARE(stats.errors(), std::uint64_t(0));
        const auto stopped = addRows(stats, *file, {}, [](double) { return false; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    }

    void PercentilesAreRightToOnePercent_data()
    {
        QTest::addColumn<double>("mean");
        for (const double mean : {3.0, 100.0, 5e3, 2e6, 7e9, 1e15}) {
            QTest::addRow("around %g ns", mean) << mean;
        }
    }
    void PercentilesAreRightToOnePercent()
    {
        QFETCH(double, mean);
        std::mt19937 random(1);
        std::lognormal_distribution<double> distribution(std::log(mean), 1.5);
        LatencyHistogram histogram;
        std::vector<std::int64_t> all;
        for (int i = 0; i < 20'000; ++i) {
            all.push_back(static_cast<std::int64_t>(distribution(random)));
            histogram.add(all.back());
        }
        std::ranges::sort(all);
        for (const double part : {0.001, 0.5, 0.9, 0.99, 0.999}) {
            const auto place = static_cast<std::size_t>(std::ceil(part * 20'000.0)) - 1;
            QVERIFY2(isNear(histogram.percentile(part), all[place]),
                     qPrintable(QStringLiteral("%1: %2 against %3")
                                    .arg(part)
                                    .arg(histogram.percentile(part))
                                    .arg(all[place])));
        }
        QCOMPARE(histogram.longest(), all.back());
        QCOMPARE(histogram.percentile(1.0), all.back());
    }

    void ClocksThatJump()
    {
        LatencyHistogram histogram;
        QCOMPARE(histogram.percentile(0.5), std::int64_t(0));
        histogram.add(-5);
        QCOMPARE(histogram.percentile(0.5), std::int64_t(0));
        histogram.add(std::numeric_limits<std::int64_t>::max());
        QCOMPARE(histogram.percentile(1.0), std::numeric_limits<std::int64_t>::max());
        QCOMPARE(histogram.count(), std::uint64_t(2));

        SessionScript script;
        script.at(std::numeric_limits<std::int64_t>::max() - 1'000'000);
        script.message(1, 1, Direction::Received, toBytes("a"));
        script.at(std::numeric_limits<std::int64_t>::min());
        script.message(1, 1, Direction::Sent, toBytes("b"));
        const auto all = statsOf(script);
        QCOMPARE(all[0].messages(), std::uint64_t(2));
        QVERIFY(all[0].seconds() > 0);
    }

private:
    static bool isNear(std::int64_t actual, std::int64_t exact)
    {
        return actual >= exact
               && static_cast<double>(actual - exact) <= 0.01 * static_cast<double>(exact);
    }

    std::vector<ConnectionStats> statsOf(const SessionScript& script)
    {
        const auto file = m_exported.open(script);
        if (!file) {
            return {};
        }
        SessionStats stats(*file);
        if (!addRows(stats, *file)) {
            QTest::qFail("the rows could not be added up", __FILE__, __LINE__);
        }
        return stats.connections();
    }

    Exported m_exported;
};

PIPESCOPE_GUILESS_TEST(SessionStatsTest)
#include "tst_session_stats.moc"
