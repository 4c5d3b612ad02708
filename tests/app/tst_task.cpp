#include "core/gate.h"
#include "core/no_more_threads.h"
#include "runner/register.h"
#include "tasks/checked_thread.h"
#include "tasks/task.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace pipescope;

namespace {

const QRegularExpression refusal(QStringLiteral("QThread::start: .*"));

/// Notes on which thread it dies.
struct Noting
{
    explicit Noting(QThread** place) : where(place) {}
    Noting(const Noting&) = delete;
    Noting& operator=(const Noting&) = delete;
    ~Noting() { *where = QThread::currentThread(); }
    QThread** where;
};

class ThreadUnderTest final : public CheckedThread
{
public:
    explicit ThreadUnderTest(std::function<void()> work)
        : CheckedThread("test")
        , m_work(std::move(work))
    {}
    ~ThreadUnderTest() override { waitForEnd(); }

private:
    void work() override { m_work(); }

    const std::function<void()> m_work;
};

} // namespace

class TaskTest : public QObject
{
    Q_OBJECT

private slots:
    void WorkRunsOnAQThreadAndItsEndIsReportedHere();
    void EndIsReportedByTheEventLoopOnly();
    void OneThreadAtATime();
    void NewWorkTakesThePlaceOfOldWork();
    void OnlyTheNewestOfWaitingWorkIsDone();
    void WorkGoesOnFromDone();
    void ProgressIsSeenAndCancelAsksTheWork();
    void DroppedWorkReportsNoResult();
    void StopReturnsAfterTheWork();
    void EndOfATaskWaits();
    void TaskIsDestroyedByDone();
    void EventLoopInDoneRuns();
    void WorkStartedForEverLetsOthersIn();
    void ObjectsOfDoneAreDestroyedHere();
    void TasksComeAndGoWhileWorkEnds();
    void WorkIsDoneHereWhenThereIsNoThread();

    void ThreadTellsItsEnd();
    void RefusedThreadIsAnError();
};

void TaskTest::WorkRunsOnAQThreadAndItsEndIsReportedHere()
{
    Task task("test");
    QString name;
    QThread* worked = nullptr;
    QThread* told = nullptr;
    task.start([&](Task::State&) {
        worked = QThread::currentThread();
        name = worked->objectName();
        return [&] { told = QThread::currentThread(); };
    });
    QVERIFY(task.isRunning());
    QTRY_COMPARE(told, QThread::currentThread());
    QVERIFY(worked != nullptr && worked != told);
    QCOMPARE(name, QStringLiteral("test"));
    QVERIFY(!task.isRunning());
}

void TaskTest::EndIsReportedByTheEventLoopOnly()
{
    Task task("test");
    Gate done;
    bool told = false;
    task.start([&](Task::State&) {
        done.open();
        return [&] { told = true; };
    });
    done.wait();
    QVERIFY(!told);
    QTRY_VERIFY(told);
}

void TaskTest::OneThreadAtATime()
{
    std::atomic<int> working{0};
    std::atomic<int> most{0};
    Task task("test");
    int told = 0;
    Gate begun;
    for (int i = 0; i < 50; ++i) {
        task.start([&](Task::State&) {
            const int now = ++working;
            if (now > most.load()) {
                most.store(now);
            }
            begun.open();
            QThread::yieldCurrentThread();
            --working;
            return [&] { ++told; };
        });
        if (i == 0) {
            begun.wait(); // the others come while work is done
        }
        if (i % 10 == 0) {
            QCoreApplication::processEvents();
        }
    }
    QTRY_VERIFY(!task.isRunning());
    QVERIFY(told > 0);
    QCOMPARE(most.load(), 1);
}

void TaskTest::NewWorkTakesThePlaceOfOldWork()
{
    Task task("test");
    Gate begun;
    bool oldWasCancelled = false;
    std::vector<int> told;
    task.start([&](Task::State& state) -> Task::Done {
        begun.open();
        while (!state.cancelled.load()) {
            QThread::yieldCurrentThread();
        }
        oldWasCancelled = true;
        return [&] { told.push_back(1); };
    });
    begun.wait();
    task.start([&](Task::State& state) -> Task::Done {
        return [&, seen = oldWasCancelled && !state.cancelled.load()] {
            told.push_back(seen ? 2 : 3);
        };
    });
    QTRY_VERIFY(!told.empty());
    QCOMPARE(told, std::vector{2});
}

void TaskTest::OnlyTheNewestOfWaitingWorkIsDone()
{
    Task task("test");
    Gate mayGo;
    std::atomic<int> done{0};
    int told = 0;
    task.start([&](Task::State&) {
        mayGo.wait();
        return [&] { ++told; };
    });
    for (int i = 1; i <= 5; ++i) {
        task.start([&done, &told, i](Task::State&) {
            done += i;
            return [&told, i] { told += 10 * i; };
        });
    }
    mayGo.open();
    QTRY_VERIFY(!task.isRunning());
    QCOMPARE(done.load(), 5);
    QCOMPARE(told, 50);
}

void TaskTest::WorkGoesOnFromDone()
{
    constexpr int pieces = 200;
    Task task("test");
    std::vector<int> came;
    std::function<void(int)> piece = [&](int number) {
        task.start([&, number](Task::State&) {
            return [&, number] {
                came.push_back(number);
                if (number + 1 < pieces) {
                    piece(number + 1);
                }
            };
        });
    };
    piece(0);
    QTRY_COMPARE_WITH_TIMEOUT(came.size(), static_cast<std::size_t>(pieces), 20'000);
    for (int i = 0; i < pieces; ++i) {
        QCOMPARE(came[static_cast<std::size_t>(i)], i);
    }
}

void TaskTest::ProgressIsSeenAndCancelAsksTheWork()
{
    Task task("test");
    QCOMPARE(task.progress(), -1.0);
    bool endedEarly = false;
    task.start([&](Task::State& state) -> Task::Done {
        state.progress.store(0.5);
        while (!state.cancelled.load()) {
            QThread::yieldCurrentThread();
        }
        return [&] { endedEarly = true; };
    });
    QTRY_COMPARE(task.progress(), 0.5);
    QVERIFY(!endedEarly);
    task.cancel();
    QVERIFY(task.isRunning());
    QTRY_VERIFY(endedEarly); // told all the same
    QCOMPARE(task.progress(), -1.0);
}

void TaskTest::DroppedWorkReportsNoResult()
{
    Task task("test");
    auto held = std::make_shared<int>(7);
    const std::weak_ptr<int> watch = held;
    bool told = false;
    Gate begun;
    task.start([&begun, &told, held = std::move(held)](Task::State&) {
        begun.open();
        return [&told, held] { told = true; };
    });
    begun.wait();
    task.forget();
    QVERIFY(!task.isRunning());
    QTRY_VERIFY(watch.expired());
    QVERIFY(!told);
}

void TaskTest::StopReturnsAfterTheWork()
{
    Task task("test");
    task.stop();
    for (int round = 0; round < 20; ++round) {
        auto held = std::make_shared<int>(round);
        const std::weak_ptr<int> watch = held;
        bool told = false;
        for (int i = 0; i < 3; ++i) {
            task.start([held, &told](Task::State&) {
                QThread::yieldCurrentThread();
                return [held, &told] { told = true; };
            });
        }
        held.reset();
        task.stop();
        QVERIFY(watch.expired());
        QCoreApplication::processEvents();
        QVERIFY(!told);
    }
}

void TaskTest::EndOfATaskWaits()
{
    Gate begun;
    bool done = false;
    bool waitingWasDone = false;
    {
        Task task("test");
        task.start([&](Task::State& state) -> Task::Done {
            begun.open();
            while (!state.cancelled.load()) {
                QThread::yieldCurrentThread();
            }
            // Long enough for who does not wait.
            for (int i = 0; i < 1000; ++i) {
                QThread::yieldCurrentThread();
            }
            done = true;
            return [] {};
        });
        begun.wait();
        task.start([&](Task::State&) -> Task::Done {
            waitingWasDone = true;
            return [] {};
        });
    }
    QVERIFY(done);
    QCoreApplication::processEvents();
    QVERIFY(!waitingWasDone);
}

void TaskTest::TaskIsDestroyedByDone()
{
    auto task = std::make_unique<Task>("test");
    auto held = std::make_shared<int>(7);
    int value = 0;
    task->start([&task, &value, held = std::move(held)](Task::State&) {
        return [&task, &value, held] {
            task.reset();
            value = *held; // what it holds outlives the task
        };
    });
    QTRY_VERIFY(!task);
    QCOMPARE(value, 7);
}

void TaskTest::EventLoopInDoneRuns()
{
    Task first("first");
    Task second("second");
    QEventLoop inner;
    bool toldInside = false;
    bool ended = false;
    first.start([&](Task::State&) -> Task::Done {
        return [&] {
            second.start([&](Task::State&) {
                return [&] {
                    toldInside = !ended;
                    inner.quit();
                };
            });
            QTimer::singleShot(5000, &inner, &QEventLoop::quit);
            inner.exec();
            ended = true;
        };
    });
    QTRY_VERIFY(ended);
    QVERIFY(toldInside);
}

void TaskTest::WorkStartedForEverLetsOthersIn()
{
    int told = 0;
    std::function<void()> again;
    Task task("test"); // ends before what its work uses
    again = [&] {
        ++told;
        task.start([&](Task::State&) { return again; });
    };
    again();
    bool fired = false;
    QTimer::singleShot(0, &task, [&fired] { fired = true; });
    QTRY_VERIFY(fired && told > 10);
}

void TaskTest::ObjectsOfDoneAreDestroyedHere()
{
    Task task("test");
    QThread* died = nullptr;
    task.start([&died](Task::State&) -> Task::Done {
        return [held = std::make_shared<Noting>(&died)] {};
    });
    QTRY_COMPARE(died, QThread::currentThread());
}

void TaskTest::TasksComeAndGoWhileWorkEnds()
{
    const auto held = std::make_shared<int>(7);
    int told = 0;
    for (int round = 0; round < 100; ++round) {
        Task task("test");
        task.start([held, &told](Task::State&) { return [held, &told] { ++told; }; });
        if (round % 3 == 0) {
            QTRY_VERIFY(!task.isRunning());
        } else if (round % 3 == 1) {
            QCoreApplication::processEvents();
        }
    }
    QCoreApplication::processEvents();
    QCOMPARE(held.use_count(), 1L);
    QVERIFY(told >= 34);
}

void TaskTest::WorkIsDoneHereWhenThereIsNoThread()
{
    const NoMoreThreads refused;
    if (!refused.isSet()) {
        QSKIP("only glibc lets a test take threads away");
    }
    Task task("test");
    QThread* worked = nullptr;
    int told = 0;
    for (int i = 1; i <= 2; ++i) {
        QTest::ignoreMessage(QtCriticalMsg, refusal);
        task.start([&](Task::State&) {
            worked = QThread::currentThread();
            return [&] { ++told; };
        });
        QCOMPARE(worked, QThread::currentThread());
        QCOMPARE(told, i - 1);
        QTRY_COMPARE(told, i);
    }
    QTest::ignoreMessage(QtCriticalMsg, refusal);
    task.start([&](Task::State&) { return [&] { told = 100; }; });
    task.stop();
    QCoreApplication::processEvents();
    QCOMPARE(told, 2);
}

void TaskTest::ThreadTellsItsEnd()
{
    QThread* worked = nullptr;
    ThreadUnderTest thread([&worked] { worked = QThread::currentThread(); });
    bool told = false;
    connect(
        &thread, &QThread::finished, this, [&told] { told = true; }, Qt::QueuedConnection);
    QVERIFY(!thread.isOver());
    QVERIFY(thread.begin());
    thread.waitForEnd();
    QVERIFY(thread.isOver());
    QCOMPARE(worked, &thread);
    QTRY_VERIFY(told);
}

void TaskTest::RefusedThreadIsAnError()
{
    bool done = false;
    ThreadUnderTest thread([&done] { done = true; });
    {
        const NoMoreThreads refused;
        if (!refused.isSet()) {
            QSKIP("only glibc lets a test take threads away");
        }
        QTest::ignoreMessage(QtCriticalMsg, refusal);
        const auto begun = thread.begin();
        QVERIFY(!begun);
        QCOMPARE(begun.error().kind, pipecore::ErrorKind::Resources);
        QVERIFY(begun.error().detail.find("\"test\"") != std::string::npos);
    }
    thread.waitForEnd();
    QVERIFY(!thread.isOver());
    QVERIFY(!done);
    thread.runHere();
    QVERIFY(done);
    QVERIFY(thread.isOver());
}

PIPESCOPE_GUILESS_TEST(TaskTest)
#include "tst_task.moc"
