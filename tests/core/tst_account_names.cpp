// Names of accounts for the engine's thread.

#include "pipecore/engine/account_names.h"

#include "gate.h"
#include "no_more_threads.h"
#include "runner/register.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

using namespace pipecore;
using namespace std::chrono_literals;

class AccountNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void NumberStandsForTheNameUntilItIsKnown();
    void LocalNamesAreThereAtOnce();
    void EachAccountIsAskedForOnce();
    void AccountWithoutANameKeepsItsNumber();
    void PreparedNameIsWaitedForWhenItIsAskedFor();
    void PreparedNameThatDoesNotComeCostsThePatienceOnce();
    void OneServerThatDoesNotAnswerCostsThePatienceOnce();
    void EndsWhileNamesAreWaitedFor();
    void WithoutAThreadTheNumberStands();
};

void AccountNamesTest::NumberStandsForTheNameUntilItIsKnown()
{
    Gate server;
    AccountNames names([&](const std::string&) -> Result<std::string> {
        server.wait();
        return "SHOP\\ann";
    });
    QCOMPARE(names.nameOf("S-1-5-21-7"), std::string("S-1-5-21-7"));
    QCOMPARE(names.nameOf("S-1-5-21-7"), std::string("S-1-5-21-7"));
    server.open();
    QTRY_COMPARE(names.nameOf("S-1-5-21-7"), std::string("SHOP\\ann"));
}

void AccountNamesTest::LocalNamesAreThereAtOnce()
{
    AccountNames names([](const std::string& id) -> Result<std::string> { return "user " + id; },
                       1min);
    for (const char* const id : {"0", "1000", "4711"}) {
        QCOMPARE(names.nameOf(id), std::string("user ") + id);
    }
}

void AccountNamesTest::EachAccountIsAskedForOnce()
{
    std::atomic<int> questions = 0;
    AccountNames names(
        [&](const std::string&) -> Result<std::string> {
            ++questions;
            return "ann";
        },
        1min);
    for (int connection = 0; connection < 1000; ++connection) {
        QCOMPARE(names.nameOf("1000"), std::string("ann"));
    }
    QCOMPARE(questions.load(), 1);
}

void AccountNamesTest::AccountWithoutANameKeepsItsNumber()
{
    std::atomic<int> questions = 0;
    AccountNames names(
        [&](const std::string&) -> Result<std::string> {
            ++questions;
            return refuse("no name for this number", ErrorKind::NotFound);
        },
        1min);
    QCOMPARE(names.nameOf("4711"), std::string("4711"));
    QCOMPARE(names.nameOf("4711"), std::string("4711"));
    QCOMPARE(questions.load(), 1);
}

void AccountNamesTest::PreparedNameIsWaitedForWhenItIsAskedFor()
{
    Gate server;
    AccountNames names(
        [&](const std::string& id) -> Result<std::string> {
            server.wait();
            return "user " + id;
        },
        0ms);
    names.prepare("1000", 1min); // does not wait
    QCOMPARE(names.nameOf("7"), std::string("7"));
    std::thread answer([&] {
        std::this_thread::sleep_for(20ms);
        server.open();
    });
    QCOMPARE(names.nameOf("1000"), std::string("user 1000"));
    answer.join();
}

void AccountNamesTest::PreparedNameThatDoesNotComeCostsThePatienceOnce()
{
    Gate server;
    AccountNames names(
        [&](const std::string&) -> Result<std::string> {
            server.wait();
            return "ann";
        },
        1min);
    names.prepare("1000", 30ms);
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(names.nameOf("1000"), std::string("1000"));
    }
    QVERIFY(std::chrono::steady_clock::now() - start < 20s);
    server.open();
    QTRY_COMPARE(names.nameOf("1000"), std::string("ann"));
}

void AccountNamesTest::OneServerThatDoesNotAnswerCostsThePatienceOnce()
{
    Gate server;
    AccountNames names(
        [&](const std::string&) -> Result<std::string> {
            server.wait();
            return "ann";
        },
        100ms);
    QCOMPARE(names.nameOf("1"), std::string("1"));
    const auto start = std::chrono::steady_clock::now();
    for (int id = 2; id < 1000; ++id) {
        QCOMPARE(names.nameOf(std::to_string(id)), std::to_string(id));
    }
    // It would be a minute and a half otherwise.
    QVERIFY(std::chrono::steady_clock::now() - start < 20s);
    server.open();
}

void AccountNamesTest::EndsWhileNamesAreWaitedFor()
{
    struct Server
    {
        Gate asked;
        Gate answers;
        std::atomic<int> questions = 0;
    };
    // A lookup may outlive the names.
    const auto server = std::make_shared<Server>();
    const auto before = std::chrono::steady_clock::now();
    {
        AccountNames names([server](const std::string&) -> Result<std::string> {
            ++server->questions;
            server->asked.open();
            server->answers.wait();
            return "ann";
        });
        for (int id = 0; id < 1000; ++id) {
            static_cast<void>(names.nameOf(std::to_string(id)));
        }
        server->asked.wait();
    }
    QVERIFY(std::chrono::steady_clock::now() - before < 20s); // and not for ever
    QCOMPARE(server->questions.load(), 1);
    server->answers.open();
    QTRY_COMPARE(server.use_count(), 1L);
}

void AccountNamesTest::WithoutAThreadTheNumberStands()
{
    AccountNames names([](const std::string&) -> Result<std::string> { return "ann"; }, 1min);
    {
        const NoMoreThreads none;
        if (!none.isSet()) {
            QSKIP("threads cannot be kept from being made here");
        }
        QCOMPARE(names.nameOf("1000"), std::string("1000"));
    }
    QCOMPARE(names.nameOf("1000"), std::string("ann"));
}

PIPESCOPE_GUILESS_TEST(AccountNamesTest)
#include "tst_account_names.moc"
