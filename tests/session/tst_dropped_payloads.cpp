#include "failing_file.h"
#include "message_event.h"
#include "runner/register.h"
#include "session_script.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

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
    setMessage(event, payload);
    return event;
}

} // namespace

/// Backpressure::DropPayload: what is not kept is in the file as a message without its bytes, and
/// counted.
class DroppedPayloadsTest : public QObject
{
    Q_OBJECT

private slots:
    void PayloadsThatTheQueueDroppedAreCountedAndSaid()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("dropped.pcapng"));
        EventQueue queue(1000);
        queue.setBackpressure(Backpressure::DropPayload);
        SessionScript script;
        script.server(1, "p");
        script.feed(queue);
        // All of it waits before the recorder begins: the queue is full from the second message on.
        const Bytes payload = patternBytes(5000);
        for (std::uint64_t i = 0; i < 6; ++i) {
            queue.onEvent(messageEvent(i, payload));
        }
        queue.onRoundEnd();
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(path)));
        // A row for each of the three connections reports the loss.
        QVERIFY(waitForRows(recorder, 10));
        queue.onEvent(messageEvent(6, toBytes("small")));
        queue.onRoundEnd();
        QVERIFY(waitForRows(recorder, 11));
        recorder.stop();
        QCOMPARE(recorder.facts().totals().dropped, std::uint64_t(5));
        QCOMPARE(recorder.facts().totals().messages, std::uint64_t(7));

        const auto opened = SessionFile::open(toPath(path));
        QVERIFY(opened && !(*opened)->report().problem);
        QCOMPARE(difference((*opened)->facts(), recorder.facts()), QString());
        QCOMPARE(headDifference(**opened), QString());
        QCOMPARE(headDifference(recorder), QString());
        QCOMPARE(recorder.head(2).length, std::uint64_t(5000)); // of which nothing was kept
        std::uint64_t dropped = 0;
        for (std::uint64_t row = 1; row < 11; ++row) {
            const auto record = (*opened)->read(row, everything);
            QVERIFY(record);
            if (const auto* const lost = record->as<Dropped>()) {
                QVERIFY(record->connection);
                QCOMPARE(lost->bytes, lost->count * 5000);
                dropped += lost->count;
                continue;
            }
            const bool kept = row == 1 || row == 10;
            const std::uint64_t length = row == 10 ? 5 : 5000;
            QCOMPARE(record->message().length, length);
            QCOMPARE(record->payload.size(), kept ? std::size_t(length) : std::size_t{0});
            QCOMPARE(record->message().droppedBytes, kept ? std::uint64_t{0} : length);
        }
        QCOMPARE(dropped, std::uint64_t(5));
    }

    /// A full disk takes the rows of these messages: each is missing once, not once for its payload
    /// and once for its row.
    void RowsThatAFullDiskLostCountOnce()
    {
        Recording recording;
        QVERIFY(recording.start());
        recording.script.server(1, "p");
        recording.script.feed(recording.queue);
        QVERIFY(waitForRows(recording.recorder, 1));
        recording.faults->capacity = recording.recorder.status().fileBytes;
        feedSix(recording.queue);
        QTRY_VERIFY(recording.recorder.status().lostRecords >= 6);
        recording.faults->capacity = ~std::uint64_t{0};
        QVERIFY(waitForRows(recording.recorder, 2));
        recording.recorder.stop();
        QCOMPARE(recording.recorder.status().lostRecords, std::uint64_t(6));
        QCOMPARE(recording.recorder.facts().totals().messages, std::uint64_t(6));
        QCOMPARE(recording.recorder.facts().totals().dropped, std::uint64_t(6));
        const auto gap = recording.recorder.read(1, 0);
        QVERIFY(gap);
        QCOMPARE(gap->kind(), RecordKind::Dropped);
        QCOMPARE(gap->as<Dropped>()->count, std::uint64_t(6));
        QCOMPARE(gap->as<Dropped>()->bytes, std::uint64_t(6 * 5000));
        const auto opened = SessionFile::open(recording.path);
        QVERIFY(opened && !(*opened)->report().problem);
        QCOMPARE((*opened)->rowCount(), std::uint64_t(2));
        QCOMPARE((*opened)->facts().totals().dropped, std::uint64_t(6));
    }

    /// The rows of the messages are written, those that count their payloads are not: they go into the
    /// row of the gap, and are no lost records.
    void CountsThatAFullDiskLostComeWithTheGap()
    {
        std::uint64_t whole = 0;
        {
            Recording dry;
            feedAll(dry);
            QVERIFY(dry.start());
            QVERIFY(waitForRows(dry.recorder, 10));
            dry.recorder.stop();
            whole = dry.recorder.status().fileBytes;
        }
        Recording recording;
        recording.faults->capacity = whole - 1; // the counts are written last, at once
        feedAll(recording);
        QVERIFY(recording.start());
        QTRY_VERIFY(recording.recorder.status().problem.has_value());
        QCOMPARE(recording.recorder.rowCount(), std::uint64_t(7));
        QCOMPARE(recording.recorder.status().lostRecords, std::uint64_t(0));
        recording.faults->capacity = ~std::uint64_t{0};
        QVERIFY(waitForRows(recording.recorder, 8));
        recording.recorder.stop();
        QCOMPARE(recording.recorder.facts().totals().dropped, std::uint64_t(5));
        const auto gap = recording.recorder.read(7, 0);
        QVERIFY(gap);
        QCOMPARE(gap->kind(), RecordKind::Dropped);
        QCOMPARE(gap->as<Dropped>()->count, std::uint64_t(5));
        QCOMPARE(gap->as<Dropped>()->bytes, std::uint64_t(5 * 5000));
        const auto opened = SessionFile::open(recording.path);
        QVERIFY(opened && !(*opened)->report().problem);
        QCOMPARE(difference((*opened)->facts(), recording.recorder.facts()), QString());
    }

private:
    /// A recorder on a device that may fill up, behind a queue that drops payloads.
    struct Recording
    {
        Recording()
            : recorder(queue, [this](const std::filesystem::path& file) {
                auto created = WritableFile::create(file);
                return created ? Result<std::unique_ptr<WritableFile>>(
                           std::make_unique<FailingFile>(std::move(*created), faults))
                               : std::move(created);
            })
        {
            queue.setBackpressure(Backpressure::DropPayload);
        }
        [[nodiscard]] bool start() { return recorder.start(path).has_value(); }

        QTemporaryDir folder;
        std::filesystem::path path = toPath(folder.filePath(QStringLiteral("dropped.pcapng")));
        std::shared_ptr<DeviceFaults> faults = std::make_shared<DeviceFaults>();
        EventQueue queue{1000};
        SessionScript script;
        Recorder recorder;
    };

    /// Six messages in one batch, of which the queue keeps the payload of one.
    void feedSix(EventQueue& queue)
    {
        for (std::uint64_t i = 0; i < 6; ++i) {
            queue.onEvent(messageEvent(i, m_payload));
        }
        queue.onRoundEnd();
    }
    void feedAll(Recording& recording)
    {
        recording.script.server(1, "p");
        recording.script.feed(recording.queue);
        feedSix(recording.queue);
    }

    const Bytes m_payload = patternBytes(5000);
};

PIPESCOPE_GUILESS_TEST(DroppedPayloadsTest)
#include "tst_dropped_payloads.moc"
