#include "pipecore/base/job_thread.h"

#include "gate.h"
#include "no_more_threads.h"
#include "runner/register.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

using namespace pipecore;
using namespace std::chrono_literals;

class JobThreadTest : public QObject
{
    Q_OBJECT

private slots:
    void JobsAreDoneInTheirOrderOnOneThread();
    void EndDropsWhatHasNotBegun();
    void WaitingEndsWithTheLastJob();
    void WaitingHasALimit();
    void ObjectsOfAJobAreReleasedWhenItIsDone();
    void EndLeavesAJobThatTakesLong();
    void NoThreadIsAnError();
};

void JobThreadTest::JobsAreDoneInTheirOrderOnOneThread()
{
    JobThread thread("a test");
    std::vector<int> done;
    std::vector<std::thread::id> ids;
    for (int i = 0; i < 100; ++i) {
        QVERIFY(thread.start([&, i] {
            done.push_back(i);
            ids.push_back(std::this_thread::get_id());
        }));
    }
    thread.waitUntilIdle();
    QCOMPARE(done.size(), std::size_t{100});
    QVERIFY(std::ranges::is_sorted(done));
    QVERIFY(std::ranges::count(ids, ids.front()) == 100);
    QVERIFY(ids.front() != std::this_thread::get_id());
}

void JobThreadTest::EndDropsWhatHasNotBegun()
{
    Gate gate;
    std::atomic<bool> begun = false;
    std::atomic<int> later = 0;
    std::thread opens;
    {
        JobThread thread("a test");
        QVERIFY(thread.start([&] {
            begun = true;
            gate.wait();
        }));
        QVERIFY(thread.start([&] { ++later; }));
        QTRY_VERIFY(begun);
        opens = std::thread([&] {
            std::this_thread::sleep_for(
                20ms); // the end has begun by then, or the job is done anyhow
            gate.open();
        });
    }
    opens.join();
    QCOMPARE(later.load(), 0);
}

void JobThreadTest::WaitingEndsWithTheLastJob()
{
    JobThread thread("a test");
    QVERIFY(thread.isIdle());
    thread.waitUntilIdle(); // without a thread
    std::atomic<int> done = 0;
    for (int i = 0; i < 10; ++i) {
        QVERIFY(thread.start([&] { ++done; }));
    }
    QVERIFY(thread.waitUntilIdle(1min));
    QCOMPARE(done.load(), 10);
    QVERIFY(thread.isIdle());
}

void JobThreadTest::WaitingHasALimit()
{
    Gate gate;
    JobThread thread("a test");
    QVERIFY(thread.start([&] { gate.wait(); }));
    QVERIFY(!thread.isIdle());
    QVERIFY(!thread.waitUntilIdle(5ms));
    gate.open();
    QVERIFY(thread.waitUntilIdle(1min));
}

void JobThreadTest::ObjectsOfAJobAreReleasedWhenItIsDone()
{
    JobThread thread("a test");
    auto held = std::make_shared<int>(1);
    const std::weak_ptr<int> watched = held;
    QVERIFY(thread.start([held = std::move(held)] {}));
    thread.waitUntilIdle();
    QVERIFY(watched.expired());
}

void JobThreadTest::EndLeavesAJobThatTakesLong()
{
    struct Shared
    {
        Gate gate;
        std::atomic<bool> begun = false;
        std::atomic<bool> over = false;
        std::atomic<int> later = 0;
    };
    const auto shared = std::make_shared<Shared>();
    const auto before = std::chrono::steady_clock::now();
    {
        JobThread thread("a test", JobThread::AtEnd::Leave);
        QVERIFY(thread.start([shared] {
            shared->begun = true;
            shared->gate.wait();
            shared->over = true;
        }));
        QVERIFY(thread.start([shared] { ++shared->later; }));
        QTRY_VERIFY(shared->begun);
        QCOMPARE(thread.waiting(), std::size_t{1});
    }
    QVERIFY(std::chrono::steady_clock::now() - before < 20s); // and not for ever
    QVERIFY(!shared->over);
    shared->gate.open();
    QTRY_VERIFY(shared->over);
    QTRY_COMPARE(shared.use_count(), 1L); // the thread has ended and let go of everything
    QCOMPARE(shared->later.load(), 0);
}

void JobThreadTest::NoThreadIsAnError()
{
    JobThread thread("the test");
    {
        const NoMoreThreads none;
        if (!none.isSet()) {
            QSKIP("only glibc lets a test take threads away");
        }
        const auto started = thread.start([] {});
        QVERIFY(!started);
        QVERIFY(started.error().kind == ErrorKind::Resources);
        QVERIFY(started.error().detail.starts_with("no thread for the test"));
        QVERIFY(thread.isIdle());
    }
    QVERIFY(thread.start([] {})); // later there may be one
}

PIPESCOPE_APPLESS_TEST(JobThreadTest)
#include "tst_job_thread.moc"
