#include "session_script.h"

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
    Data data;
    data.payload = payload;
    event.body = data;
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
        // One row for each of the three connections says what is missing.
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
        std::uint64_t dropped = 0;
        for (std::uint64_t row = 1; row < 11; ++row) {
            const auto record = (*opened)->read(row, everything);
            QVERIFY(record);
            if (record->kind == RecordKind::Dropped) {
                QVERIFY(record->connection);
                QCOMPARE(record->droppedBytes, record->droppedCount * 5000);
                dropped += record->droppedCount;
                continue;
            }
            const bool kept = row == 1 || row == 10;
            const std::uint64_t length = row == 10 ? 5 : 5000;
            QCOMPARE(record->length, length);
            QCOMPARE(record->payload.size(), kept ? std::size_t(length) : std::size_t{0});
            QCOMPARE(record->droppedBytes, kept ? std::uint64_t{0} : length);
        }
        QCOMPARE(dropped, std::uint64_t(5));
    }
};

QTEST_GUILESS_MAIN(DroppedPayloadsTest)
#include "tst_dropped_payloads.moc"
