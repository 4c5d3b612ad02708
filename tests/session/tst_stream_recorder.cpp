#include "exported.h"

#include "pipecore/session/stream_recorder.h"
#include "runner/register.h"

#include <QFile>
#include <QTest>

#include <atomic>
#include <mutex>

using namespace pipecore;

namespace {

/// Received bytes of a stream, and its faults.
struct StreamState
{
    QByteArray bytes() const
    {
        const std::scoped_lock lock(mutex);
        return taken;
    }

    mutable std::mutex mutex;
    QByteArray taken;
    std::atomic<bool> closed{false}; ///< nobody reads
    std::atomic<bool> hurried{false};
};

class FakeStream final : public RecordStream
{
public:
    explicit FakeStream(StreamState& state) : m_state(state) {}

    Result<void> write(ByteView bytes) override
    {
        if (m_state.closed) {
            return refuse("nobody reads", ErrorKind::PeerClosed);
        }
        const std::scoped_lock lock(m_state.mutex);
        m_state.taken += QByteArray(asText(bytes).data(), qsizetype(bytes.size()));
        return {};
    }
    bool isReaderGone() override { return m_state.closed; }
    void shortenWriteTimeout() override { m_state.hurried = true; }

private:
    StreamState& m_state;
};

/// The bytes of a file without the number that is different for each recording.
QByteArray withoutRecording(QByteArray bytes)
{
    static const QByteArray key("recording=");
    for (qsizetype at = bytes.indexOf(key); at >= 0; at = bytes.indexOf(key, at + 1)) {
        qsizetype end = at + key.size();
        while (end < bytes.size() && bytes[end] >= '0' && bytes[end] <= '9') {
            bytes[end++] = '0';
        }
    }
    return bytes;
}

} // namespace

/// A recording that goes to another program as it comes.
class StreamRecorderTest : public QObject
{
    Q_OBJECT

private slots:
    void SameBytesAsAFile()
    {
        const auto file = m_exported.open(nastyScript());
        QVERIFY(file);
        QFile recorded(m_exported.recorded());
        QVERIFY(recorded.open(QIODevice::ReadOnly));
        StreamState state;
        EventQueue queue;
        StreamRecorder recorder(queue, std::make_unique<FakeStream>(state), [] {});
        QVERIFY(recorder.start());
        nastyScript().feed(queue);
        recorder.stop();
        QVERIFY(state.hurried);
        QVERIFY(withoutRecording(state.bytes()) == withoutRecording(recorded.readAll()));
        QCOMPARE(recorder.status().rows, file->rowCount());
        QVERIFY(!recorder.status().problem);
    }

    void EachRowIsThereAtOnce()
    {
        StreamState state;
        EventQueue queue;
        StreamRecorder recorder(queue, std::make_unique<FakeStream>(state), [] {});
        QVERIFY(recorder.start());
        QTRY_VERIFY(!state.bytes().isEmpty()); // the start of the file, without any event
        const SessionScript script = sampleScript();
        std::uint64_t rows = 0;
        for (const Event& event : script.events()) {
            const qsizetype before = state.bytes().size();
            queue.onEvent(event);
            queue.onRoundEnd();
            if (std::holds_alternative<StateChanged>(event.body)) {
                continue;
            }
            ++rows;
            QTRY_VERIFY(state.bytes().size() > before);
            QTRY_COMPARE(recorder.status().rows, rows);
        }
    }

    void PayloadsThatTheQueueDroppedAreSaid()
    {
        StreamState state;
        EventQueue queue(1000);
        queue.setBackpressure(Backpressure::DropPayload);
        SessionScript script;
        script.server(1, "p");
        for (int i = 0; i < 3; ++i) {
            script.message(1, 1, Direction::Received, patternBytes(5000));
        }
        script.feed(queue); // full from the second message on
        StreamRecorder recorder(queue, std::make_unique<FakeStream>(state), [] {});
        QVERIFY(recorder.start());
        recorder.stop();
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("streamed.pcapng"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(state.bytes()), state.bytes().size());
        file.close();
        const auto opened = SessionFile::open(toPath(path));
        QVERIFY(opened);
        const auto row = (*opened)->read((*opened)->rowCount() - 1, 0);
        QVERIFY(row);
        QCOMPARE(row->kind(), RecordKind::Dropped);
        QCOMPARE(row->connection.value, std::uint64_t(1));
        QCOMPARE(row->as<Dropped>()->count, std::uint64_t(2));
        QCOMPARE(row->as<Dropped>()->bytes, std::uint64_t(10'000));
    }

    void AReaderThatLeavesIsSeenWithoutTraffic()
    {
        StreamState state;
        EventQueue queue;
        std::atomic<int> ended{0};
        StreamRecorder recorder(queue, std::make_unique<FakeStream>(state), [&] { ++ended; });
        QVERIFY(recorder.start());
        QTRY_VERIFY(!state.bytes().isEmpty());
        state.closed = true;
        QTRY_COMPARE(ended.load(), 1);
        QVERIFY(recorder.status().problem);
        QCOMPARE(recorder.status().problem->kind, ErrorKind::PeerClosed);
    }

    void EventsContinueWithoutAReader()
    {
        StreamState state;
        EventQueue queue;
        std::atomic<int> ended{0};
        StreamRecorder recorder(queue, std::make_unique<FakeStream>(state), [&] { ++ended; });
        state.closed = true;
        QVERIFY(recorder.start());
        SessionScript script;
        for (int i = 0; i < 200; ++i) {
            script.message(1, 1, Direction::Sent, patternBytes(100'000));
        }
        script.feed(queue);
        QTRY_VERIFY(queue.hasRoom()); // what nobody reads does not stop the pipes
        recorder.stop();
        QCOMPARE(ended.load(), 1);
        QCOMPARE(recorder.status().rows, std::uint64_t(0));
        QVERIFY(state.bytes().isEmpty());
    }

private:
    Exported m_exported;
};

PIPESCOPE_GUILESS_TEST(StreamRecorderTest)
#include "tst_stream_recorder.moc"
