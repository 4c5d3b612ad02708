#include "session_script.h"

#include "pipecore/session/row_scan.h"
#include "runner/register.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace pipecore;

namespace {

/// A whole row from a scan.
Result<Record> scanned(RowScan& scan, std::uint64_t number)
{
    const auto row = scan.read(number);
    if (!row) {
        return std::unexpected(row.error());
    }
    Record record = (*row)->record;
    record.payload.assign((*row)->payload.begin(), (*row)->payload.end());
    return record;
}

/// Short messages, some that fill a packet, and one in several packets.
SessionScript mixedScript()
{
    SessionScript script;
    script.server(1, "mixed");
    script.connected(1, 1, somePeer(1, "a"));
    for (std::size_t i = 0; i < 3'000; ++i) {
        const std::size_t size = i % 500 == 7 ? 300'000 : i % 100 == 3 ? 70'000 : i % 90;
        script.message(1, 1, i % 2 == 0 ? Direction::Received : Direction::Sent,
                       patternBytes(size));
        if (i % 700 == 0) {
            script.add(1, 1, Throttled{});
        }
    }
    return script;
}

} // namespace

/// Rows read in bulk are those that are read one by one.
class RowScanTest : public QObject
{
    Q_OBJECT

private slots:
    void ForwardsBackwardsAndByLeaps_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<bool>("nasty");
        for (const bool nasty : {false, true}) {
            const char* const script = nasty ? "nasty" : "mixed";
            QTest::addRow("%s, forwards", script) << 0 << nasty;
            QTest::addRow("%s, backwards", script) << 1 << nasty;
            QTest::addRow("%s, by leaps", script) << 2 << nasty;
        }
    }
    void ForwardsBackwardsAndByLeaps()
    {
        QFETCH(int, order);
        QFETCH(bool, nasty);
        const SessionScript script = nasty ? nastyScript() : mixedScript();
        const auto file = opened(script);
        QVERIFY(file);
        const std::vector<Record> expected = script.rows();
        std::vector<std::uint64_t> numbers(expected.size());
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            numbers[i] = order == 2 ? (i * 1'234'567) % numbers.size() : i;
        }
        if (order == 1) {
            std::ranges::reverse(numbers);
        }
        RowScan scan(*file);
        for (const std::uint64_t number : numbers) {
            const auto record = scanned(scan, number);
            QVERIFY2(record, qPrintable(QString::number(number)));
            QCOMPARE(record->row, number);
            QCOMPARE(difference(*record, expected[number]), QString());
        }
    }

    void PayloadsAreCutAtTheLimit()
    {
        const SessionScript script = mixedScript();
        const auto file = opened(script);
        QVERIFY(file);
        constexpr std::size_t limit = 100;
        RowScan scan(*file, limit);
        for (const Record& expected : script.rows()) {
            const auto row = scan.read(expected.row);
            QVERIFY(row);
            QCOMPARE((*row)->record.body.index(), expected.body.index());
            const std::size_t kept = std::min(limit, expected.payload.size());
            QVERIFY(std::ranges::equal((*row)->payload, ByteView(expected.payload).first(kept)));
        }
    }

    void RowsThatComeMeanwhileAreThere()
    {
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(m_folder.filePath(QStringLiteral("live.pcapng")))));
        RowScan scan(recorder);
        SessionScript script;
        script.server(1, "live");
        for (std::uint64_t step = 0; step < 50; ++step) {
            script.message(1, 1, Direction::Received, patternBytes(static_cast<std::size_t>(step)));
            queue.onEvent(script.events()[static_cast<std::size_t>(step)]);
            queue.onRoundEnd();
            QVERIFY(waitForRows(recorder, step + 1));
            QVERIFY(!scan.read(step + 1));
            const auto record = scanned(scan, step);
            QVERIFY(record);
            QCOMPARE(difference(*record, script.rows()[static_cast<std::size_t>(step)]), QString());
        }
    }

    void BeyondTheLastRow()
    {
        const auto file = opened(sampleScript());
        QVERIFY(file);
        RowScan scan(*file);
        const auto row = scan.read(file->rowCount());
        QVERIFY(!row);
        QCOMPARE(row.error().kind, ErrorKind::InvalidArgument);
        QVERIFY(scan.read(0));
    }

    void AFileThatShrankIsAnError()
    {
        const auto file = opened(mixedScript());
        QVERIFY(file);
        QVERIFY(QFile::resize(m_path, 2'000'000));
        RowScan scan(*file);
        std::uint64_t row = 0;
        auto read = scan.read(row);
        while (read && ++row < file->rowCount()) {
            read = scan.read(row);
        }
        QVERIFY(!read);
        QVERIFY(row > 0);
        QCOMPARE(read.error().kind, ErrorKind::Corrupt);
    }

private:
    std::unique_ptr<SessionFile> opened(const SessionScript& script)
    {
        m_path = m_folder.filePath(QStringLiteral("%1.pcapng").arg(++m_number));
        const QString problem = recordTo(m_path, script);
        if (!problem.isEmpty()) {
            QTest::qFail(qPrintable(problem), __FILE__, __LINE__);
            return nullptr;
        }
        auto file = SessionFile::open(toPath(m_path));
        return file ? std::move(*file) : nullptr;
    }

    QTemporaryDir m_folder;
    QString m_path;
    int m_number = 0;
};

PIPESCOPE_GUILESS_TEST(RowScanTest)
#include "tst_row_scan.moc"
