#include "pipecore/session/session.h"
#include "runner/register.h"
#include "session_script.h"

#include <QTest>

#include <algorithm>
#include <ctime>
#include <memory>
#include <random>
#include <utility>

using namespace pipecore;

namespace {

constexpr EndpointId server{1};

Event eventOf(EndpointId endpoint, ConnectionId connection, RowBody body)
{
    Event event;
    event.wallNs = 7;
    event.endpoint = endpoint;
    event.connection = connection;
    event.body = std::move(body);
    return event;
}

/// Changes of one connection each, in a session of one server.
class Session
{
public:
    Session() { open(server, Role::Server); }
    void open(EndpointId endpoint, Role role)
    {
        facts.apply(eventOf(
            endpoint, {},
            EndpointOpened{.role = role, .name = std::make_shared<const std::string>("p")}));
    }
    void connect(std::uint64_t number)
    {
        facts.apply(eventOf(server, {number},
                            PeerConnected{std::make_shared<const PeerInfo>(unknownPeer())}));
    }
    void receive(std::uint64_t number)
    {
        facts.apply(eventOf(server, {number}, Message{.length = 3}));
    }
    void disconnect(std::uint64_t number)
    {
        facts.apply(eventOf(server, {number}, Disconnected{}));
    }

    SessionFacts facts;
};

QString figures(const SessionFacts::Snapshot& facts)
{
    QString text = QString::number(facts.revision);
    for (const EndpointFacts& endpoint : facts.endpoints) {
        text += QStringLiteral("\n%1 %2").arg(endpoint.id.value).arg(endpoint.open);
    }
    for (const ConnectionFacts& connection : facts.connections) {
        text += QStringLiteral("\n#%1 %2 %3 %4")
                    .arg(connection.id.value)
                    .arg(static_cast<int>(connection.state))
                    .arg(connection.messagesReceived)
                    .arg(connection.closedNs);
    }
    return text;
}

} // namespace

/// Changes in a session, without the rest.
class FactsChangesTest : public QObject
{
    Q_OBJECT

private slots:
    void NothingNewIsNoChange()
    {
        Session session;
        session.connect(1);
        const auto all = session.facts.changesSince(0);
        QVERIFY(all);
        QCOMPARE(all->since, 0U);
        QCOMPARE(all->endpoints.size(), std::size_t(1));
        QVERIFY(!session.facts.changesSince(all->revision));
    }

    void OnlyChangesAreReported()
    {
        Session session;
        for (std::uint64_t number = 1; number <= 5; ++number) {
            session.connect(number);
        }
        const std::uint64_t before = session.facts.snapshot().revision;
        session.receive(4);
        session.disconnect(2);
        session.receive(4);
        session.open({2}, Role::Client);
        const auto changes = session.facts.changesSince(before);
        QVERIFY(changes);
        QCOMPARE(changes->since, before);
        QCOMPARE(changes->endpoints.size(), std::size_t(1));
        QCOMPARE(changes->endpoints.front().id, EndpointId{2});
        QCOMPARE(changes->connections.size(), std::size_t(2)); // in order of their numbers
        QCOMPARE(changes->connections.front().id, ConnectionId{2});
        QCOMPARE(changes->connections.back().messagesReceived, 2U);
    }

    void EndOfAnEndpointChangesItsOpenConnections()
    {
        Session session;
        session.connect(1);
        session.connect(2);
        session.disconnect(1);
        const std::uint64_t before = session.facts.snapshot().revision;
        session.facts.apply(eventOf(server, {}, EndpointClosed{}));
        const auto changes = session.facts.changesSince(before);
        QVERIFY(changes);
        QCOMPARE(changes->endpoints.size(), std::size_t(1));
        QCOMPARE(changes->connections.size(), std::size_t(1));
        QCOMPARE(changes->connections.front().id, ConnectionId{2});
    }

    void ChangesAddUpToTheWhole()
    {
        Session session;
        std::mt19937 random(3);
        auto known = *session.facts.changesSince(0);
        std::uint64_t connections = 0;
        for (int round = 0; round < 200; ++round) {
            for (auto steps = random() % 4; steps > 0; --steps) {
                const std::uint64_t any = random() % (connections + 1) + 1;
                switch (any > connections ? 0 : random() % 3) {
                case 0: session.connect(++connections); break;
                case 1: session.receive(any); break;
                default: session.disconnect(any); break;
                }
            }
            if (auto changes = session.facts.changesSince(known.revision)) {
                known.add(std::move(*changes));
            }
            QCOMPARE(figures(known), figures(session.facts.snapshot()));
        }
    }

    void MessagesAreCountedByEndpoint()
    {
        Session session;
        session.connect(1);
        session.connect(2);
        session.receive(1);
        session.receive(2);
        SessionFacts::Traffic others{.endpoint = {9}, .connection = {3}};
        others.messagesSent = 5;
        session.facts.apply(others);
        QCOMPARE(session.facts.messagesOf(server), 2U);
        QCOMPARE(session.facts.messagesOf({9}), 5U);
        QCOMPARE(session.facts.messagesOf({8}), 0U);
    }

    /// A thousand single changes take less than some copies of everything.
    void OneChangeOfAHundredThousandConnectionsCopiesOne()
    {
        Session session;
        constexpr std::uint64_t count = 100'000;
        for (std::uint64_t number = 1; number <= count; ++number) {
            session.connect(number);
        }
        const auto clock = [] { return std::clock(); }; // the processor's: others may be busy
        auto start = clock();
        std::uint64_t revision = session.facts.snapshot().revision;
        const auto copyOfAll = clock() - start;
        start = clock();
        for (std::uint64_t change = 1; change <= 1000; ++change) {
            session.receive(change * 97);
            const auto changes = session.facts.changesSince(revision);
            QCOMPARE(changes->connections.size(), std::size_t(1));
            revision = changes->revision;
        }
        const auto changes = clock() - start;
        QVERIFY2(changes < 50 * std::max<std::clock_t>(copyOfAll, CLOCKS_PER_SEC / 1000),
                 qPrintable(QStringLiteral("%1 against %2").arg(changes).arg(copyOfAll)));
    }
};

PIPESCOPE_GUILESS_TEST(FactsChangesTest)
#include "tst_facts_changes.moc"
