#include "message_event.h"
#include "session_script.h"

#include "pipecore/export/export.h"
#include "pipecore/filter/filter_run.h"
#include "pipecore/session/annotations.h"
#include "pipecore/session/row_scan.h"
#include "runner/register.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace pipecore;

namespace {

constexpr std::uint64_t messageCount = 50'000;

/// A server, and messages that say which they are, on five connections.
void record(const std::filesystem::path& path)
{
    EventQueue queue;
    SessionScript script;
    script.server(1, "p");
    script.feed(queue);
    Event event;
    event.endpoint.value = 1;
    for (std::uint64_t i = 1; i <= messageCount; ++i) {
        const std::string text = "message " + std::to_string(i);
        event.wallNs = std::int64_t(i);
        event.connection.value = 1 + i % 5;
        setMessage(event, asBytes(text));
        queue.onEvent(event);
    }
    queue.onRoundEnd();
    Recorder recorder(queue);
    QVERIFY(recorder.start(path));
    recorder.stop();
    QCOMPARE(recorder.rowCount(), messageCount + 1);
}

bool isMessage(const Result<Record>& record, std::uint64_t row)
{
    return record && asText(record->payload) == "message " + std::to_string(row);
}

} // namespace

/// A file is of use while it is still being opened.
class OpenWhileScanningTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_path = toPath(m_folder.filePath(QStringLiteral("session.pcapng")));
        record(m_path);
    }

    void RowsComeInWhileItIsScanned()
    {
        auto file = SessionFile::start(m_path);
        QVERIFY(file);
        QCOMPARE((*file)->rowCount(), std::uint64_t(0));
        QVERIFY(!(*file)->isScanned());
        std::vector<std::uint64_t> counts;
        const auto scanned = (*file)->scan([&](double done) {
            const std::uint64_t rows = (*file)->rowCount();
            counts.push_back(rows);
            if (rows > 1) {
                // Rows in the index can be read, and the facts match the rows.
                const std::uint64_t messages = (*file)->facts().totals().messages;
                return isMessage((*file)->read(rows - 1, 100), rows - 1) && messages == rows - 1
                       && done > 0 && done < 1 && !(*file)->isScanned();
            }
            return true;
        });
        QVERIFY(scanned);
        QVERIFY(counts.size() > 3);
        QCOMPARE(counts.front(), std::uint64_t(0));
        QVERIFY(counts[1] > 0);
        QVERIFY(std::ranges::is_sorted(counts));
        QVERIFY((*file)->isScanned());
        QCOMPARE((*file)->report().records, messageCount + 1);
        QVERIFY(!(*file)->report().problem);
    }

    void AnotherThreadReadsMeanwhile()
    {
        auto file = SessionFile::start(m_path);
        QVERIFY(file);
        std::atomic<bool> mistaken{false};
        std::thread reader([&] {
            for (std::uint64_t turn = 1; !(*file)->isScanned(); ++turn) {
                const std::uint64_t rows = (*file)->rowCount();
                if (rows > 2) {
                    const std::uint64_t row = 1 + turn * 7919 % (rows - 1);
                    if (!isMessage((*file)->read(row, 100), row)
                        || (*file)->head(row).connection.value != 1 + row % 5) {
                        mistaken = true;
                    }
                }
            }
        });
        const auto scanned = (*file)->scan();
        reader.join();
        QVERIFY(scanned);
        QVERIFY(!mistaken);
        const auto whole = SessionFile::open(m_path);
        QVERIFY(whole);
        QCOMPARE(difference((*file)->facts(), (*whole)->facts()), QString());
    }

    /// Filters and searches read in bulk what is there, whatever the file is doing; for the thread
    /// sanitizer, too.
    void FilterRunsWhileItIsScanned()
    {
        auto file = SessionFile::start(m_path);
        QVERIFY(file);
        const auto wanted = Filter::parse("text ~ \"message .*7$\"");
        QVERIFY(wanted);
        FilterRun run(**file, *wanted, {.first = 0, .rowCount = 0, .threads = 2});
        std::atomic<bool> isOver{false};
        std::thread scanning([&] {
            const auto scanned = (*file)->scan();
            isOver = scanned.has_value();
        });
        while (!(*file)->isScanned()) {
            run.extendTo((*file)->rowCount());
            std::this_thread::yield();
        }
        scanning.join();
        QVERIFY(isOver);
        run.extendTo((*file)->rowCount());
        QVERIFY(run.waitUntilDone(std::chrono::seconds(60)));
        QVERIFY(!run.progress().problem);
        QCOMPARE(run.matches().size(), messageCount / 10);
    }

    void RowsAreScannedWhileMarksAreSaved()
    {
        const std::filesystem::path path =
            toPath(m_folder.filePath(QStringLiteral("marked.pcapng")));
        std::filesystem::copy_file(m_path, path);
        const auto file = SessionFile::open(path);
        QVERIFY(file);
        std::atomic<bool> done{false};
        std::atomic<bool> mistaken{false};
        std::thread reader([&] {
            for (std::uint64_t turn = 1; !done; ++turn) {
                RowScan scan(**file);
                const std::uint64_t first = 1 + turn * 7919 % (messageCount - 100);
                for (std::uint64_t row = first; row < first + 100; ++row) {
                    const auto read = scan.read(row);
                    mistaken = mistaken || !read
                               || asText((*read)->payload) != "message " + std::to_string(row);
                }
            }
        });
        for (std::uint64_t i = 0; i < 50; ++i) {
            QVERIFY((*file)->annotations()->set(i, {true, {}}));
            QVERIFY((*file)->saveAnnotations());
        }
        done = true;
        reader.join();
        QVERIFY(!mistaken);
        const auto again = SessionFile::open(path);
        QVERIFY(again);
        QCOMPARE((*again)->annotations()->markCount(), std::uint64_t(50));
    }

    void UnscannedRowsAreNotSaved()
    {
        auto file = SessionFile::start(m_path);
        QVERIFY(file);
        const QString copy = m_folder.filePath(QStringLiteral("early.pcapng"));
        const auto early = (*file)->saveCopy(toPath(copy));
        QVERIFY(!early);
        QCOMPARE(early.error().kind, ErrorKind::Busy);
        QVERIFY(!(*file)->saveAnnotations());
        // An export has the rows that are there, not their number and no bytes.
        std::uint64_t rows = 0;
        const auto scanned = (*file)->scan([&](double) {
            if (rows == 0 && (*file)->rowCount() > 0) {
                rows = (*file)->rowCount();
                const auto written = exportRows(**file, {}, ExportFormat::Pcapng, toPath(copy));
                return written && *written == rows;
            }
            return true;
        });
        QVERIFY(scanned);
        QVERIFY(rows > 0);
        const auto exported = SessionFile::open(toPath(copy));
        QVERIFY(exported);
        QCOMPARE((*exported)->rowCount(), rows);
    }

    void AStoppedScanKeepsWhatItFound()
    {
        auto file = SessionFile::start(m_path);
        QVERIFY(file);
        const auto scanned = (*file)->scan([](double done) { return done < 0.4; });
        QVERIFY(!scanned);
        QCOMPARE(scanned.error().kind, ErrorKind::Cancelled);
        const OpenReport& report = (*file)->report();
        QVERIFY(report.stopped);
        QVERIFY(!report.problem);
        QVERIFY(report.records > 0 && report.records < messageCount);
        QCOMPARE(report.records, (*file)->rowCount());
        QVERIFY(report.goodBytes < report.fileBytes);
        QVERIFY(isMessage((*file)->read(report.records - 1, 100), report.records - 1));
        QCOMPARE((*file)->facts().totals().messages, report.records - 1);
    }

    void OtherFilesAreReportedAtOnce()
    {
        const QString path = m_folder.filePath(QStringLiteral("other"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("something else") > 0);
        file.close();
        const auto started = SessionFile::start(toPath(path));
        QVERIFY(!started);
        QCOMPARE(started.error().kind, ErrorKind::Corrupt);
    }

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_path;
};

PIPESCOPE_GUILESS_TEST(OpenWhileScanningTest)
#include "tst_open_while_scanning.moc"
