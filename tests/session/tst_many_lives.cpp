#include "runner/register.h"
#include "session_script.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>

using namespace pipecore;

namespace {

/// Clients that come, say something and go, one after the other.
SessionScript livesOf(std::uint64_t count)
{
    SessionScript script;
    script.server(1, "p");
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t id = 2 + i;
        script.client(id, "p");
        script.connected(id, id, unknownPeer());
        if (i % 8 == 0) {
            script.message(id, id, Direction::Sent, toBytes("hi"));
        }
        if (i % 2 == 0) {
            script.disconnected(id, id);
        }
        script.closed(id);
    }
    return script;
}

/// Seconds of the processor, which do not count what else the computer does.
double seconds()
{
    return double(std::clock()) / double(CLOCKS_PER_SEC);
}

struct Cost
{
    double recording = 0;
    double opening = 0;
};

} // namespace

/// Sessions of a great many endpoints and connections that are long gone.
class ManyLivesTest : public QObject
{
    Q_OBJECT

private slots:
    /// Four times the lives take about four times as long; sixteen times when each looks at all before.
    void AHundredThousandShortLivesTakeTimeInProportion()
    {
        constexpr std::uint64_t count = 100'000;
        const auto inProportion = [](double small, double large) {
            constexpr double shortest = 0.1; // of less nothing can be said
            return large < 9 * std::max(small, shortest);
        };
        // Windows counts the time a process waits, too: what is only now and then too long is others'.
        bool isGood = false;
        for (int round = 0; round < 3 && !isGood; ++round) {
            const Cost few = costOf(count / 4);
            const Cost many = costOf(count);
            qInfo("recording %.2f s and %.2f s, opening %.2f s and %.2f s", few.recording,
                  many.recording, few.opening, many.opening);
            isGood = inProportion(few.recording, many.recording)
                     && inProportion(few.opening, many.opening);
        }
        QVERIFY(isGood);
    }

    void AClosedEndpointEndsItsConnectionsOnly()
    {
        SessionFacts facts;
        SessionScript script;
        script.server(1, "p");
        script.server(2, "q");
        for (std::uint64_t i = 1; i <= 6; ++i) {
            script.connected(1 + i % 2, i, unknownPeer());
        }
        script.disconnected(1, 2);
        script.closed(1);
        facts.apply(script.events());
        QCOMPARE(facts.totals().connections, std::uint64_t(3));
        QCOMPARE(facts.totals().endpoints, std::uint64_t(1));
        for (std::uint64_t i = 1; i <= 6; ++i) {
            QCOMPARE(facts.connection({i})->state == InstanceState::Closed, i % 2 == 0);
        }
        const std::int64_t firstEnd = facts.connection({2})->closedNs;
        QVERIFY(firstEnd < facts.connection({4})->closedNs);
        // A file may say that what was over is connected again.
        SessionScript again;
        again.connected(1, 2, unknownPeer());
        facts.apply(again.events());
        QCOMPARE(facts.totals().connections, std::uint64_t(4));
        SessionScript end;
        end.closed(1);
        facts.apply(end.events());
        QCOMPARE(facts.totals().connections, std::uint64_t(3));
        QCOMPARE(facts.connection({2})->state, InstanceState::Closed);
    }

private:
    Cost costOf(std::uint64_t count)
    {
        const SessionScript script = livesOf(count);
        const QString path = m_folder.filePath(QStringLiteral("lives%1.pcapng").arg(++m_files));
        Cost cost;
        const double start = seconds();
        if (const QString problem = recordTo(path, script); !problem.isEmpty()) {
            qFatal("%s", qPrintable(problem));
        }
        const double recorded = seconds();
        const auto file = SessionFile::open(toPath(path));
        cost.opening = seconds() - recorded;
        cost.recording = recorded - start;
        if (!file || (*file)->facts().snapshot().connections.size() != count
            || (*file)->facts().totals().connections != 0) {
            qFatal("the session has not all lives");
        }
        return cost;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

PIPESCOPE_GUILESS_TEST(ManyLivesTest)
#include "tst_many_lives.moc"
