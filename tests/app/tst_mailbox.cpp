#include "runner/register.h"
#include "threads/mailbox.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

using namespace pipescope;

namespace {

void onAnotherThread(const std::function<void()>& work)
{
    std::thread(work).join();
}

/// How often Qt comes by at a receiver's mailbox.
class WakeCounter final : public QObject
{
public:
    explicit WakeCounter(QObject& receiver)
    {
        receiver.findChild<Mailbox*>()->installEventFilter(this);
    }
    [[nodiscard]] int wakes() const { return m_wakes; }

    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        m_wakes += event->type() == QEvent::MetaCall ? 1 : 0;
        return false;
    }

private:
    int m_wakes = 0;
};

} // namespace

class MailboxTest : public QObject
{
    Q_OBJECT

private slots:
    void CallIsMadeOnTheReceiversThread();
    void PostedHereIsNotMadeAtOnce();
    void ReceiverGoneBeforeDelivery();
    void ReceiverGoneBeforeThePost();
    void ReceiverIsDestroyedByACall();
    void ReceiverGoesWhileOthersPost();
    void ManyPostsOneWake();
    void OrderKept();
    void PostFromManyThreads();
    void CallsBehindAnEventLoopInACallArrive();
    void EndlessPostingLetsOthersIn();
    void WhatACallHoldsDiesOnTheReceiversThread();
};

void MailboxTest::CallIsMadeOnTheReceiversThread()
{
    QObject receiver;
    std::thread::id where;
    onAnotherThread([home = Mailbox::of(&receiver), &where] {
        home.post([&where] { where = std::this_thread::get_id(); });
    });
    QTRY_COMPARE(where, std::this_thread::get_id());
}

void MailboxTest::PostedHereIsNotMadeAtOnce()
{
    QObject receiver;
    bool made = false;
    Mailbox::of(&receiver).post([&made] { made = true; });
    QVERIFY(!made);
    QTRY_VERIFY(made);
}

void MailboxTest::ReceiverGoneBeforeDelivery()
{
    auto receiver = std::make_unique<QObject>();
    auto held = std::make_shared<int>(7);
    const std::weak_ptr<int> watch = held;
    bool made = false;
    onAnotherThread([home = Mailbox::of(receiver.get()), &held, &made] {
        home.post([held = std::move(held), &made] { made = true; });
    });
    QVERIFY(!watch.expired());
    receiver.reset();
    QVERIFY(watch.expired());
    QTest::qWait(20);
    QVERIFY(!made);
}

void MailboxTest::ReceiverGoneBeforeThePost()
{
    auto receiver = std::make_unique<QObject>();
    const Mailbox::Address home = Mailbox::of(receiver.get());
    receiver.reset();
    auto held = std::make_shared<int>(7);
    const std::weak_ptr<int> watch = held;
    bool made = false;
    onAnotherThread([&] { home.post([held = std::move(held), &made] { made = true; }); });
    QVERIFY(watch.expired());
    QTest::qWait(20);
    QVERIFY(!made);
}

void MailboxTest::ReceiverIsDestroyedByACall()
{
    auto receiver = std::make_unique<QObject>();
    int made = 0;
    onAnotherThread([home = Mailbox::of(receiver.get()), &receiver, &made] {
        home.post([&] {
            ++made;
            receiver.reset();
        });
        home.post([&] { made += 100; });
    });
    QTRY_VERIFY(!receiver);
    QTest::qWait(20);
    QCOMPARE(made, 1);
}

void MailboxTest::ReceiverGoesWhileOthersPost()
{
    for (int round = 0; round < 50; ++round) {
        auto receiver = std::make_unique<QObject>();
        const Mailbox::Address home = Mailbox::of(receiver.get());
        std::atomic<bool> stop{false};
        std::atomic<int> posted{0};
        const auto held = std::make_shared<int>(7);
        std::array<std::thread, 2> threads;
        for (std::thread& thread : threads) {
            thread = std::thread([&home, &stop, &posted, held] {
                while (!stop.load()) {
                    home.post([held] {});
                    ++posted;
                }
            });
        }
        while (posted.load() < 20) {
            QCoreApplication::processEvents();
        }
        receiver.reset();
        const int before = posted.load();
        while (posted.load() < before + 20) {
            std::this_thread::yield();
        }
        stop.store(true);
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(held.use_count(), 1L);
    }
}

void MailboxTest::ManyPostsOneWake()
{
    constexpr int posts = 1000;
    QObject receiver;
    const Mailbox::Address home = Mailbox::of(&receiver);
    const WakeCounter counter(receiver);
    int made = 0;
    onAnotherThread([&] {
        for (int i = 0; i < posts; ++i) {
            home.post([&made] { ++made; });
        }
    });
    QTRY_COMPARE(made, posts);
    QTest::qWait(20);
    // One from the other thread; and the mailbox's own, for an event loop in one of the calls.
    QCOMPARE(counter.wakes(), 2);

    onAnotherThread([&] { home.post([&made] { ++made; }); });
    QTRY_COMPARE(made, posts + 1);
    QTest::qWait(20);
    QCOMPARE(counter.wakes(), 3);
}

void MailboxTest::OrderKept()
{
    constexpr int posts = 20'000;
    QObject receiver;
    std::vector<int> came;
    std::thread poster([home = Mailbox::of(&receiver), &came] {
        for (int i = 0; i < posts; ++i) {
            home.post([&came, i] { came.push_back(i); });
        }
    });
    const bool all =
        QTest::qWaitFor([&] { return came.size() == static_cast<std::size_t>(posts); }, 20'000);
    poster.join();
    QVERIFY(all);
    for (int i = 0; i < posts; ++i) {
        QCOMPARE(came[static_cast<std::size_t>(i)], i);
    }
}

void MailboxTest::PostFromManyThreads()
{
    constexpr int posts = 2000;
    QObject receiver;
    const Mailbox::Address home = Mailbox::of(&receiver);
    std::array<std::thread, 8> threads;
    std::array<int, threads.size()> next{};
    int disordered = 0;
    for (std::size_t t = 0; t < threads.size(); ++t) {
        threads[t] = std::thread([&, t] {
            for (int i = 0; i < posts; ++i) {
                home.post([&, t, i] { disordered += next[t]++ == i ? 0 : 1; });
            }
        });
    }
    const auto allCame = [&] {
        return std::ranges::all_of(next, [](int count) { return count == posts; });
    };
    const bool all = QTest::qWaitFor(allCame, 20'000);
    for (std::thread& thread : threads) {
        thread.join();
    }
    QVERIFY(all);
    QCOMPARE(disordered, 0);
}

void MailboxTest::CallsBehindAnEventLoopInACallArrive()
{
    QObject receiver;
    QEventLoop inner;
    bool madeInside = false;
    bool ended = false;
    onAnotherThread([&, home = Mailbox::of(&receiver)] {
        home.post([&] {
            QTimer::singleShot(5000, &inner, &QEventLoop::quit);
            inner.exec();
            ended = true;
        });
        home.post([&] {
            madeInside = !ended;
            inner.quit();
        });
    });
    QTRY_VERIFY(ended);
    QVERIFY(madeInside);
}

void MailboxTest::EndlessPostingLetsOthersIn()
{
    QObject receiver;
    const Mailbox::Address home = Mailbox::of(&receiver);
    int made = 0;
    std::function<void()> again = [&] {
        if (++made < 1'000'000) {
            home.post(again);
        }
    };
    home.post(again);
    bool fired = false;
    QTimer::singleShot(0, &receiver, [&fired] { fired = true; });
    QTRY_VERIFY(fired);
    QVERIFY(made < 1'000'000);
}

void MailboxTest::WhatACallHoldsDiesOnTheReceiversThread()
{
    struct Noting
    {
        explicit Noting(std::thread::id* place) : where(place) {}
        Noting(const Noting&) = delete;
        Noting& operator=(const Noting&) = delete;
        ~Noting() { *where = std::this_thread::get_id(); }
        std::thread::id* where;
    };
    QObject receiver;
    std::thread::id died;
    onAnotherThread([home = Mailbox::of(&receiver), &died] {
        auto held = std::make_shared<Noting>(&died);
        home.post([held = std::move(held)] {});
    });
    QTRY_COMPARE(died, std::this_thread::get_id());
}

PIPESCOPE_GUILESS_TEST(MailboxTest)
#include "tst_mailbox.moc"
