// The queue between the engine's thread and its consumer.

#include "message_event.h"
#include "pipecore/engine/event_queue.h"
#include "runner/register.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace pipecore;
using namespace std::chrono_literals;

namespace {

Event message(std::uint64_t sequence, ByteView payload,
              std::span<const std::uint32_t> fragments = {})
{
    Event event;
    event.sequence = sequence;
    event.connection = {1};
    setMessage(event, payload);
    event.fragments = fragments;
    return event;
}

} // namespace

class EventQueues : public QObject
{
    Q_OBJECT

private slots:
    void PayloadsAreCopied();
    void WakesOnceUntilTaken();
    void FullQueueLosesNothing();
    void ReserveIsForAConsumerThatStandsStill();
    void DropPolicyKeepsEveryEvent();
    void DropPolicyIsBoundedToo();
    void EventsTakeNoMoreMemoryThanIsCounted_data();
    void EventsTakeNoMoreMemoryThanIsCounted();
    void WaitReturnsEmptyAfterItsTime();
    void GatheringWaitsForMore();
    void GatheringEndsWhenThereIsMuch();
    void InterruptEndsTheWait();
    void RecycledMemoryHoldsNothing();
    void TwoThreads();
};

void EventQueues::PayloadsAreCopied()
{
    EventQueue queue;
    std::vector<Bytes> expected;
    for (const std::size_t size : {0U, 1U, 100U, 300'000U, 5U, 140'000U, 140'000U, 3U}) {
        Bytes payload(size, static_cast<std::byte>(size % 251));
        std::vector<std::uint32_t> fragments{static_cast<std::uint32_t>(size), 7};
        queue.onEvent(message(expected.size() + 1, payload, fragments));
        expected.push_back(payload);
        std::ranges::fill(payload, std::byte{0xee});
        fragments = {0, 0};
    }
    const EventBatch batch = queue.take();
    QCOMPARE(batch.events.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const Event& data = batch.events[i];
        QVERIFY(Bytes(data.payload.begin(), data.payload.end()) == expected[i]);
        QCOMPARE(data.fragments.size(), 2U);
        QCOMPARE(data.fragments[0], expected[i].size());
        QCOMPARE(data.fragments[1], 7U);
    }
    QVERIFY(queue.take().events.empty());
}

void EventQueues::WakesOnceUntilTaken()
{
    EventQueue queue;
    int wakeUps = 0;
    queue.setWakeUp([&] { ++wakeUps; });
    queue.onRoundEnd();
    QCOMPARE(wakeUps, 0);
    for (int round = 0; round < 5; ++round) {
        queue.onEvent(message(1, {}));
        queue.onRoundEnd();
    }
    QCOMPARE(wakeUps, 1);
    QCOMPARE(queue.take().events.size(), 5U);
    queue.onRoundEnd();
    QCOMPARE(wakeUps, 1);
    queue.onEvent(message(6, {}));
    queue.onRoundEnd();
    QCOMPARE(wakeUps, 2);
}

void EventQueues::FullQueueLosesNothing()
{
    EventQueue queue(10'000);
    int roomAgain = 0;
    queue.setRoomAgain([&] { ++roomAgain; });
    const Bytes payload(6000);
    queue.onEvent(message(1, payload));
    QVERIFY(queue.hasRoom());
    queue.onEvent(message(2, payload));
    QVERIFY(!queue.hasRoom());
    queue.onEvent(message(3, payload));
    QCOMPARE(queue.take().events.size(), 3U);
    QCOMPARE(roomAgain, 1);
    QVERIFY(queue.hasRoom());
    queue.onEvent(message(4, payload));
    QCOMPARE(queue.take().events.size(), 1U);
    QCOMPARE(roomAgain, 1);
}

void EventQueues::ReserveIsForAConsumerThatStandsStill()
{
    constexpr std::size_t mebibyte = std::size_t{1024} * 1024;
    EventQueue queue(8 * mebibyte);
    const Bytes payload(mebibyte / 2);
    std::size_t kept = 0;
    for (std::uint64_t i = 1; queue.hasRoom(); ++i) {
        queue.onEvent(message(i, payload));
        kept += payload.size();
    }
    QCOMPARE(kept, mebibyte);
    QVERIFY(queue.hasReserve());
    for (std::uint64_t i = 3; queue.hasReserve(); ++i) {
        queue.onEvent(message(i, payload));
        kept += payload.size();
    }
    QCOMPARE(kept, 8 * mebibyte);
    QCOMPARE(queue.take().events.size(), 16U);
    QVERIFY(queue.hasRoom());
}

void EventQueues::DropPolicyKeepsEveryEvent()
{
    EventQueue queue(10'000);
    queue.setBackpressure(Backpressure::DropPayload);
    const Bytes payload(6000, std::byte{7});
    for (std::uint64_t i = 1; i <= 3; ++i) {
        queue.onEvent(message(i, payload));
    }
    QVERIFY(queue.hasRoom()); // reading goes on
    const EventBatch batch = queue.take();
    QCOMPARE(batch.events.size(), 3U);
    for (const Event& event : batch.events) {
        const bool kept = event.sequence < 3;
        QCOMPARE(event.payload.size(), kept ? payload.size() : 0U);
        QCOMPARE(std::get<Message>(event.body).droppedBytes, kept ? 0U : payload.size());
    }
    queue.onEvent(message(4, payload));
    const EventBatch next = queue.take();
    QCOMPARE(next.events.front().payload.size(), payload.size());
}

void EventQueues::DropPolicyIsBoundedToo()
{
    EventQueue queue(100'000);
    queue.setBackpressure(Backpressure::DropPayload);
    const Bytes payload(1000);
    std::uint64_t count = 0;
    while (queue.hasRoom() && count < 100'000) {
        queue.onEvent(message(++count, payload));
    }
    QVERIFY(count < 100'000);
    QVERIFY(queue.take().bytes < 201'000);
    QVERIFY(queue.hasRoom());
}

void EventQueues::EventsTakeNoMoreMemoryThanIsCounted_data()
{
    QTest::addColumn<std::size_t>("limit");
    QTest::addColumn<bool>("drops");
    for (const std::size_t mebibytes : {1U, 3U, 20U, 64U}) {
        for (const bool drops : {false, true}) {
            QTest::addRow("%zu MiB, %s", mebibytes, drops ? "drop" : "throttle")
                << mebibytes * 1024 * 1024 << drops;
        }
    }
}

void EventQueues::EventsTakeNoMoreMemoryThanIsCounted()
{
    QFETCH(const std::size_t, limit);
    QFETCH(const bool, drops);
    EventQueue queue(limit);
    queue.setBackpressure(drops ? Backpressure::DropPayload : Backpressure::Throttle);
    // Empty messages: all memory is that of the events.
    std::uint64_t sequence = 0;
    while (queue.hasReserve()) {
        queue.onEvent(message(++sequence, {}));
    }
    for (int more = 0; more < 100; ++more) { // of a round that had begun
        queue.onEvent(message(++sequence, {}));
    }
    const EventBatch batch = queue.take();
    QCOMPARE(batch.events.size(), std::size_t(sequence));
    const std::size_t held = batch.events.capacity() * sizeof(Event) + batch.arena.capacity();
    // Up to a mebibyte the vector doubles.
    constexpr std::size_t small = std::size_t{2} * 1024 * 1024 + 4096;
    QVERIFY2(held <= std::max(batch.bytes + batch.bytes / 7, small),
             qPrintable(QStringLiteral("%1 of %2 bytes").arg(held).arg(batch.bytes)));
}

void EventQueues::GatheringWaitsForMore()
{
    EventQueue queue;
    queue.onEvent(message(1, {}));
    queue.onRoundEnd();
    std::thread producer([&queue] {
        std::this_thread::sleep_for(20ms);
        queue.onEvent(message(2, {}));
        queue.onRoundEnd();
    });
    const auto begin = std::chrono::steady_clock::now();
    const EventBatch batch = queue.waitAndTake(60s, 2s);
    producer.join();
    QVERIFY(std::chrono::steady_clock::now() - begin >= 2s);
    QCOMPARE(batch.events.size(), 2U);
}

void EventQueues::GatheringEndsWhenThereIsMuch()
{
    EventQueue queue;
    queue.onEvent(message(1, {}));
    queue.onRoundEnd();
    const Bytes payload(2'000'000);
    std::thread producer([&] {
        std::this_thread::sleep_for(20ms);
        queue.onEvent(message(2, payload));
        queue.onRoundEnd();
    });
    const auto begin = std::chrono::steady_clock::now();
    const EventBatch batch = queue.waitAndTake(60s, 60s);
    producer.join();
    QVERIFY(std::chrono::steady_clock::now() - begin < 30s);
    QCOMPARE(batch.events.size(), 2U);
}

void EventQueues::InterruptEndsTheWait()
{
    EventQueue queue;
    queue.interrupt(); // also when nobody waits yet
    QVERIFY(queue.waitAndTake(60s).events.empty());
    queue.onEvent(message(1, {}));
    queue.onRoundEnd();
    std::thread other([&queue] {
        std::this_thread::sleep_for(20ms);
        queue.interrupt();
    });
    QCOMPARE(queue.waitAndTake(60s, 60s).events.size(), 1U);
    other.join();
    QVERIFY(queue.waitAndTake(1ms).events.empty());
}

void EventQueues::RecycledMemoryHoldsNothing()
{
    EventQueue queue;
    for (std::uint64_t round = 0; round < 5; ++round) {
        // The sizes cross the blocks of the arena and go beyond them.
        for (std::uint64_t i = 0; i < 40; ++i) {
            const Bytes payload(i * 10'000, static_cast<std::byte>(round + i));
            queue.onEvent(message(i, payload));
        }
        EventBatch batch = queue.take();
        QCOMPARE(batch.events.size(), 40U);
        for (const Event& event : batch.events) {
            const Bytes expected(event.sequence * 10'000,
                                 static_cast<std::byte>(round + event.sequence));
            QCOMPARE(Bytes(event.payload.begin(), event.payload.end()), expected);
        }
        queue.recycle(std::move(batch));
        QVERIFY(queue.take().events.empty());
    }
}

void EventQueues::WaitReturnsEmptyAfterItsTime()
{
    EventQueue queue;
    const auto begin = std::chrono::steady_clock::now();
    QVERIFY(queue.waitAndTake(30ms).events.empty());
    QVERIFY(std::chrono::steady_clock::now() - begin >= 30ms);
}

void EventQueues::TwoThreads()
{
    constexpr std::uint64_t count = 200'000;
    EventQueue queue(1'000'000);
    std::atomic<int> roomAgain = 0;
    queue.setRoomAgain([&] { ++roomAgain; });
    std::thread producer([&] {
        for (std::uint64_t i = 1; i <= count; ++i) {
            const std::string text = std::to_string(i);
            queue.onEvent(message(i, asBytes(text)));
            if (i % 16 == 0) {
                queue.onRoundEnd();
            }
            while (!queue.hasRoom()) {
                queue.onRoundEnd();
                std::this_thread::yield();
            }
        }
        queue.onRoundEnd();
    });
    std::uint64_t next = 1;
    while (next <= count) {
        const EventBatch batch = queue.waitAndTake(1000ms);
        for (const Event& event : batch.events) {
            QCOMPARE(event.sequence, next);
            QCOMPARE(asText(event.payload), std::to_string(next));
            ++next;
        }
    }
    producer.join();
}

PIPESCOPE_GUILESS_TEST(EventQueues)
#include "tst_event_queue.moc"
