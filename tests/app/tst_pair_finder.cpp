#include "memory_records.h"
#include "rows/pair_finder.h"
#include "runner/register.h"

#include "pipecore/analysis/pairing.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace pipescope;

namespace {

/// So many questions, each with its answer.
void talk(MemoryRecords& records, pipecore::ConnectionId connection, int questions)
{
    for (int i = 0; i < questions; ++i) {
        records.received(connection, "question");
        records.sent(connection, "answer");
    }
}

} // namespace

/// Pairs are known without the window waiting for them.
class PairFinderTest : public QObject
{
    Q_OBJECT

private slots:
    void ManyRowsArePairedInTheBackground()
    {
        MemoryRecords records;
        const auto connection =
            records.connectPeer(records.openEndpoint(pipecore::Role::Server, "a"), 1, "b");
        talk(records, connection, 20'000);
        PairFinder finder;
        QSignalSpy found(&finder, &PairFinder::found);
        finder.start(&records);
        QTRY_VERIFY_WITH_TIMEOUT(!found.isEmpty(), 30'000);
        const auto pairing = pipecore::pairingOf(records);
        QCOMPARE(pairing->knownRows(), records.rowCount());
        const quint64 last = records.rowCount() - 1;
        QCOMPARE(pairing->requestOf(last), std::optional<std::uint64_t>(last - 1));
    }

    void AFewNewRowsAreKnownAtOnce()
    {
        MemoryRecords records;
        const auto connection =
            records.connectPeer(records.openEndpoint(pipecore::Role::Server, "a"), 1, "b");
        PairFinder finder;
        finder.start(&records);
        talk(records, connection, 3);
        finder.includeNewRows();
        QCOMPARE(pipecore::pairingOf(records)->knownRows(), records.rowCount());
    }

    void RowsAreNotUsedAfterAStop()
    {
        PairFinder finder;
        for (int round = 0; round < 20; ++round) {
            const auto records = std::make_unique<MemoryRecords>();
            const auto connection =
                records->connectPeer(records->openEndpoint(pipecore::Role::Server, "a"), 1, "b");
            talk(*records, connection, 2000);
            finder.start(records.get());
            finder.start(nullptr);
        }
        finder.includeNewRows();
        QCoreApplication::processEvents();
    }
};

PIPESCOPE_GUILESS_TEST(PairFinderTest)
#include "tst_pair_finder.moc"
