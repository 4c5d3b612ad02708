#include "conversation.h"
#include "core/no_more_threads.h"

#include "pipecore/analysis/pairing.h"
#include "pipecore/filter/filter_run.h"
#include "runner/register.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>

using namespace pipecore;
using std::chrono::seconds;

namespace {

Filter parsed(std::string_view text)
{
    auto filter = Filter::parse(text);
    if (!filter) {
        qFatal("%s", filter.error().message.text().c_str());
    }
    return *filter;
}

std::vector<std::uint64_t> all(const RowSet& list)
{
    std::vector<std::uint64_t> rows;
    for (std::uint64_t i = 0; i < list.size(); ++i) {
        rows.push_back(list.at(i));
    }
    return rows;
}

/// The rows of another source, whose file cannot be read any more.
class Unreadable final : public RecordSource
{
public:
    explicit Unreadable(const RecordSource& rows) : m_rows(rows) {}

    [[nodiscard]] std::uint64_t rowCount() const override { return m_rows.rowCount(); }
    [[nodiscard]] Result<Record> read(std::uint64_t, std::size_t) const override
    {
        ++reads;
        return refuse("the drive is gone", ErrorKind::Io);
    }
    [[nodiscard]] RowHead head(std::uint64_t row) const override { return m_rows.head(row); }
    [[nodiscard]] const SessionFacts& facts() const override { return m_rows.facts(); }

    mutable std::atomic<std::uint64_t> reads{0};

private:
    const RecordSource& m_rows;
};

/// Questions and answers on some connections, mixed.
SessionScript manyMessages(std::uint64_t count)
{
    SessionScript script;
    script.server(1, "p");
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t connection = 1 + i % 7;
        script.message(1, connection, (i / 7) % 2 == 0 ? Direction::Received : Direction::Sent,
                       toBytes("message number " + std::to_string(i)));
    }
    return script;
}

} // namespace

/// Filtering a session in the background.
class FilterRunTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_many = std::make_unique<Recorded>(manyMessages(60'000)); }

    void NoThreadForItIsSaid()
    {
        const NoMoreThreads refused;
        if (!refused.isSet()) {
            QSKIP("only glibc lets a test take threads away");
        }
        FilterRun run(m_many->file(), parsed("conn == 3"));
        QVERIFY(run.hasEnded());
        QVERIFY(!run.waitUntilDone(seconds(10)));
        QVERIFY(run.progress().problem);
        QCOMPARE(run.progress().problem->kind, ErrorKind::Resources);
    }

    void ManyPiecesGiveTheSameAsRowByRow_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"conn == 3", "text contains \"77\"", "text ~ \"number \\d+7$\"", "latency > 6.5ms",
              "latency && conn == 2 && text contains \"9\"", "delta >= 1ms && data[-1] == 30",
              "conn == 5 || text contains \"1234\"", "!(dir == in)"}) {
            QTest::newRow(text) << QByteArray(text);
        }
    }

    void ManyPiecesGiveTheSameAsRowByRow()
    {
        QFETCH(QByteArray, text);
        const Filter filter = parsed(text.toStdString());
        const SessionFile& file = m_many->file();
        std::vector<std::uint64_t> expected;
        for (std::uint64_t row = 0; row < file.rowCount(); row += 1) {
            // Single rows are slow: a range around a border of pieces, and the rest in steps.
            if (row < 300 || (row > 15'000 && row < 16'000) || row % 37 == 0) {
                if (filter.matches(file, row)) {
                    expected.push_back(row);
                }
            }
        }
        QVERIFY(!expected.empty());
        FilterRun run(file, filter, {.threads = 4});
        QVERIFY(run.waitUntilDone(seconds(30)));
        std::vector<std::uint64_t> found;
        for (const std::uint64_t row : all(run.matches())) {
            if (row < 300 || (row > 15'000 && row < 16'000) || row % 37 == 0) {
                found.push_back(row);
            }
        }
        QCOMPARE(found, expected);
        const auto progress = run.progress();
        QVERIFY(progress.isDone());
        QCOMPARE(progress.total, file.rowCount());
        QCOMPARE(progress.matches, run.matches().size());
        QCOMPARE(progress.undecided, std::uint64_t(0));
        QVERIFY(!progress.problem);
    }

    void LatenciesNeedTheFirstMessagesOfAConnectionOnly_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"latency", "latency > 6.5ms", "latency <= 7ms || delta > 2s",
                                 "conn == 3 && !(latency)"}) {
            QTest::newRow(text) << QByteArray(text);
        }
    }
    void LatenciesNeedTheFirstMessagesOfAConnectionOnly()
    {
        QFETCH(QByteArray, text);
        const Filter filter = parsed(text.toStdString());
        const Unreadable unreadable(m_many->file());
        FilterRun run(unreadable, filter);
        QVERIFY(run.waitUntilDone(seconds(30)));
        FilterRun expected(m_many->file(), filter);
        QVERIFY(expected.waitUntilDone(seconds(30)));
        QVERIFY(expected.matches().size() > 0);
        QVERIFY(unreadable.reads > 0);
        QVERIFY(std::uint64_t(unreadable.reads) <= 10 * Pairing::probes);
        QVERIFY(!run.progress().problem);
        QVERIFY(all(run.matches()) == all(expected.matches()));
    }

    void TimesAndLengthsAreKnownWithoutTheFile_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("reads");
        for (const char* text :
             {"len > 16", "len != 16 && dir == in", "time >= \"2023-11-14T22:13:25Z\"",
              "!(time < \"2023-11-14T22:13:25Z\") && len == 20", "delta >= 1ms"}) {
            QTest::newRow(text) << QByteArray(text) << false;
        }
        QTest::newRow("what a payload says is read")
            << QByteArray("len > 16 && text ~ \"7\"") << true;
    }

    void TimesAndLengthsAreKnownWithoutTheFile()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, reads);
        const Filter filter = parsed(text.toStdString());
        const Unreadable unreadable(m_many->file());
        FilterRun run(unreadable, filter);
        QVERIFY(run.waitUntilDone(seconds(30)));
        FilterRun expected(m_many->file(), filter);
        QVERIFY(expected.waitUntilDone(seconds(30)));
        QVERIFY(expected.matches().size() > 0);
        QVERIFY(expected.matches().size() < m_many->file().rowCount());
        QCOMPARE(unreadable.reads > 0, reads);
        QCOMPARE(run.progress().problem.has_value(), reads);
        QCOMPARE(all(run.matches()) == all(expected.matches()), !reads);
    }

    void RowsBeforeTheFirstAreLeftOut()
    {
        FilterRun run(m_many->file(), parsed("conn == 1"), {.first = 30'000});
        QVERIFY(run.waitUntilDone(seconds(30)));
        const auto rows = all(run.matches());
        QVERIFY(!rows.empty());
        QVERIFY(rows.front() >= 30'000);
        QCOMPARE(run.progress().total, m_many->file().rowCount() - 30'000);
    }

    void RangesGiveTheSameAsTheWhole()
    {
        const SessionFile& file = m_many->file();
        for (const char* text : {"latency > 6.5ms && text contains \"1\"", "delta && conn == 4"}) {
            const Filter filter = parsed(text);
            FilterRun run(file, filter);
            QVERIFY(run.waitUntilDone(seconds(30)));
            RowFilter stretches(file, filter);
            std::vector<std::uint64_t> found;
            for (std::uint64_t first = 0; first < file.rowCount(); first += 777) {
                const auto rows = stretches.rows(first, std::min(first + 777, file.rowCount()));
                found.insert(found.end(), rows.begin(), rows.end());
            }
            QVERIFY(!found.empty());
            QCOMPARE(found, all(run.matches()));
        }
    }

    void RowsBehindTheCountWaitForIt()
    {
        FilterRun run(m_many->file(), parsed("kind == message"), {.first = 10, .rowCount = 100});
        QVERIFY(run.waitUntilDone(seconds(10)));
        QCOMPARE(run.matches().size(), std::uint64_t(90));
        run.extendTo(150);
        QVERIFY(run.waitUntilDone(seconds(10)));
        QCOMPARE(run.matches().size(), std::uint64_t(140));
    }

    void AppendedRowsArrive()
    {
        QTemporaryDir folder;
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(folder.filePath(QStringLiteral("live.pcapng")))));
        FilterRun run(recorder, parsed("text contains \"7\" && dir == in || latency > 1ms"));
        QVERIFY(run.waitUntilDone(seconds(10)));
        QCOMPARE(run.matches().size(), std::uint64_t(0));
        std::deque<SessionScript> scripts; // events refer to them
        std::uint64_t rows = 0;
        for (std::uint64_t id = 1; id <= 20; ++id) {
            SessionScript& script = scripts.emplace_back();
            script.server(id, "p");
            for (int n = 0; n < 50; ++n) {
                script.message(id, id, Direction::Received, toBytes("row " + std::to_string(n)));
                script.message(id, id, Direction::Sent, toBytes("answer"));
            }
            script.feed(queue);
            rows += script.rows().size();
            QVERIFY(waitForRows(recorder, rows));
            run.extendTo(rows);
            QVERIFY(run.waitUntilDone(seconds(10)));
            QCOMPARE(run.progress().looked, rows);
            // 7, 17, 27, 37, 47 of each fifty; answers come after one millisecond, not more.
            QCOMPARE(run.matches().size(), 5 * id);
        }
        recorder.stop();
    }

    void AHostileExpressionEndsAndSaysWhatItLeftOut()
    {
        SessionScript script;
        script.server(1, "p");
        for (int i = 0; i < 20; ++i) {
            script.message(1, 1, Direction::Received, toBytes(std::string(2000, 'a') + "!"));
        }
        script.message(1, 1, Direction::Received, toBytes("aaab"));
        const Recorded session(script);
        QElapsedTimer timer;
        timer.start();
        FilterRun run(session.file(), parsed("text ~ \"^(a+)+[bc]$\""));
        QVERIFY(run.waitUntilDone(seconds(60)));
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(all(run.matches()), (std::vector<std::uint64_t>{21}));
        QCOMPARE(run.progress().undecided, std::uint64_t(20));
    }

    void CancellingIsPromptAlsoInHardWork()
    {
        SessionScript script;
        script.server(1, "p");
        for (int i = 0; i < 500; ++i) {
            script.message(1, 1, Direction::Received, toBytes(std::string(100'000, 'a') + "!"));
        }
        const Recorded session(script);
        for (const char* text : {"text ~ \"^(a+)+[bc]$\"", "text ~ \"(a|aa)+[bc]\""}) {
            auto run = std::make_unique<FilterRun>(session.file(), parsed(text));
            QTest::qWait(100);
            QVERIFY(!run->progress().isDone());
            QElapsedTimer timer;
            timer.start();
            run->cancel();
            QVERIFY(timer.elapsed() < 50);
            QTRY_VERIFY_WITH_TIMEOUT(run->hasEnded(), 2000);
            run.reset();
            QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        }
    }

    void ACancelledRunFindsNothingMore()
    {
        FilterRun run(m_many->file(), parsed("kind == message"));
        run.cancel();
        QVERIFY(!run.waitUntilDone(seconds(1)) || run.progress().isDone());
        QTRY_VERIFY(run.hasEnded());
        const std::uint64_t found = run.matches().size();
        run.extendTo(m_many->file().rowCount());
        QTest::qWait(20);
        QCOMPARE(run.matches().size(), found);
    }

private:
    std::unique_ptr<Recorded> m_many;
};

PIPESCOPE_GUILESS_TEST(FilterRunTest)
#include "tst_filter_run.moc"
