// Contract suite: coming together.

#include "contract_test.h"
#include "wine.h"

#include "pipecore/model/identity.h"
#include "runner/register.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <atomic>
#include <set>

#ifndef _WIN32
#    include <sys/stat.h>
#    include <unistd.h>
#endif

using namespace pipecore;
using namespace std::chrono_literals;

class ContractConnect : public ContractTest
{
    Q_OBJECT

private slots:
    void ConnectBeforeListen();
    void ListenThenConnect();
    void ManyClientsAtOnce();
    void InstanceLimitReached();
    void NameFreeAfterStop();
    void SecondServerSameNameRefused();
    void ClientGoneBeforeAccept();
    void ConnectTimesOut();
    void ConnectCancelled();
    void ConnectToMissingName();
    void ClientOfTheWrongType();
    void ClientProcessIdIsRight();
    void ServerProcessIdIsRight();
    void ClientUserIsRight();
    void ServerUserIsRight();
    void DeadSocketFileIsTakenOver();
    void OtherFilesAreLeftAlone();
};

void ContractConnect::ConnectBeforeListen()
{
    const auto client = newPeer();
    const auto ids = client->connect(clientOptions());
    QVERIFY(client->log.waitForBody<StateChanged>([&](const EventLog::Item& item,
                                                      const StateChanged& change) {
        return item.event.connection == ids.connection && change.to == InstanceState::Connecting;
    }));
    const auto server = newPeer();
    const EndpointId endpoint = server->serve(serverOptions());
    QVERIFY(endpoint);
    QVERIFY(client->isConnected(ids.connection));
    QVERIFY(server->clientOf(endpoint));
}

void ContractConnect::ListenThenConnect()
{
    const auto server = newPeer();
    const EndpointId endpoint = server->serve(serverOptions());
    QVERIFY(endpoint);
    const auto client = newPeer();
    ClientOptions options = clientOptions();
    options.timeout = 5s;
    const auto ids = client->connect(options);
    QVERIFY(client->isConnected(ids.connection));
    QVERIFY(server->clientOf(endpoint));
}

void ContractConnect::ManyClientsAtOnce()
{
    constexpr std::size_t clients = 64;
    ServerOptions options = serverOptions();
    options.connection.echo = true;
    const auto server = newPeer();
    const EndpointId endpoint = server->serve(options);
    QVERIFY(endpoint);

    const auto client = newPeer();
    std::vector<ConnectionId> connections;
    for (std::size_t i = 0; i < clients; ++i) {
        connections.push_back(client->connect(clientOptions()).connection);
    }
    for (std::size_t i = 0; i < clients; ++i) {
        QVERIFY2(client->isConnected(connections[i]), qPrintable(QString::number(i)));
        QVERIFY(client->engine().send(connections[i], toBytes("hello " + std::to_string(i))));
    }
    for (std::size_t i = 0; i < clients; ++i) {
        const auto messages = client->received(connections[i], 1);
        QCOMPARE(messages.size(), 1U);
        QCOMPARE(asText(messages[0]), "hello " + std::to_string(i));
    }
    std::set<ConnectionId> atServer;
    for (std::size_t i = 1; i <= clients; ++i) {
        atServer.insert(server->clientOf(endpoint, i));
    }
    QCOMPARE(atServer.size(), clients);
}

void ContractConnect::InstanceLimitReached()
{
    ServerOptions options = serverOptions();
    options.instances = 2;
    const auto server = newPeer();
    const EndpointId endpoint = server->serve(options);
    QVERIFY(endpoint);
    const auto client = newPeer();
    const auto first = client->connect(clientOptions());
    QVERIFY(server->clientOf(endpoint, 1));
    const auto second = client->connect(clientOptions());
    QVERIFY(server->clientOf(endpoint, 2));
    QVERIFY(client->isConnected(first.connection));
    QVERIFY(client->isConnected(second.connection));

    // Windows says BUSY and the client waits; AF_UNIX lets it into the backlog. Served it is not.
    const auto third = client->connect(clientOptions());
    QVERIFY(!server->log.waitFor(
        [&](const EventLog::Items& items) {
            return std::ranges::count_if(
                       items, [](const auto& item) { return item.template as<PeerConnected>(); })
                   > 2;
        },
        300ms));
    QVERIFY(client->engine().close(first.connection, CloseMode::Graceful));
    const ConnectionId atServer = server->clientOf(endpoint, 3);
    QVERIFY(atServer);
    QVERIFY(client->isConnected(third.connection));
    QVERIFY(client->engine().send(third.connection, toBytes("at last")));
    QCOMPARE(asText(server->received(atServer, 1).at(0)), std::string_view("at last"));
}

void ContractConnect::NameFreeAfterStop()
{
    const auto server = newPeer();
    for (int round = 0; round < 5; ++round) {
        const EndpointId endpoint = server->serve(serverOptions());
        QVERIFY(endpoint);
        const auto client = newPeer();
        const auto ids = client->connect(clientOptions());
        QVERIFY(client->isConnected(ids.connection));
        QVERIFY(server->clientOf(endpoint));
        QVERIFY(server->engine().closeEndpoint(endpoint, CloseMode::Graceful));
        QVERIFY(server->isClosed(endpoint));
        // Another engine takes the name at once.
        const auto other = newPeer();
        const EndpointId again = other->serve(serverOptions());
        QVERIFY(again);
    }
}

void ContractConnect::SecondServerSameNameRefused()
{
    if (onWine()) {
        QSKIP("Wine ignores FILE_FLAG_FIRST_PIPE_INSTANCE: a second server succeeds");
    }
    const auto server = newPeer();
    const EndpointId endpoint = server->serve(serverOptions());
    QVERIFY(endpoint);
    const auto second = newPeer();
    const auto refused = second->engine().startServer(serverOptions());
    QVERIFY(refused);
    const auto error = second->failure(*refused);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NameInUse);
    QVERIFY(second->isClosed(*refused));
    // The first one is not harmed, and saw nobody else: to look whether it lives is no visit.
    const auto client = newPeer();
    QVERIFY(client->isConnected(client->connect(clientOptions()).connection));
    QVERIFY(server->clientOf(endpoint));
    QCOMPARE(server->log.count(
                 [](const EventLog::Item& item) { return item.as<PeerConnected>() != nullptr; }),
             std::size_t{1});
}

void ContractConnect::ClientGoneBeforeAccept()
{
    // Clients that connect and leave at once: some are gone before the accept is looked at (Windows
    // then says ERROR_NO_DATA). Each is at most one short stay, and the server goes on.
    const auto server = newPeer();
    const EndpointId endpoint = server->serve(serverOptions());
    QVERIFY(endpoint);
    const auto client = newPeer();
    for (int i = 0; i < 20; ++i) {
        const auto ids = client->connect(clientOptions());
        QVERIFY(client->engine().close(ids.connection, CloseMode::Abortive));
        QVERIFY(client->isClosed(ids.endpoint));
    }
    const auto last = client->connect(clientOptions());
    QVERIFY(client->isConnected(last.connection));
    QVERIFY(client->engine().send(last.connection, toBytes("still here?")));
    QVERIFY(server->log.waitForBody<Message>([](const EventLog::Item& item, const Message&) {
        return asText(item.payload) == "still here?";
    }));
}

void ContractConnect::ConnectTimesOut()
{
    const auto client = newPeer();
    ClientOptions options = clientOptions();
    options.timeout = 150ms;
    const auto begin = std::chrono::steady_clock::now();
    const auto ids = client->connect(options);
    const auto error = client->failure(ids.connection);
    const auto took = std::chrono::steady_clock::now() - begin;
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::TimedOut);
    QVERIFY(!error->api.empty());
    QVERIFY(error->code != 0 || onFake());
    QVERIFY(QString::fromStdString(error->detail).contains(QStringLiteral("150 ms")));
    QVERIFY(took >= 150ms);
    QVERIFY(client->isClosed(ids.endpoint));
}

void ContractConnect::ConnectCancelled()
{
    const auto client = newPeer();
    const auto ids = client->connect(clientOptions());
    QVERIFY(client->engine().close(ids.connection, CloseMode::Graceful));
    const auto error = client->failure(ids.connection);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Cancelled);
    QVERIFY(client->isClosed(ids.endpoint));
    QCOMPARE(client->log.count([](const auto& item) { return item.template as<PeerConnected>(); }),
             0U);
}

void ContractConnect::ConnectToMissingName()
{
    const auto client = newPeer();
    ClientOptions options = clientOptions();
    options.timeout = 0ms;
    const auto ids = client->connect(options);
    const auto error = client->failure(ids.connection);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NotFound);
    if (!onFake()) {
        QCOMPARE(error->code, 2U); // ERROR_FILE_NOT_FOUND, ENOENT
        QCOMPARE(error->api, onUnix() ? std::string_view("connect") : "CreateFile");
    }
    QVERIFY(client->isClosed(ids.endpoint));
}

void ContractConnect::ClientOfTheWrongType()
{
    const auto server = newPeer();
    const EndpointId endpoint = server->serve(serverOptions(PipeMode::Byte));
    QVERIFY(endpoint);
    const auto client = newPeer();
    if (onFake()) {
        QSKIP("pipes in memory do not check types");
    }
    const auto ids = client->connect(clientOptions(PipeMode::Message));
    const auto error = client->failure(ids.connection);
    QVERIFY(error);
    // SOCK_SEQPACKET meets SOCK_STREAM; message read mode meets a byte pipe.
    QVERIFY(error->kind == ErrorKind::WrongType || error->kind == ErrorKind::InvalidArgument);
    QVERIFY(client->isClosed(ids.endpoint));
}

namespace {

/// Identity of the first connection that `peer` reports; null when none comes.
std::shared_ptr<const PeerInfo> firstPeer(TestPeer& peer)
{
    const auto connected = peer.log.waitForBody<PeerConnected>(
        [](const EventLog::Item&, const PeerConnected&) { return true; });
    return connected ? connected->as<PeerConnected>()->peer : nullptr;
}

/// Expected user of peers of the same user: this program's own, from its identity.
Result<std::string> ownUser()
{
    const auto own = identify(std::uint32_t(QCoreApplication::applicationPid()), 0).token.user;
    return own ? own->name : std::unexpected(own.error());
}

} // namespace

void ContractConnect::ClientProcessIdIsRight()
{
    NEEDS_PROCESSES();
    const auto server = newPeer();
    const EndpointId endpoint = server->serve(serverOptions());
    QVERIFY(endpoint);
    PeerProcess peer(QStringLiteral("client"), name(), PipeMode::Message, {QStringLiteral("hold")});
    const std::shared_ptr<const PeerInfo> peerInfo = firstPeer(*server);
    QVERIFY(peerInfo);
    const PeerInfo& info = *peerInfo;
    QVERIFY(info.processId);
    QCOMPARE(qint64(*info.processId), peer.processId());
    QVERIFY2(info.image, info.image ? "" : describe(info.image.error()).c_str());
    QVERIFY2(imageName(info).starts_with("pipe_peer"), info.image->c_str());
}

void ContractConnect::ServerProcessIdIsRight()
{
    NEEDS_PROCESSES();
    PeerProcess peer(QStringLiteral("server"), name(), PipeMode::Message, {QStringLiteral("hold")});
    QVERIFY(!peer.line(QStringLiteral("ready")).isEmpty());
    const auto client = newPeer();
    const auto ids = client->connect(clientOptions());
    QVERIFY(client->isConnected(ids.connection));
    const std::shared_ptr<const PeerInfo> peerInfo = firstPeer(*client);
    QVERIFY(peerInfo);
    const PeerInfo& info = *peerInfo;
    QVERIFY(info.processId);
    QCOMPARE(qint64(*info.processId), peer.processId());
    QVERIFY2(imageName(info).starts_with("pipe_peer"), info.image ? info.image->c_str() : "");
}

void ContractConnect::ClientUserIsRight()
{
    NEEDS_PROCESSES();
    const auto own = ownUser();
    QVERIFY2(own, own ? "" : describe(own.error()).c_str());
    const auto server = newPeer();
    const EndpointId endpoint = server->serve(serverOptions());
    QVERIFY(endpoint);
    PeerProcess peer(QStringLiteral("client"), name(), PipeMode::Message, {QStringLiteral("hold")});
    const std::shared_ptr<const PeerInfo> peerInfo = firstPeer(*server);
    QVERIFY(peerInfo);
    const PeerInfo& info = *peerInfo;
    QVERIFY2(info.user, info.user ? "" : describe(info.user.error()).c_str());
    QCOMPARE(*info.user, *own);
}

void ContractConnect::ServerUserIsRight()
{
    NEEDS_PROCESSES();
    const auto own = ownUser();
    QVERIFY2(own, own ? "" : describe(own.error()).c_str());
    PeerProcess peer(QStringLiteral("server"), name(), PipeMode::Message, {QStringLiteral("hold")});
    QVERIFY(!peer.line(QStringLiteral("ready")).isEmpty());
    const auto client = newPeer();
    const auto ids = client->connect(clientOptions());
    QVERIFY(client->isConnected(ids.connection));
    const std::shared_ptr<const PeerInfo> peerInfo = firstPeer(*client);
    QVERIFY(peerInfo);
    const PeerInfo& info = *peerInfo;
    QVERIFY2(info.user, info.user ? "" : describe(info.user.error()).c_str());
    QCOMPARE(*info.user, *own);
}

void ContractConnect::DeadSocketFileIsTakenOver()
{
    if (!onUnix()) {
        QSKIP("only sockets leave files behind");
    }
#ifndef _WIN32
    const auto parsed = PipeName::parse(name());
    QVERIFY(parsed);
    PeerProcess peer(QStringLiteral("server"), name(), PipeMode::Message, {QStringLiteral("hold")});
    QVERIFY(!peer.line(QStringLiteral("ready")).isEmpty());
    const auto server = newPeer();
    // While it lives it keeps its name, of either type.
    for (const PipeMode mode : {PipeMode::Message, PipeMode::Byte}) {
        const auto refused = server->engine().startServer(serverOptions(mode));
        QVERIFY(refused);
        const auto error = server->failure(*refused);
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::NameInUse);
    }
    peer.kill();
    QCOMPARE(access(parsed->native().c_str(), F_OK), 0);
    QVERIFY(server->serve(serverOptions()));
    struct stat status
    {};
    QCOMPARE(stat(parsed->native().c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
    server->stop();
    QVERIFY(access(parsed->native().c_str(), F_OK) != 0);
#endif
}

void ContractConnect::OtherFilesAreLeftAlone()
{
    if (!onUnix()) {
        QSKIP("only sockets have files");
    }
#ifndef _WIN32
    QFile file(QString::fromStdString(PipeName::parse(name())->native()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious");
    file.close();
    const auto server = newPeer();
    const auto refused = server->engine().startServer(serverOptions());
    QVERIFY(refused);
    QCOMPARE(server->failure(*refused)->kind, ErrorKind::NameInUse);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("precious"));
    file.remove();
#endif
}

PIPESCOPE_GUILESS_TEST(ContractConnect)
#include "tst_contract_connect.moc"
