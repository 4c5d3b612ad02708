// What a pipe says about its refusals, and about its security (rule 2 of npfs_rules.h).
#include "contract_test.h"
#include "pipe_rows.h"
#include "runner/register.h"
#include "win32_options_test.h"
#include "win32_pump.h"

#include "pipecore/discovery/pipe_security.h"
#include "pipecore/explain/access_denied.h"

#include <QTest>

#include <algorithm>
#include <utility>

using namespace pipecore;
using namespace pipecore::win32;

namespace {

AccessSubject somebodyElse()
{
    AccessSubject subject;
    subject.sids = {Sid(5, {21, 9, 9, 9, 1001}), sids::everyone()};
    return subject;
}

} // namespace

class TestWin32Refusals : public PipeRows
{
    Q_OBJECT

private slots:
    void CausesOfARefusedInstanceAreToldApart_data();
    void CausesOfARefusedInstanceAreToldApart();
    void RefusedNameThatNobodyHasIsNotInUse();
    void FullPipeTellsWhyItIsBusy();
    void OwnServerIsAskedForItsSecurityWithoutAClient_data();
    void OwnServerIsAskedForItsSecurityWithoutAClient();
};

void TestWin32Refusals::CausesOfARefusedInstanceAreToldApart_data()
{
    QTest::addColumn<QByteArray>("sddl");
    QTest::addColumn<bool>("first");
    QTest::addColumn<PipeMode>("mode");
    QTest::addColumn<Access>("access");
    QTest::addColumn<QByteArray>("cause"); ///< empty: it is not refused
    QTest::addColumn<bool>("isForbidden");
    const auto row = [](const char* name, QByteArray sddl, bool first, PipeMode mode, Access access,
                        QByteArray cause, bool isForbidden) {
        QTest::newRow(name) << std::move(sddl) << first << mode << access << std::move(cause)
                            << isForbidden;
    };
    const QByteArray all = "D:(A;;FA;;;WD)";
    // Reading and writing, without FILE_CREATE_PIPE_INSTANCE.
    const QByteArray clientsOnly = "D:(A;;0x12019b;;;WD)";
    row("none", all, false, PipeMode::Message, Access::Duplex, "", false);
    row("access list", clientsOnly, false, PipeMode::Message, Access::Duplex,
        "No entry of the pipe's access list grants this user or its groups "
        "FILE_CREATE_PIPE_INSTANCE",
        true);
    row("first instance", all, true, PipeMode::Message, Access::Duplex,
        "asks for the first instance", false);
    row("type", all, false, PipeMode::Byte, Access::Duplex,
        "The pipe is of message type, and byte type is requested", false);
    row("access", all, false, PipeMode::Message, Access::Inbound,
        "The pipe is duplex, and inbound is requested", false);
}

void TestWin32Refusals::CausesOfARefusedInstanceAreToldApart()
{
    if (!onModel()) {
        QSKIP("takes a second account; Wine checks nothing of it");
    }
    QFETCH(const QByteArray, sddl);
    QFETCH(const bool, first);
    QFETCH(const PipeMode, mode);
    QFETCH(const Access, access);
    QFETCH(const QByteArray, cause);
    QFETCH(const bool, isForbidden);
    const AccessSubject own = currentSubject().value();
    const PipeName name = PipeName::parse(freshName()).value();
    model().actAs(somebodyElse());
    // The maker has the right to add instances as the owner of what is created first.
    QVERIFY(model().create({.name = name.native(),
                            .ofMessages = true,
                            .readsMessages = true,
                            .descriptor = descriptorFromSddl(sddl.toStdString()).value()}));
    model().actAs(own);

    ServerOptions options = server(name.display());
    options.firstInstance = first;
    options.mode = mode;
    options.access = access;
    Pump pump;
    if (!cause.isEmpty()) {
        const auto refused = pump.backend().listen(name, options);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, quint32{ERROR_ACCESS_DENIED});
        QVERIFY(refused.error().api == "CreateNamedPipe");
    }
    const auto found = whyServerDenied(name, mode, access);
    QVERIFY(found);
    QByteArray text;
    for (const Phrase& sentence : *found) {
        text += QByteArray::fromStdString(sentence.text()) + '\n';
    }
    QVERIFY2(text.contains(cause), text.constData());
    QCOMPARE(text.contains("lets this process create further instances"), !isForbidden);
    QCOMPARE(text.contains("type is requested"), mode != PipeMode::Message);
    QCOMPARE(text.contains("one direction"), access != Access::Duplex);
    if (cause.isEmpty()) {
        QVERIFY(pump.backend().listen(name, options));
    }
    // Without the pipe there is another answer.
    const auto missing =
        whyServerDenied(PipeName::parse(freshName()).value(), PipeMode::Message, Access::Duplex);
    QVERIFY(missing && missing->front().text().starts_with("No pipe of this name exists"));
}

void TestWin32Refusals::RefusedNameThatNobodyHasIsNotInUse()
{
    // As in an AppContainer, or below ProtectedPrefix\\Administrators\\.
    const auto refuse = [](LPCWSTR, DWORD, DWORD, DWORD, DWORD, DWORD, DWORD,
                           LPSECURITY_ATTRIBUTES) -> HANDLE {
        SetLastError(ERROR_ACCESS_DENIED);
        return INVALID_HANDLE_VALUE;
    };
    const auto before = std::exchange(systemCalls().createNamedPipe, refuse);
    Pump pump;
    const auto refused = pump.backend().listen(Pump::uniqueName(), {});
    systemCalls().createNamedPipe = before;
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::AccessDenied);
    QVERIFY(refused.error().detail.starts_with("no pipe of this name exists"));
}

void TestWin32Refusals::FullPipeTellsWhyItIsBusy()
{
    ServerOptions options = server(freshName());
    options.instances = 1;
    StayingClient staying(options);
    QVERIFY(staying.isGood);
    const PipeName name = PipeName::parse(options.name).value();
    const auto first = [&](bool isOfServer) {
        const auto found = whyRefused(name, {.code = ERROR_PIPE_BUSY, .isOfServer = isOfServer});
        return found ? found->front().text() : describe(found.error());
    };
    QCOMPARE(first(false).substr(0, 30), std::string("No instance waits for a client"));
    staying.client.close();
    QVERIFY(staying.peer.disconnected(staying.connection));
    QTRY_COMPARE(first(false).substr(0, 31), std::string("An instance waits for a client "));
    QCOMPARE(first(true).substr(0, 31), std::string("A server of this pipe is runnin"));
    QVERIFY(staying.endServer());
    QCOMPARE(first(true).substr(0, 19), std::string("No pipe of this nam"));
}

void TestWin32Refusals::OwnServerIsAskedForItsSecurityWithoutAClient_data()
{
    QTest::addColumn<IoModel>("io");
    QTest::newRow("overlapped") << IoModel::Overlapped;
    QTest::newRow("synchronous") << IoModel::Synchronous;
}

void TestWin32Refusals::OwnServerIsAskedForItsSecurityWithoutAClient()
{
    QFETCH(const IoModel, io);
    ServerOptions options = server(freshName() + "-Mixed");
    options.io = io;
    options.sddl = "D:(A;;FA;;;WD)(A;;FR;;;BU)";
    StayingClient staying(options);
    QVERIFY(staying.isGood);
    const auto asked = [&](std::string spelling) {
        return readSecurity(PipeName::parse(spelling).value());
    };
    std::string shouted = options.name;
    std::ranges::transform(shouted, shouted.begin(), [](char c) { return c == 'm' ? 'M' : c; });
    for (const std::string& spelling : {options.name, shouted}) {
        const auto live = asked(spelling);
        QVERIFY2(live, qPrintable(QString::fromStdString(live ? "" : describe(live.error()))));
        QVERIFY(live->isOwnServer && live->serverUser == currentUser().value());
        QVERIFY(live->descriptor->dacl == descriptorFromSddl(options.sddl).value().dacl);
    }
    QTest::qWait(100);
    QCOMPARE(staying.peer.log.count(
                 [](const EventLog::Item& item) { return item.as<PeerConnected>() != nullptr; }),
             1U);
    QVERIFY(staying.endConnection(CloseMode::Abortive));
    QVERIFY(asked(options.name)->isOwnServer);
    staying.client.close();
    QVERIFY(staying.endServer());
    QCOMPARE(asked(options.name).error().kind, ErrorKind::NotFound);
}

PIPESCOPE_GUILESS_TEST(TestWin32Refusals)
#include "tst_win32_refusals.moc"
