#include "core/gate.h"
#include "core/no_more_threads.h"
#include "runner/register.h"
#include "threads/work_thread.h"
#include "threads/workers.h"
#include "widgets/background.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <thread>
#include <vector>

using namespace pipescope;
using namespace std::chrono_literals;

namespace {} // namespace

class WorkersTest : public QObject
{
    Q_OBJECT

private slots:
    void OneThreadKeepsTheOrder();
    void JobsRunSideBySide();
    void NoMoreThreadsThanAllowed();
    void WaitForDoneReturnsAfterTheLastJob();
    void EndDropsWhatHasNotBegun();
    void JobIsDoneHereWhenThereIsNoThread();
    void WorkTellsItsEndOnTheEventLoop();
    void EndOfAWorkThreadWaits();
    void RefusedWorkThreadIsAnError();
    void AnswerComesBack();
    void AnswerForNobodyIsDropped();
    void HangingLookUpKeepsNothingWaiting();
};

void WorkersTest::OneThreadKeepsTheOrder()
{
    constexpr int jobs = 1000;
    std::vector<int> done;
    Workers workers("test");
    for (int i = 0; i < jobs; ++i) {
        workers.start([&done, i] { done.push_back(i); });
    }
    workers.waitForDone();
    QCOMPARE(done.size(), static_cast<std::size_t>(jobs));
    QVERIFY(std::ranges::is_sorted(done));
}

void WorkersTest::JobsRunSideBySide()
{
    std::array<Gate, 2> begun;
    std::atomic<int> done{0};
    Workers workers("test", 2);
    for (std::size_t i = 0; i < begun.size(); ++i) {
        workers.start([&, i] {
            begun[i].open();
            begun[1 - i].wait();
            ++done;
        });
    }
    QTRY_COMPARE(done.load(), 2);
}

void WorkersTest::NoMoreThreadsThanAllowed()
{
    std::atomic<int> running{0};
    std::atomic<int> most{0};
    Workers workers("test", 3);
    for (int i = 0; i < 60; ++i) {
        workers.start([&] {
            const int now = ++running;
            int known = most.load();
            while (now > known && !most.compare_exchange_weak(known, now)) {}
            std::this_thread::sleep_for(1ms);
            --running;
        });
    }
    workers.waitForDone();
    QCOMPARE(running.load(), 0);
    QCOMPARE(most.load(), 3);
}

void WorkersTest::WaitForDoneReturnsAfterTheLastJob()
{
    Workers workers("test");
    workers.waitForDone();
    for (int round = 0; round < 20; ++round) {
        auto held = std::make_shared<int>(round);
        const std::weak_ptr<int> watch = held;
        for (int i = 0; i < 3; ++i) {
            workers.start([held] { std::this_thread::sleep_for(200us); });
        }
        held.reset();
        workers.waitForDone();
        QVERIFY(watch.expired());
    }
}

void WorkersTest::EndDropsWhatHasNotBegun()
{
    std::atomic<int> done{0};
    Gate began;
    Gate mayGo;
    std::thread releaser;
    {
        Workers workers("test");
        workers.start([&] {
            began.open();
            mayGo.wait();
            ++done;
        });
        workers.start([&] { done += 100; });
        began.wait();
        releaser = std::thread([&] {
            std::this_thread::sleep_for(30ms);
            mayGo.open();
        });
    }
    const int atTheEnd = done.load();
    releaser.join();
    QCOMPARE(atTheEnd, 1);
}

void WorkersTest::JobIsDoneHereWhenThereIsNoThread()
{
    const NoMoreThreads refused;
    if (!refused.isSet()) {
        QSKIP("only glibc lets a test take threads away");
    }
    std::thread::id where;
    Workers workers("test");
    workers.start([&where] { where = std::this_thread::get_id(); });
    workers.waitForDone();
    QCOMPARE(where, std::this_thread::get_id());
}

void WorkersTest::WorkTellsItsEndOnTheEventLoop()
{
    std::thread::id where;
    WorkThread thread("test", [&where] { where = std::this_thread::get_id(); });
    const QSignalSpy finished(&thread, &WorkThread::finished);
    QVERIFY(thread.start());
    thread.wait();
    QVERIFY(thread.isFinished());
    QVERIFY(where != std::this_thread::get_id());
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
}

void WorkersTest::EndOfAWorkThreadWaits()
{
    std::atomic<bool> done{false};
    {
        WorkThread thread("test", [&done] {
            std::this_thread::sleep_for(30ms);
            done.store(true);
        });
        QVERIFY(thread.start());
    }
    QVERIFY(done.load());
    QTest::qWait(20); // finished() of what is gone
}

void WorkersTest::RefusedWorkThreadIsAnError()
{
    bool done = false;
    WorkThread thread("test", [&done] { done = true; });
    const QSignalSpy finished(&thread, &WorkThread::finished);
    {
        const NoMoreThreads refused;
        if (!refused.isSet()) {
            QSKIP("only glibc lets a test take threads away");
        }
        const auto started = thread.start();
        QVERIFY(!started);
        QCOMPARE(started.error().kind, pipecore::ErrorKind::Resources);
        QVERIFY(started.error().detail.find("\"test\"") != std::string::npos);
    }
    QVERIFY(!done);
    thread.runHere();
    QVERIFY(done);
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
}

void WorkersTest::AnswerComesBack()
{
    QObject context;
    std::thread::id asked;
    std::thread::id answered;
    std::string answer;
    inBackground(
        &context,
        [&asked] {
            asked = std::this_thread::get_id();
            return std::string(100, 'x');
        },
        [&](const std::string& text) {
            answered = std::this_thread::get_id();
            answer = text;
        });
    QTRY_COMPARE(answer, std::string(100, 'x'));
    QCOMPARE(answered, std::this_thread::get_id());
    QVERIFY(asked != answered);
}

void WorkersTest::AnswerForNobodyIsDropped()
{
    auto context = std::make_unique<QObject>();
    Gate mayGo;
    auto held = std::make_shared<int>(7);
    const std::weak_ptr<int> watch = held;
    bool answered = false;
    inBackground(
        context.get(),
        [&mayGo] {
            mayGo.wait();
            return 7;
        },
        [&answered, held = std::move(held)](int) { answered = true; });
    context.reset();
    mayGo.open();
    QTRY_VERIFY(watch.expired());
    QTest::qWait(20);
    QVERIFY(!answered);
}

void WorkersTest::HangingLookUpKeepsNothingWaiting()
{
    const int hanging = static_cast<int>(std::thread::hardware_concurrency()) + 2;
    QObject context;
    const auto mayGo = std::make_shared<Gate>();
    int answered = 0;
    for (int i = 0; i < hanging; ++i) {
        inThreadOfItsOwn(
            &context,
            [mayGo] {
                mayGo->wait();
                return true;
            },
            [&answered](bool) { ++answered; });
    }
    bool other = false;
    inBackground(
        &context, [] { return true; }, [&other](bool) { other = true; });
    QTRY_VERIFY(other);
    QCOMPARE(answered, 0);
    mayGo->open();
    QTRY_COMPARE(answered, hanging);
}

PIPESCOPE_GUILESS_TEST(WorkersTest)
#include "tst_workers.moc"
