// Contract suite: who a server's client is, and what it may.

#include "contract_test.h"

#include "pipecore/model/identity.h"
#include "runner/register.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace pipecore;

class ContractIdentity : public ContractTest
{
    Q_OBJECT

private slots:
    void IdentifyClient();
    void IdentifyClientOfAnotherProcess();
    void IdentifyBeforeAnythingWasRead();
    void IdentifyAfterPeerLeft();
    void IdentifyWhileClosing();
    void IdentifyHeldBackIsCancelledByClosing();
    void IdentifyIsForServersOnly();
    void IdentifyFailsAndTheConversationGoesOn();
    void ManyQuestionsAreAnsweredInOrder();
    void TooManyQuestionsAreRefused();
    void QuestionsOfManyClientsDoNotMix();
    void StopWithPendingQueries();
    void AccessToAFileIsAnswered();
    void AccessToAMissingTargetIsAnError();
    void ImpossibleTargetsAreRefusedAtOnce();

private:
    /// Lets the server read something: Windows knows a client from what was read of it.
    [[nodiscard]] static bool exchange(const Pair& pair)
    {
        const auto sent = pair.client->engine().send(pair.atClient.connection, toBytes("hello"));
        return sent && !pair.server->received(pair.atServer, 1).empty();
    }
    [[nodiscard]] static std::optional<ClientIdentified> identified(TestPeer& peer,
                                                                    OperationId operation);
    [[nodiscard]] static std::optional<AccessChecked> checked(TestPeer& peer,
                                                              OperationId operation);
    /// How often an operation was answered, in one way or another.
    [[nodiscard]] static std::size_t answers(const TestPeer& peer, OperationId operation);
    [[nodiscard]] static bool waitForAnswer(TestPeer& peer, OperationId operation);
};

std::optional<ClientIdentified> ContractIdentity::identified(TestPeer& peer, OperationId operation)
{
    const auto item = peer.log.waitForBody<ClientIdentified>(
        [&](const auto&, const ClientIdentified& body) { return body.operation == operation; });
    return item ? std::optional(*item->as<ClientIdentified>()) : std::nullopt;
}

std::optional<AccessChecked> ContractIdentity::checked(TestPeer& peer, OperationId operation)
{
    const auto item = peer.log.waitForBody<AccessChecked>(
        [&](const auto&, const AccessChecked& body) { return body.operation == operation; });
    return item ? std::optional(*item->as<AccessChecked>()) : std::nullopt;
}

namespace {

bool answersOperation(const EventLog::Item& item, OperationId operation)
{
    const auto* const done = item.as<ClientIdentified>();
    const auto* const checked = item.as<AccessChecked>();
    const auto* const failed = item.as<Failed>();
    return (done != nullptr && done->operation == operation)
           || (checked != nullptr && checked->operation == operation)
           || (failed != nullptr && failed->operation == operation);
}

std::uint32_t ownId()
{
    return static_cast<std::uint32_t>(QCoreApplication::applicationPid());
}

} // namespace

std::size_t ContractIdentity::answers(const TestPeer& peer, OperationId operation)
{
    return peer.log.count(
        [&](const EventLog::Item& item) { return answersOperation(item, operation); });
}

bool ContractIdentity::waitForAnswer(TestPeer& peer, OperationId operation)
{
    return peer.log.waitFor([&](const EventLog::Items& items) {
        return std::ranges::any_of(
            items, [&](const EventLog::Item& item) { return answersOperation(item, operation); });
    });
}

void ContractIdentity::IdentifyClient()
{
    const Pair pair = connectedPair();
    QVERIFY(pair);
    QVERIFY(exchange(pair));
    const auto operation = pair.server->engine().identifyClient(pair.atServer);
    QVERIFY(operation);
    const auto answer = identified(*pair.server, *operation);
    QVERIFY(answer);
    const ClientIdentity& identity = *answer->identity;
    QVERIFY(identity.token.user);
    QVERIFY(identity.processId);
    if (onFake()) {
        QCOMPARE(*identity.processId, 4711U);
        return;
    }
    QCOMPARE(*identity.processId, ownId());
    const ProcessIdentity own = identify(ownId(), 0);
    QCOMPARE(identity.token.user->id, own.token.user->id);
    QVERIFY(identity.token.user->name);
    QVERIFY(identity.groups);
    if (onWindows()) {
        QVERIFY(identity.levelAsked); // the client is this process: it is known here
        QCOMPARE(*identity.levelAsked, ImpersonationLevel::Identification);
        QVERIFY(identity.levelGranted);
        QVERIFY(identity.token.integrity);
        QCOMPARE(identity.token.integrity->rid, own.token.integrity->rid);
        QVERIFY(identity.privileges);
        QVERIFY(identity.clientSession);
        QCOMPARE(*identity.clientSession, *own.token.terminalSession);
    } else {
        QCOMPARE(identity.token.primaryGroup->id, own.token.primaryGroup->id);
        QCOMPARE(identity.levelGranted.error().kind, ErrorKind::NotSupported);
        QCOMPARE(identity.levelAsked.error().kind, ErrorKind::NotSupported);
    }
    QVERIFY(!summaryOf(identity).empty());
}

void ContractIdentity::IdentifyClientOfAnotherProcess()
{
    NEEDS_PROCESSES();
    const auto server = newPeer();
    const EndpointId endpoint = server->serve(serverOptions());
    QVERIFY(endpoint);
    PeerProcess peer(QStringLiteral("client"), name(), PipeMode::Message,
                     {QStringLiteral("send:hello"), QStringLiteral("stdin")});
    const ConnectionId connection = server->clientOf(endpoint);
    QVERIFY(connection);
    QVERIFY(!server->received(connection, 1).empty());
    const auto operation = server->engine().identifyClient(connection);
    QVERIFY(operation);
    const auto answer = identified(*server, *operation);
    QVERIFY(answer);
    QVERIFY(answer->identity->processId);
    QVERIFY(*answer->identity->processId != ownId());
    QVERIFY(!answer->identity->levelAsked); // only the client knows
    QCOMPARE(answer->identity->token.user->id, identify(ownId(), 0).token.user->id);
    peer.release();
    QVERIFY(server->disconnected(connection));
}

void ContractIdentity::IdentifyBeforeAnythingWasRead()
{
    const Pair pair = connectedPair();
    QVERIFY(pair);
    const auto operation = pair.server->engine().identifyClient(pair.atServer);
    QVERIFY(operation);
    // Windows may say 1368 (ERROR_CANNOT_IMPERSONATE); whatever it is, it is one answer.
    QVERIFY(waitForAnswer(*pair.server, *operation));
    QVERIFY(exchange(pair));
    QCOMPARE(answers(*pair.server, *operation), 1U);
}

void ContractIdentity::IdentifyAfterPeerLeft()
{
    const Pair pair = connectedPair();
    QVERIFY(pair);
    QVERIFY(exchange(pair));
    QVERIFY(pair.client->engine().close(pair.atClient.connection, CloseMode::Graceful));
    QVERIFY(pair.server->disconnected(pair.atServer));
    const auto operation = pair.server->engine().identifyClient(pair.atServer);
    QVERIFY(operation);
    const auto error = pair.server->failure(*operation);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NoSuchTarget);
    const auto unknown = pair.server->engine().identifyClient(ConnectionId{4711});
    QVERIFY(unknown);
    QCOMPARE(pair.server->failure(*unknown)->kind, ErrorKind::NoSuchTarget);
}

void ContractIdentity::IdentifyWhileClosing()
{
    constexpr int rounds = 40;
    for (int round = 0; round < rounds; ++round) {
        const Pair pair = connectedPair();
        QVERIFY(pair);
        QVERIFY(exchange(pair));
        std::vector<OperationId> operations;
        for (int i = 0; i < 3; ++i) {
            const auto operation = pair.server->engine().identifyClient(pair.atServer);
            QVERIFY(operation);
            operations.push_back(*operation);
        }
        if (round % 2 == 0) {
            QVERIFY(pair.server->engine().close(
                pair.atServer, round % 4 == 0 ? CloseMode::Abortive : CloseMode::Graceful));
        } else {
            QVERIFY(pair.client->engine().close(pair.atClient.connection, CloseMode::Abortive));
        }
        QVERIFY(pair.server->disconnected(pair.atServer));
        pair.server->stop();
        for (const OperationId operation : operations) {
            QCOMPARE(answers(*pair.server, operation), 1U);
        }
        pair.client->stop();
    }
}

void ContractIdentity::IdentifyHeldBackIsCancelledByClosing()
{
    if (!onFake()) {
        QSKIP("only pipes in memory hold an answer back on demand");
    }
    const Pair pair = connectedPair();
    QVERIFY(pair);
    pair.server->fake()->holdInquiries(true);
    const auto first = pair.server->engine().identifyClient(pair.atServer);
    const auto second = pair.server->engine().identifyClient(pair.atServer);
    QVERIFY(first && second);
    QVERIFY(pair.server->engine().close(pair.atServer, CloseMode::Graceful));
    QCOMPARE(pair.server->failure(*first)->kind, ErrorKind::Cancelled);
    QCOMPARE(pair.server->failure(*second)->kind, ErrorKind::Cancelled);
    QVERIFY(pair.server->disconnected(pair.atServer));
    QCOMPARE(answers(*pair.server, *first), 1U);
    QCOMPARE(answers(*pair.server, *second), 1U);
}

void ContractIdentity::IdentifyIsForServersOnly()
{
    const Pair pair = connectedPair();
    QVERIFY(pair);
    const auto operation = pair.client->engine().identifyClient(pair.atClient.connection);
    QVERIFY(operation);
    const auto error = pair.client->failure(*operation);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NotSupported);
    QVERIFY(exchange(pair));
}

void ContractIdentity::IdentifyFailsAndTheConversationGoesOn()
{
    if (!onFake()) {
        QSKIP("only pipes in memory fail on demand");
    }
    const Pair pair = connectedPair();
    QVERIFY(pair);
    const Error error{.kind = ErrorKind::AccessDenied,
                      .domain = ErrorDomain::Win32,
                      .code = 1368,
                      .api = "ImpersonateNamedPipeClient"};
    pair.server->fake()->failNext(OperationKind::Inquire, error);
    const auto operation = pair.server->engine().identifyClient(pair.atServer);
    QVERIFY(operation);
    QCOMPARE(pair.server->failure(*operation), error);
    QVERIFY(exchange(pair));
    const auto again = pair.server->engine().identifyClient(pair.atServer);
    QVERIFY(again);
    QVERIFY(identified(*pair.server, *again));
}

void ContractIdentity::ManyQuestionsAreAnsweredInOrder()
{
    const Pair pair = connectedPair();
    QVERIFY(pair);
    QVERIFY(exchange(pair));
    std::vector<OperationId> operations;
    operations.reserve(20);
    for (int i = 0; i < 20; ++i) {
        operations.push_back(*pair.server->engine().identifyClient(pair.atServer));
    }
    QVERIFY(identified(*pair.server, operations.back()));
    std::vector<OperationId> answered;
    for (const auto& item : pair.server->log.items()) {
        if (const auto* const body = item.as<ClientIdentified>()) {
            answered.push_back(body->operation);
        }
    }
    QCOMPARE(answered, operations);
}

void ContractIdentity::TooManyQuestionsAreRefused()
{
    if (!onFake()) {
        QSKIP("only pipes in memory hold an answer back on demand");
    }
    const Pair pair = connectedPair();
    QVERIFY(pair);
    pair.server->fake()->holdInquiries(true);
    std::optional<OperationId> last;
    for (int i = 0; i < 65; ++i) {
        last = *pair.server->engine().identifyClient(pair.atServer);
    }
    QCOMPARE(pair.server->failure(*last)->kind, ErrorKind::WouldBlock);
}

void ContractIdentity::QuestionsOfManyClientsDoNotMix()
{
    NEEDS_PROCESSES();
    const auto server = newPeer();
    const EndpointId endpoint = server->serve(serverOptions());
    QVERIFY(endpoint);
    constexpr std::size_t count = 4;
    std::vector<std::unique_ptr<PeerProcess>> peers;
    std::vector<OperationId> operations;
    std::vector<std::uint32_t> processes;
    for (std::size_t i = 0; i < count; ++i) {
        peers.push_back(std::make_unique<PeerProcess>(
            QStringLiteral("client"), name(), PipeMode::Message,
            QStringList{QStringLiteral("send:hello"), QStringLiteral("stdin")}));
        const ConnectionId connection = server->clientOf(endpoint, i + 1);
        QVERIFY(connection);
        QVERIFY(!server->received(connection, 1).empty());
        operations.push_back(*server->engine().identifyClient(connection));
        const auto connected = server->log.waitForBody<PeerConnected>(
            [&](const auto& item, const auto&) { return item.event.connection == connection; });
        processes.push_back(connected->as<PeerConnected>()->peer->processId.value());
    }
    for (std::size_t i = 0; i < count; ++i) {
        const auto answer = identified(*server, operations[i]);
        QVERIFY(answer);
        QCOMPARE(answer->identity->processId.value(), processes[i]);
    }
}

void ContractIdentity::StopWithPendingQueries()
{
    const Pair pair = connectedPair();
    QVERIFY(pair);
    QVERIFY(exchange(pair));
    std::vector<OperationId> operations;
    operations.reserve(10);
    for (int i = 0; i < 10; ++i) {
        operations.push_back(*pair.server->engine().identifyClient(pair.atServer));
    }
    pair.server->stop();
    for (const OperationId operation : operations) {
        QCOMPARE(answers(*pair.server, operation), 1U);
    }
}

void ContractIdentity::AccessToAFileIsAnswered()
{
    const Pair pair = connectedPair();
    QVERIFY(pair);
    QVERIFY(exchange(pair));
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("orders.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const AccessTarget asked{.kind = AccessTarget::Kind::File,
                             .path = QDir::toNativeSeparators(file.fileName()).toStdString()};
    const auto operation =
        pair.server->engine().checkAccessAs(pair.atServer, asked, RequestedAccess::Read);
    QVERIFY2(operation, operation ? "" : describe(operation.error()).c_str());
    QVERIFY(waitForAnswer(*pair.server, *operation));
    const auto answer = checked(*pair.server, *operation);
    QVERIFY(answer);
    QVERIFY2(answer->answer->isAllowed, answer->answer->reason.text().c_str());
    QCOMPARE(answer->answer->target.path, asked.path);
    QVERIFY(summaryOf(*answer->answer).starts_with("allowed: read "));
}

void ContractIdentity::AccessToAMissingTargetIsAnError()
{
    NEEDS_PROCESSES();
    const Pair pair = connectedPair();
    QVERIFY(pair);
    QVERIFY(exchange(pair));
    const AccessTarget target{.kind = AccessTarget::Kind::File,
                              .path = onWindows() ? "C:\\no\\such\\file" : "/no/such/file"};
    const auto operation =
        pair.server->engine().checkAccessAs(pair.atServer, target, RequestedAccess::Read);
    QVERIFY(operation);
    const auto error = pair.server->failure(*operation);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NotFound);
    QVERIFY(exchange(pair));
}

void ContractIdentity::ImpossibleTargetsAreRefusedAtOnce()
{
    const auto server = newPeer();
    Engine& engine = server->engine();
    const auto kindOf = [&](const AccessTarget& target, RequestedAccess requested) {
        const auto operation = engine.checkAccessAs(ConnectionId{1}, target, requested);
        return operation ? std::optional<ErrorKind>() : operation.error().kind;
    };
    using Kind = AccessTarget::Kind;
    QCOMPARE(kindOf({Kind::File, "orders.txt"}, RequestedAccess::Read), ErrorKind::InvalidArgument);
    QCOMPARE(kindOf({Kind::File, ""}, RequestedAccess::Read), ErrorKind::InvalidArgument);
#ifdef _WIN32
    QCOMPARE(kindOf({Kind::File, "C:\\x"}, RequestedAccess::None), ErrorKind::InvalidArgument);
    // Opening a pipe would take one of its instances.
    for (const char* const pipe :
         {R"(\\.\pipe\orders)", "//./pipe/orders", R"(\\server\pipe\x)", R"(\\?\UNC\server\PIPE\x)",
          R"(\\?\GLOBALROOT\x)", R"(\\.\C:)", R"(C:orders)"}) {
        QCOMPARE(kindOf({Kind::File, pipe}, RequestedAccess::Read), ErrorKind::InvalidArgument);
    }
    for (const char* const path : {R"(C:\x)", R"(\\?\C:\x)", R"(\\server\share\x)", "C:/x"}) {
        QVERIFY(!kindOf({Kind::File, path}, RequestedAccess::Read));
    }
    QVERIFY(!kindOf({Kind::RegistryKey, "hklm\\SOFTWARE"}, RequestedAccess::Read));
    QCOMPARE(kindOf({Kind::RegistryKey, "HKCU\\x"}, RequestedAccess::Read),
             ErrorKind::InvalidArgument);
    QCOMPARE(kindOf({Kind::RegistryKey, "SOFTWARE"}, RequestedAccess::Read),
             ErrorKind::InvalidArgument);
#else
    QCOMPARE(kindOf({Kind::File, "/x"}, RequestedAccess::None), ErrorKind::InvalidArgument);
    QVERIFY(!kindOf({Kind::File, "/x"}, RequestedAccess::Read));
    QCOMPARE(kindOf({Kind::RegistryKey, "HKLM"}, RequestedAccess::Read), ErrorKind::NotSupported);
#endif
}

PIPESCOPE_GUILESS_TEST(ContractIdentity)
#include "tst_contract_identity.moc"
