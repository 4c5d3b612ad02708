// Identity of a process: identify() and rightsOf() on real processes, and their texts.

#include "test_peer.h"
#include "wine.h"

#include "pipecore/model/identity.h"
#include "pipecore/model/pid_reuse.h"
#include "runner/register.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <memory>

using namespace pipecore;

namespace {

std::int64_t nowNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::uint32_t ownId()
{
    return static_cast<std::uint32_t>(QCoreApplication::applicationPid());
}

constexpr std::int64_t minuteNs = 60'000'000'000;

/// A process that waits at a pipe of its own.
std::unique_ptr<PeerProcess> waitingProcess()
{
    static unsigned counter = 0;
    const std::string name =
        "pipescope-identity-" + std::to_string(ownId()) + "-" + std::to_string(++counter);
    return std::make_unique<PeerProcess>(QStringLiteral("server"), name, PipeMode::Message,
                                         QStringList{QStringLiteral("stdin")});
}

bool hasCommandLine(const ProcessIdentity& identity, const char* part)
{
    if (runsUnderWine()) { // which has no ProcessCommandLineInformation
        return !identity.commandLine && identity.commandLine.error().kind == ErrorKind::NotSupported
               && identity.commandLine.error().api == "NtQueryInformationProcess";
    }
    return identity.commandLine && identity.commandLine->find(part) != std::string::npos;
}

} // namespace

class TestIdentity : public QObject
{
    Q_OBJECT

private slots:
    void OwnProcessIsKnown();
    void AnotherProcessIsKnown();
    void EndedProcessIsAnErrorNotAGuess();
    void ProcessYoungerThanTheConnectionIsSaid();
    void StartWithinTheSameSecondIsNotSure();
    void RightsOfOwnProcess();
    void EveryFactHasItsWords();
    void WindowsOnlyFactsSayWhyNot();
    void TextNamesTheCallThatFailed();
    void RightsHaveNames_data();
    void RightsHaveNames();
};

void TestIdentity::OwnProcessIsKnown()
{
    const std::int64_t now = nowNs();
    const ProcessIdentity identity = identify(ownId(), now);
    QCOMPARE(identity.processId, ownId());
    QVERIFY2(identity.image, identity.image ? "" : describe(identity.image.error()).c_str());
    QVERIFY(identity.image->find("test_core") != std::string::npos);
    QVERIFY(hasCommandLine(identity, "tst_identity"));
    QVERIFY(identity.startedNs);
    QVERIFY(*identity.startedNs < now);
    QVERIFY(now - *identity.startedNs < 60 * minuteNs);
    QVERIFY(identity.reuse);
    QCOMPARE(*identity.reuse, PidReuse::No);
    QVERIFY(identity.token.user);
    QVERIFY(!identity.token.user->id.empty());
    QVERIFY(identity.token.user->name);
}

void TestIdentity::AnotherProcessIsKnown()
{
    const std::int64_t before = nowNs();
    auto peer = waitingProcess();
    QVERIFY(!peer->line(QStringLiteral("ready")).isEmpty());
    const auto id = static_cast<std::uint32_t>(peer->processId());
    const ProcessIdentity identity = identify(id, nowNs());
    QVERIFY(identity.image);
    QVERIFY(identity.image->find("pipe_peer") != std::string::npos);
    QVERIFY(hasCommandLine(identity, "message"));
    QVERIFY(identity.startedNs);
    QVERIFY(*identity.startedNs > before - clockDoubtNs);
    QVERIFY(*identity.startedNs < nowNs());
    QCOMPARE(identity.token.user->id, identify(ownId(), 0).token.user->id);
}

void TestIdentity::EndedProcessIsAnErrorNotAGuess()
{
    auto peer = waitingProcess();
    QVERIFY(!peer->line(QStringLiteral("ready")).isEmpty());
    const auto id = static_cast<std::uint32_t>(peer->processId());
    peer->kill();
    peer.reset(); // Windows keeps the number as long as somebody has a handle
    const ProcessIdentity identity = identify(id, nowNs());
    QVERIFY(!identity.image);
    QVERIFY(!describe(identity.image.error()).empty());
    QVERIFY(!identity.commandLine);
    QVERIFY(!identity.startedNs);
    QVERIFY(!identity.reuse);
    QVERIFY(!identity.token.user);
    QCOMPARE(identity.token.user.error().kind, ErrorKind::NotFound);
    QVERIFY(!rightsOf(id).groups);
}

void TestIdentity::ProcessYoungerThanTheConnectionIsSaid()
{
    const ProcessIdentity identity = identify(ownId(), nowNs() - 24 * 60 * minuteNs);
    QVERIFY(identity.reuse);
    QCOMPARE(*identity.reuse, PidReuse::Yes);
}

void TestIdentity::StartWithinTheSameSecondIsNotSure()
{
    constexpr std::int64_t connected = 1'700'000'000'000'000'000;
    QCOMPARE(*reuseOf(connected, connected), PidReuse::No);
    QCOMPARE(*reuseOf(connected + 1, connected), PidReuse::Unsure);
    QCOMPARE(*reuseOf(connected + clockDoubtNs, connected), PidReuse::Unsure);
    QCOMPARE(*reuseOf(connected + clockDoubtNs + 1, connected), PidReuse::Yes);
}

void TestIdentity::RightsOfOwnProcess()
{
    const ProcessRights rights = rightsOf(ownId());
    QVERIFY(rights.groups);
    QVERIFY(rights.privileges);
    for (const Group& group : *rights.groups) {
        QVERIFY(!group.account.id.empty());
    }
    for (const Privilege& privilege : *rights.privileges) {
        QVERIFY(privilege.name.starts_with("Se") || privilege.name.starts_with("CAP_"));
    }
    QCOMPARE(factsOf(rights).size(), 2U);
}

void TestIdentity::EveryFactHasItsWords()
{
    const auto facts = factsOf(identify(ownId(), nowNs()));
    std::vector<std::string_view> keys;
    for (const IdentityFact& fact : facts) {
        QVERIFY(!fact.key.empty());
        QVERIFY(!fact.label.empty());
        QVERIFY(fact.value ? !textOf(*fact.value).empty() : !describe(fact.value.error()).empty());
        QVERIFY(std::ranges::find(keys, fact.key) == keys.end());
        keys.push_back(fact.key);
    }
    for (const std::string_view key :
         {"processId", "image", "commandLine", "startTime", "pidReused", "user", "primaryGroup",
          "logonSession", "terminalSession", "integrity", "elevation", "appContainer"}) {
        QVERIFY2(std::ranges::find(keys, key) != keys.end(), std::string(key).c_str());
    }
}

void TestIdentity::WindowsOnlyFactsSayWhyNot()
{
    const TokenFacts token = identify(ownId(), nowNs()).token;
#ifdef _WIN32
    QVERIFY(token.logonSession);
    QVERIFY(token.terminalSession);
    QVERIFY(token.integrity);
    QVERIFY(token.integrity->rid != 0);
    QVERIFY(token.elevation);
    QVERIFY2(token.appContainer,
             token.appContainer ? "" : describe(token.appContainer.error()).c_str());
    QVERIFY(!token.appContainer->isInside);
#else
    QCOMPARE(token.integrity.error().kind, ErrorKind::NotSupported);
    QVERIFY(!token.integrity.error().detail.empty());
    QCOMPARE(token.elevation.error().kind, ErrorKind::NotSupported);
    QCOMPARE(token.appContainer.error().kind, ErrorKind::NotSupported);
    QCOMPARE(token.terminalSession.error().kind, ErrorKind::NotSupported);
#endif
}

void TestIdentity::TextNamesTheCallThatFailed()
{
    std::vector<IdentityFact> facts{
        {"image", "Program", IdentityFact::Value{.word = {}, .text = "/usr/bin/x", .timeNs = {}}},
        {"integrity", "Integrity level",
         IdentityFact::Value{.word = "high", .text = "0x3000", .timeNs = {}}},
        {"startTime", "Started",
         IdentityFact::Value{.word = {}, .text = {}, .timeNs = 1'700'000'000'123'456'789}},
        {"user", "User",
         std::unexpected(Error{.kind = ErrorKind::AccessDenied,
                               .domain = ErrorDomain::Win32,
                               .code = 5,
                               .api = "OpenProcess"})}};
    QCOMPARE(QString::fromStdString(textOf(facts)),
             QStringLiteral("Program: /usr/bin/x\nIntegrity level: high (0x3000)\n"
                            "Started: 2023-11-14T22:13:20.123456Z\n"
                            "User: not known: OpenProcess failed: 5 ERROR_ACCESS_DENIED "
                            "(access denied)"));
}

void TestIdentity::RightsHaveNames_data()
{
    QTest::addColumn<bool>("isKey");
    QTest::addColumn<quint32>("desired");
    QTest::addColumn<quint32>("granted");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("file of Windows")
        << false << quint32{0x120089} << quint32{0x100005}
        << QByteArray("0x100005 (FILE_READ_DATA, FILE_APPEND_DATA, SYNCHRONIZE)");
    QTest::newRow("unknown bit of a file") << false << quint32{0x120089} << quint32{0x200001}
                                           << QByteArray("0x200001 (FILE_READ_DATA, 0x200000)");
    QTest::newRow("registry key") << true << quint32{0x20019} << quint32{0x20019}
                                  << QByteArray("0x20019 (KEY_QUERY_VALUE, KEY_ENUMERATE_SUB_KEYS, "
                                                "KEY_NOTIFY, READ_CONTROL)");
    QTest::newRow("few rights to a key")
        << true << quint32{1} << quint32{9}
        << QByteArray("0x9 (KEY_QUERY_VALUE, KEY_ENUMERATE_SUB_KEYS)");
    QTest::newRow("file of Linux")
        << false << quint32{4} << quint32{0xE} << QByteArray("0xe (write, read, delete)");
    QTest::newRow("nothing") << false << quint32{0x120089} << quint32{0} << QByteArray("0x0");
}

void TestIdentity::RightsHaveNames()
{
    QFETCH(const bool, isKey);
    QFETCH(const quint32, desired);
    QFETCH(const quint32, granted);
    QFETCH(const QByteArray, text);
    AccessAnswer answer;
    answer.target.kind = isKey ? AccessTarget::Kind::RegistryKey : AccessTarget::Kind::File;
    answer.desired = desired;
    answer.granted = granted;
    const auto facts = factsOf(answer);
    const auto found = std::ranges::find(facts, "granted", &IdentityFact::key);
    QVERIFY(found != facts.end() && found->value);
    QCOMPARE(QByteArray::fromStdString(textOf(*found->value)), text);
}

PIPESCOPE_GUILESS_TEST(TestIdentity)
#include "tst_identity.moc"
