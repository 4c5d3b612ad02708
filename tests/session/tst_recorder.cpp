#include "core/no_more_threads.h"
#include "failing_file.h"
#include "message_event.h"
#include "runner/register.h"
#include "session_script.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

#ifdef Q_OS_LINUX
#    include <sys/mount.h>
#endif

using namespace pipecore;

namespace {

constexpr std::size_t everything = std::numeric_limits<std::size_t>::max();

Event messageEvent(std::uint64_t number, ByteView payload)
{
    Event event;
    event.sequence = number;
    event.wallNs = std::int64_t(number);
    event.endpoint.value = 1;
    event.connection.value = 1 + number % 3;
    setMessage(event, payload, number % 2 == 0 ? Direction::Received : Direction::Sent);
    return event;
}

/// The payload of message `number` says which it is.
Bytes numbered(std::uint64_t number)
{
    return toBytes("message " + std::to_string(number));
}

} // namespace

/// Recording: at once readable, never in the way of the pipes, whole when the disk is not.
class RecorderTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_path = m_folder.filePath(QStringLiteral("%1.pcapng").arg(++m_number));
        m_faults = std::make_shared<DeviceFaults>();
    }

    void NoThreadForItIsAnErrorAndLeavesNoFile()
    {
        const NoMoreThreads refused;
        if (!refused.isSet()) {
            QSKIP("only glibc lets a test take threads away");
        }
        EventQueue queue;
        Recorder recorder(queue);
        const auto started = recorder.start(toPath(m_path));
        QVERIFY(!started);
        QCOMPARE(started.error().kind, ErrorKind::Resources);
        QVERIFY(!QFile::exists(m_path));
    }

    void ReadsWhileAnotherThreadFeeds()
    {
        constexpr std::uint64_t count = 200'000; // more than two blocks of the index
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(m_path)));
        SessionScript first;
        first.server(1, "p");
        first.feed(queue);
        std::thread engine([&queue] {
            for (std::uint64_t i = 1; i < count; ++i) {
                queue.onEvent(messageEvent(i, numbered(i)));
                if (i % 64 == 0) {
                    queue.onRoundEnd();
                }
            }
            queue.onRoundEnd();
        });
        std::uint64_t reads = 0;
        while (recorder.rowCount() < count) {
            const std::uint64_t rows = recorder.rowCount();
            if (rows < 2) {
                continue;
            }
            for (const std::uint64_t row : {rows - 1, rows / 2, 1 + reads * 7919 % (rows - 1)}) {
                const auto record = recorder.read(row, 100);
                QVERIFY(record);
                QCOMPARE(record->payload, numbered(row));
                QCOMPARE(recorder.head(row).connection.value, 1 + row % 3);
                ++reads;
            }
            QVERIFY(recorder.facts().totals().messages <= count);
        }
        engine.join();
        recorder.stop();
        QVERIFY(reads > 0);
        QCOMPARE(recorder.facts().totals().messages, count - 1);
        const auto file = SessionFile::open(toPath(m_path));
        QVERIFY(file);
        QCOMPARE((*file)->rowCount(), count);
        QCOMPARE(difference((*file)->facts(), recorder.facts()), QString());
    }

    /// A filter that runs meanwhile judges a row once, by what is known then.
    void WhoSeesARowFindsItsConnectionInTheFacts()
    {
        constexpr std::uint64_t count = 40'000;
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(m_path)));
        std::atomic<bool> done{false};
        std::atomic<int> unknown{0};
        // Holding the facts makes the recorder wait at the place in question.
        std::thread busy([&] {
            while (!done) {
                static_cast<void>(recorder.facts().snapshot());
            }
        });
        std::thread reader([&] {
            for (std::uint64_t seen = 0; !done;) {
                const std::uint64_t rows = recorder.rowCount();
                if (rows == seen) {
                    continue;
                }
                seen = rows;
                const auto head = recorder.head(rows - 1);
                // The last row of a piece may be an endpoint's, which has no connection.
                const bool known =
                    recorder.facts().endpoint(head.endpoint)
                    && (!head.connection || recorder.facts().connection(head.connection));
                unknown += known ? 0 : 1;
            }
        });
        SessionScript script;
        for (std::uint64_t i = 1; i <= count; ++i) {
            script.client(i, "p");
            script.connected(i, i, unknownPeer());
        }
        for (std::size_t i = 0; i < script.events().size(); ++i) {
            queue.onEvent(script.events()[i]);
            if (i % 1'000 == 999) {
                queue.onRoundEnd();
                std::this_thread::yield();
            }
        }
        queue.onRoundEnd();
        const bool all = waitForRows(recorder, 2 * count);
        done = true;
        reader.join();
        busy.join();
        QVERIFY(all);
        QCOMPARE(unknown.load(), 0);
    }

    void FullDiskPausesAndResumes()
    {
        EventQueue queue;
        Recorder recorder(queue, failing());
        QVERIFY(recorder.start(toPath(m_path)));
        const std::uint64_t empty = recorder.status().fileBytes;
        feed(queue, 0, 10);
        QVERIFY(waitForRows(recorder, 10));
        QVERIFY(recorder.status().fileBytes > empty);
        QCOMPARE(qint64(recorder.status().fileBytes), QFile(m_path).size());
        const std::uint64_t before = recorder.status().fileBytes;
        m_faults->capacity = before + 150; // one more row and a half
        feed(queue, 10, 20);
        QVERIFY(QTest::qWaitFor([&] { return recorder.status().problem.has_value(); }));
        const auto paused = recorder.status();
        QCOMPARE(paused.problem->kind, ErrorKind::Resources);
        QCOMPARE(paused.lostRecords, std::uint64_t(10));
        QCOMPARE(paused.fileBytes, before);
        QCOMPARE(QFile(m_path).size(), qint64(before)); // nothing of the half row
        QCOMPARE(recorder.rowCount(), std::uint64_t(10));
        // Further events are lost, too, but counted, and the queue does not fill.
        feed(queue, 20, 30);
        QVERIFY(QTest::qWaitFor([&] { return recorder.status().lostRecords == 20; }));
        QCOMPARE(recorder.facts().totals().messages, std::uint64_t(30));
        m_faults->capacity = ~std::uint64_t{0};
        QVERIFY(waitForRows(recorder, 11));
        QVERIFY(QTest::qWaitFor([&] { return !recorder.status().problem; }));
        feed(queue, 30, 40);
        QVERIFY(waitForRows(recorder, 21));
        recorder.stop();
        QCOMPARE(recorder.facts().totals().dropped, std::uint64_t(20));

        const auto opened = SessionFile::open(toPath(m_path));
        QVERIFY(opened);
        const SessionFile& file = **opened;
        QVERIFY(!file.report().problem);
        QCOMPARE(file.rowCount(), std::uint64_t(21));
        const auto gap = file.read(10, 0);
        QCOMPARE(gap->kind(), RecordKind::Dropped);
        QCOMPARE(gap->as<Dropped>()->count, std::uint64_t(20));
        QCOMPARE(gap->as<Dropped>()->bytes, std::uint64_t(200));
        QCOMPARE(gap->wallNs, std::int64_t(29));
        for (std::uint64_t row = 0; row < 10; ++row) {
            QCOMPARE(file.read(row, everything)->payload, numbered(row));
        }
        for (std::uint64_t row = 11; row < 21; ++row) {
            QCOMPARE(file.read(row, everything)->payload, numbered(row + 19));
        }
    }

    void FullDiskWhileTheFirstMessageOfAConnectionIsWritten()
    {
        // The connection's interface is lost with it and must be written again.
        EventQueue queue;
        Recorder recorder(queue, failing());
        QVERIFY(recorder.start(toPath(m_path)));
        SessionScript script;
        script.server(1, "p");
        script.connected(1, 5, somePeer(77, "app.exe"));
        script.feed(queue);
        QVERIFY(waitForRows(recorder, 2));
        m_faults->capacity = recorder.status().fileBytes;
        SessionScript lost;
        lost.message(1, 5, Direction::Received, toBytes("lost"));
        lost.feed(queue);
        QVERIFY(QTest::qWaitFor([&] { return recorder.status().problem.has_value(); }));
        m_faults->capacity = ~std::uint64_t{0};
        QVERIFY(waitForRows(recorder, 3));
        SessionScript more;
        more.message(1, 5, Direction::Received, toBytes("kept"));
        more.feed(queue);
        QVERIFY(waitForRows(recorder, 4));
        recorder.stop();
        const auto file = SessionFile::open(toPath(m_path));
        const auto kept = (*file)->read(3, everything);
        QCOMPARE(kept->payload, toBytes("kept"));
        QCOMPARE(kept->connection.value, std::uint64_t(5));
        QCOMPARE(*(*file)->facts().connection({5})->peer->processId, std::uint32_t(77));
    }

    void LostDriveIsTriedAgainAndTheGapIsWrittenAtTheEnd()
    {
        EventQueue queue;
        Recorder recorder(queue, failing());
        QVERIFY(recorder.start(toPath(m_path)));
        m_faults->lost = true;
        feed(queue, 0, 5);
        QVERIFY(QTest::qWaitFor([&] { return recorder.status().problem.has_value(); }));
        QCOMPARE(recorder.status().problem->kind, ErrorKind::Io);
        const int attempts = m_faults->attempts;
        QVERIFY(QTest::qWaitFor([&] { return m_faults->attempts >= attempts + 2; }));
        m_faults->lost = false;
        recorder.stop(); // does not wait for the next half second
        QVERIFY(!recorder.status().problem);
        QCOMPARE(recorder.rowCount(), std::uint64_t(1));
        QCOMPARE(recorder.read(0, 0)->as<Dropped>()->count, std::uint64_t(5));
    }

    void ARealFullDisk()
    {
#ifndef Q_OS_LINUX
        QSKIP("needs a small file system to mount");
#else
        const QString mount = m_folder.filePath(QStringLiteral("small"));
        QVERIFY(QDir().mkpath(mount));
        const QByteArray folder = QFile::encodeName(mount);
        if (::mount("tmpfs", folder.constData(), "tmpfs", 0, "size=256k") != 0) {
            QSKIP("mounting a small file system is not permitted here");
        }
        const auto unmount = qScopeGuard([&folder] { ::umount(folder.constData()); });
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(mount + QStringLiteral("/j.pcapng"))));
        QFile other(mount + QStringLiteral("/other"));
        QVERIFY(other.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        QVERIFY(other.write(QByteArray(100'000, 'x')) > 0);
        const Bytes payload = patternBytes(50'000);
        std::uint64_t sent = 0;
        while (!recorder.status().problem && sent < 100) {
            queue.onEvent(messageEvent(sent++, payload));
            queue.onRoundEnd();
            QTest::qWait(1);
        }
        QCOMPARE(recorder.status().problem->code, std::uint32_t(ENOSPC));
        QVERIFY(other.remove());
        QVERIFY(QTest::qWaitFor([&] { return !recorder.status().problem; }));
        recorder.stop();
        const std::uint64_t rows = recorder.rowCount();
        QCOMPARE(rows - 1 + recorder.status().lostRecords, sent);
        const auto file = SessionFile::open(toPath(mount + QStringLiteral("/j.pcapng")));
        QVERIFY(!(*file)->report().problem);
        QCOMPARE((*file)->rowCount(), rows);
        QCOMPARE((*file)->head(rows - 1).kind, RecordKind::Dropped);
#endif
    }

    void DiskIsFullFromTheStart()
    {
        m_faults->capacity = 50;
        EventQueue queue;
        Recorder recorder(queue, failing());
        const auto started = recorder.start(toPath(m_path));
        QVERIFY(!started);
        QCOMPARE(started.error().kind, ErrorKind::Resources);
        QVERIFY(!QFile::exists(m_path));
        recorder.stop();
    }

    void AnExistingFileIsNotOverwritten()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(!recorder.start(toPath(m_path)));
        QCOMPARE(file.size(), 4);
    }

    void SaveCopyWhileRecording()
    {
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(m_path)));
        std::atomic<bool> enough{false};
        std::thread engine([&] {
            for (std::uint64_t i = 0; !enough; ++i) {
                queue.onEvent(messageEvent(i, numbered(i)));
                queue.onRoundEnd();
                if (i % 50 == 0) {
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                }
            }
        });
        const auto end = qScopeGuard([&] {
            enough = true;
            if (engine.joinable()) {
                engine.join();
            }
        });
        const QString target = m_folder.filePath(QStringLiteral("copy.pcapng"));
        std::uint64_t last = 0;
        for (int i = 0; i < 5; ++i) {
            QVERIFY(waitForRows(recorder, last + 100));
            const auto saved = recorder.saveCopy(toPath(target));
            QVERIFY(saved);
            QVERIFY(*saved >= last + 100);
            last = *saved;
            const auto copy = SessionFile::open(toPath(target));
            QVERIFY(!(*copy)->report().problem);
            QCOMPARE((*copy)->rowCount(), last);
            QCOMPARE((*copy)->read(last - 1, 100)->payload, numbered(last - 1));
        }
        enough = true;
        engine.join();
        recorder.stop();
        const auto saved = recorder.saveCopy(toPath(target)); // also when it has stopped
        QCOMPARE(saved.value_or(0), recorder.rowCount());
        QCOMPARE(QFile(target).size(), QFile(m_path).size());
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("*.part*")}).isEmpty());
    }

    void AFailedSaveLeavesTheOldFile()
    {
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(!recorder.saveCopy(toPath(m_folder.filePath(QStringLiteral("early.pcapng")))));
        QVERIFY(recorder.start(toPath(m_path)));
        feed(queue, 0, 3);
        QVERIFY(waitForRows(recorder, 3));
        const auto nowhere =
            recorder.saveCopy(toPath(m_folder.filePath(QStringLiteral("no/such/folder.pcapng"))));
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().kind, ErrorKind::NotFound);
        // A folder in the place of the file cannot be replaced.
        const QString taken = m_folder.filePath(QStringLiteral("taken%1").arg(m_number));
        QVERIFY(QDir().mkpath(taken + QStringLiteral("/in")));
        QVERIFY(!recorder.saveCopy(toPath(taken)));
        QVERIFY(QDir(taken).exists());
        QVERIFY(!recorder.saveCopy(toPath(m_path))); // onto itself
        QCOMPARE(recorder.read(2, 100)->payload, numbered(2));
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("*.part*")}).isEmpty());
    }

    void ACancelledSaveLeavesTheOldFile()
    {
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(m_path)));
        const std::string mebibyte(std::size_t{1024} * 1024, 'm');
        for (std::uint64_t i = 0; i < 3; ++i) {
            queue.onEvent(messageEvent(i, toBytes(mebibyte)));
        }
        queue.onRoundEnd();
        QVERIFY(waitForRows(recorder, 3));
        QVERIFY(recorder.status().fileBytes > 3 * mebibyte.size());
        const QString target = m_folder.filePath(QStringLiteral("cancelled.pcapng"));
        QFile old(target);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();

        std::vector<double> parts;
        const auto cancelled = recorder.saveCopy(toPath(target), [&](double part) {
            parts.push_back(part);
            return parts.size() < 3;
        });
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
        QCOMPARE(parts.size(), std::size_t{3});
        QCOMPARE(parts.front(), 0.0);
        QVERIFY(parts.at(1) > parts.at(0) && parts.at(2) > parts.at(1) && parts.at(2) < 1);
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("old"));
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("*.part*")}).isEmpty());
    }

    void StopIsIdempotentAndWritesWaitingEvents()
    {
        EventQueue queue;
        Recorder recorder(queue);
        recorder.stop();
        QVERIFY(recorder.start(toPath(m_path)));
        feed(queue, 0, 5'000);
        recorder.stop();
        recorder.stop();
        QCOMPARE(recorder.rowCount(), std::uint64_t(5'000));
        QCOMPARE(recorder.read(4'999, 100)->payload, numbered(4'999));
    }

private:
    Recorder::CreateFunction failing()
    {
        return [faults = m_faults](
                   const std::filesystem::path& path) -> Result<std::unique_ptr<WritableFile>> {
            auto file = WritableFile::create(path);
            if (!file) {
                return std::unexpected(file.error());
            }
            return std::make_unique<FailingFile>(std::move(*file), faults);
        };
    }
    static void feed(EventQueue& queue, std::uint64_t first, std::uint64_t last)
    {
        for (std::uint64_t i = first; i < last; ++i) {
            queue.onEvent(messageEvent(i, numbered(i)));
        }
        queue.onRoundEnd();
    }

    QTemporaryDir m_folder;
    QString m_path;
    int m_number = 0;
    std::shared_ptr<DeviceFaults> m_faults;
};

PIPESCOPE_GUILESS_TEST(RecorderTest)
#include "tst_recorder.moc"
