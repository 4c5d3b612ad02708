#include "runner/register.h"

#include "pipecore/live/outcomes.h"

#include <QObject>
#include <QTest>

#include <vector>

using namespace pipecore;

namespace {

using Sign = Outcomes::Sign;

constexpr EndpointId server{1};
constexpr ConnectionId first{1};
constexpr ConnectionId second{2};

Event eventOf(RowBody body, ConnectionId connection = {})
{
    Event made;
    made.endpoint = server;
    made.connection = connection;
    made.body = std::move(body);
    return made;
}

Message sent(std::uint64_t operation)
{
    Message message;
    message.direction = Direction::Sent;
    message.operation.value = operation;
    return message;
}

Failed failure(std::uint64_t operation)
{
    return {.operation = {operation}, .error = refuse("no", ErrorKind::NoSuchTarget).error()};
}

/// Outcomes that were told, with a way to await them.
struct OutcomeRecorder
{
    void ask(Outcomes& outcomes, std::uint64_t operation, Sign sign = Sign::Answer,
             ConnectionId connection = first)
    {
        (void)outcomes.await({.sign = sign, .endpoint = server, .connection = connection}, done(),
                             [&] { return Result<OperationId>(OperationId{operation}); });
    }
    void start(Outcomes& outcomes)
    {
        (void)outcomes.awaitStart(
            done(), [](EndpointId id) { return id; }, [] { return Result<EndpointId>(server); });
    }
    [[nodiscard]] WhenDone done()
    {
        return [this](const Outcome& outcome) { told.push_back(outcome); };
    }

    std::vector<Outcome> told;
};

} // namespace

class OutcomesTest : public QObject
{
    Q_OBJECT

private slots:
    void OutcomeIsReportedToTheCallerOnce()
    {
        Outcomes outcomes;
        OutcomeRecorder one;
        OutcomeRecorder other;
        one.ask(outcomes, 1);
        other.ask(outcomes, 2);
        outcomes.see(eventOf(sent(2), second));
        QVERIFY(one.told.empty());
        QCOMPARE(other.told.size(), std::size_t{1});
        QVERIFY(other.told[0].failure() == nullptr);
        QCOMPARE(other.told[0].connection, second);
        outcomes.see(eventOf(failure(1), first));
        outcomes.see(eventOf(failure(1), first));
        QCOMPARE(one.told.size(), std::size_t{1});
        QCOMPARE(one.told[0].failure()->error.kind, ErrorKind::NoSuchTarget);
        QCOMPARE(other.told.size(), std::size_t{1});
    }

    void RefusalIsReturnedWithoutAnOutcome()
    {
        Outcomes outcomes;
        OutcomeRecorder recorder;
        const auto refused = outcomes.await({}, recorder.done(), [] {
            return Result<OperationId>(refuse("no", ErrorKind::Stopped));
        });
        QVERIFY(!refused);
        outcomes.end();
        QVERIFY(recorder.told.empty());
    }

    void EveryConnectionAnswersABroadcast()
    {
        Outcomes outcomes;
        OutcomeRecorder recorder;
        recorder.ask(outcomes, 1, Sign::EachAnswer);
        outcomes.see(eventOf(sent(1), first));
        outcomes.see(eventOf(failure(1), second));
        QCOMPARE(recorder.told.size(), std::size_t{2});
        QVERIFY(recorder.told[1].failure() != nullptr);
        outcomes.see(eventOf(EndpointClosed{}));
        outcomes.see(eventOf(sent(1), first));
        QCOMPARE(recorder.told.size(), std::size_t{2});
        // Without a connection it is the only one.
        recorder.ask(outcomes, 2, Sign::EachAnswer);
        outcomes.see(eventOf(failure(2)));
        outcomes.see(eventOf(failure(2)));
        QCOMPARE(recorder.told.size(), std::size_t{3});
    }

    void RequestedEndIsReported()
    {
        Outcomes outcomes;
        OutcomeRecorder closing;
        OutcomeRecorder stopping;
        closing.ask(outcomes, 1, Sign::ConnectionEnd);
        stopping.ask(outcomes, 2, Sign::EndpointEnd);
        outcomes.see(eventOf(Disconnected{}, second));
        QVERIFY(closing.told.empty());
        outcomes.see(eventOf(Disconnected{}, first));
        QCOMPARE(closing.told.size(), std::size_t{1});
        QVERIFY(std::holds_alternative<Disconnected>(closing.told[0].body));
        QVERIFY(stopping.told.empty());
        outcomes.see(eventOf(EndpointClosed{}));
        QCOMPARE(stopping.told.size(), std::size_t{1});
        QCOMPARE(stopping.told[0].operation.value, std::uint64_t{2});
    }

    void StartIsReportedOnceAndLaterFailuresAreNot()
    {
        Outcomes outcomes;
        OutcomeRecorder recorder;
        recorder.start(outcomes);
        outcomes.see(eventOf(EndpointOpened{}));
        outcomes.see(eventOf(failure(0), first));
        QCOMPARE(recorder.told.size(), std::size_t{1});
        QVERIFY(recorder.told[0].failure() == nullptr);
    }

    /// A client is started when it is connected, not when it begins to try.
    void ClientWithoutAServerFails()
    {
        Outcomes outcomes;
        OutcomeRecorder recorder;
        recorder.start(outcomes);
        EndpointOpened opened;
        opened.role = Role::Client;
        outcomes.see(eventOf(opened));
        QVERIFY(recorder.told.empty());
        outcomes.see(eventOf(failure(0)));
        QCOMPARE(recorder.told.size(), std::size_t{1});
        QVERIFY(recorder.told[0].failure() != nullptr);
    }

    void PendingOutcomesAreReportedAtTheEnd()
    {
        Outcomes outcomes;
        OutcomeRecorder recorder;
        recorder.ask(outcomes, 1);
        recorder.start(outcomes);
        outcomes.end();
        outcomes.end();
        QCOMPARE(recorder.told.size(), std::size_t{2});
        QCOMPARE(recorder.told[0].failure()->error.kind, ErrorKind::Stopped);
        QCOMPARE(recorder.told[0].failure()->operation.value, std::uint64_t{1});
        QCOMPARE(recorder.told[1].endpoint, server);
    }

    void OutcomeIsBroughtToWhereItIsWanted()
    {
        std::vector<std::function<void()>> calls;
        Outcomes outcomes([&](std::function<void()> call) { calls.push_back(std::move(call)); });
        OutcomeRecorder recorder;
        recorder.ask(outcomes, 1);
        outcomes.see(eventOf(sent(1), first));
        QVERIFY(recorder.told.empty());
        QCOMPARE(calls.size(), std::size_t{1});
        calls[0]();
        QCOMPARE(recorder.told.size(), std::size_t{1});
    }

    /// From inside an outcome the next thing can be asked.
    void OutcomeMayAskAgain()
    {
        Outcomes outcomes;
        OutcomeRecorder again;
        (void)outcomes.await(
            {}, [&](const Outcome&) { again.ask(outcomes, 2); },
            [] { return Result<OperationId>(OperationId{1}); });
        outcomes.see(eventOf(sent(1), first));
        outcomes.see(eventOf(sent(2), first));
        QCOMPARE(again.told.size(), std::size_t{1});
    }
};

PIPESCOPE_GUILESS_TEST(OutcomesTest)
#include "tst_outcomes.moc"
