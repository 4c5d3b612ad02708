#include "pipecore/explain/explain.h"
#include "runner/register.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace pipecore;

namespace {

constexpr auto win32 = ErrorDomain::Win32;
constexpr auto unixErrno = ErrorDomain::Errno;

/// Known codes of the calls on pipes and on AF_UNIX sockets.
constexpr std::uint32_t win32Codes[] = {2,   5,   6,    8,    87,   109,  121,  123,  161, 187,
                                        206, 230, 231,  232,  233,  234,  258,  535,  536, 995,
                                        996, 997, 1168, 1314, 1326, 1346, 1368, 1450, 1783};
constexpr std::string_view errnoNames[] = {
    "ENOENT", "ECONNREFUSED", "EADDRINUSE", "EACCES",       "EPERM",   "EPIPE",  "ECONNRESET",
    "EAGAIN", "EMSGSIZE",     "EPROTOTYPE", "ENOTSOCK",     "ENOBUFS", "EMFILE", "ENAMETOOLONG",
    "ENFILE", "ETIMEDOUT",    "ENOTCONN",   "EISCONN",      "EINVAL",  "ENOMEM", "ECANCELED",
    "EINTR",  "EBADF",        "EOPNOTSUPP", "EAFNOSUPPORT", "ENOTDIR", "EROFS"};

Error failure(ErrorDomain domain, std::uint32_t code, std::string_view api = {})
{
    return Error{ErrorKind::Io, domain, code, api, {}};
}

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QByteArray firstText(const Explanation& explanation)
{
    return bytes(explanation.causes.front().text);
}

bool isSentence(std::string_view text)
{
    return text.size() > 10 && text.ends_with('.') && text.find("  ") == std::string_view::npos;
}

bool names(const Explanation& explanation, std::string_view part)
{
    return std::ranges::any_of(explanation.causes, [part](const Cause& cause) {
        return cause.text.find(part) != std::string_view::npos;
    });
}

} // namespace

class ExplainTest : public QObject
{
    Q_OBJECT

private slots:
    void EveryCodeIsExplained_data();
    void EveryCodeIsExplained();
    void EveryCallThatGivesACodeHasCausesOfItsOwn();
    void ListedCodesAreAllThere();
    void CallAndCodeAreNamed();
    void CausesDependOnTheCall_data();
    void CausesDependOnTheCall();
    void SentenceDependsOnTheCall();
    void WithoutACallEachCauseSaysWhoseItIs();
    void GeneralCauseIsSaidOnlyWhenNothingMoreExactIs();
    void RoleNarrowsTheCalls();
    void TrueConditionsComeFirstAndFalseOnesAreOmitted();
    void ZeroTimeoutComesFirst();
    void ErrorThatSaysHowLongItWaitedIsBelieved();
    void RemoteNamesHaveCausesOfTheirOwn();
    void AnotherCallStillGetsABestGuess();
    void KindHelpsWhereTheCodeIsUnknown();
    void FilesAreNotExplainedAsPipes();
    void HintIsTheFirstCause();
    void CodesAreUnderstood_data();
    void CodesAreUnderstood();
    void WrongCodesAreRefusedWithTheReason_data();
    void WrongCodesAreRefusedWithTheReason();
    void BareNumberIsOfTheDomainAskedFor();
    void EveryNameLeadsBackToItsCode();
    void CallsAreFoundInAnySpelling();
};

void ExplainTest::EveryCodeIsExplained_data()
{
    QTest::addColumn<bool>("isWin32");
    QTest::addColumn<unsigned>("code");
    for (const auto domain : {win32, unixErrno}) {
        for (const std::uint32_t code : explainedCodes(domain)) {
            QTest::addRow("%s %u", domain == win32 ? "Win32" : "errno", code)
                << (domain == win32) << code;
        }
    }
}

void ExplainTest::EveryCodeIsExplained()
{
    QFETCH(bool, isWin32);
    QFETCH(unsigned, code);
    const auto domain = isWin32 ? win32 : unixErrno;
    std::vector<std::string_view> calls = callsThatGive(domain, code);
    calls.emplace_back(); // and when the call is not known
    for (const std::string_view call : calls) {
        const Explanation found = explain(failure(domain, code, call));
        QVERIFY2(!found.name.empty(), "the code has no name");
        QVERIFY2(isSentence(found.sentence), bytes(found.sentence).constData());
        QVERIFY2(found.sentence != explain(failure(domain, 40'000)).sentence, "not of its own");
        QVERIFY(!found.causes.empty());
        std::set<std::string_view> texts;
        for (const Cause& cause : found.causes) {
            QVERIFY2(isSentence(cause.text), bytes(cause.text).constData());
            QVERIFY2(isSentence(cause.action), bytes(cause.action).constData());
            QVERIFY2(texts.insert(cause.text).second, bytes(cause.text).constData());
            QVERIFY2(!cause.certain, "nothing is known, so nothing is certain");
        }
        QVERIFY2(found.causes.front().text != explain(failure(domain, 40'000)).causes.front().text,
                 "not of its own");
    }
}

void ExplainTest::EveryCallThatGivesACodeHasCausesOfItsOwn()
{
    for (const auto domain : {win32, unixErrno}) {
        for (const std::uint32_t code : explainedCodes(domain)) {
            for (const std::string_view call : callsThatGive(domain, code)) {
                QVERIFY2(findCall(call) == call, bytes(call).constData());
                // The fallback to the causes of other calls is not needed: with a kind of its own the
                // error would get the kind's advice there.
                Error error = failure(domain, code, call);
                error.kind = ErrorKind::Stopped;
                QVERIFY2(explain(error).causes.front().text != "The program is ending.",
                         qPrintable(QStringLiteral("%1 %2").arg(code).arg(
                             QString::fromUtf8(bytes(call)))));
            }
        }
    }
}

void ExplainTest::ListedCodesAreAllThere()
{
    const auto known = explainedCodes(win32);
    for (const std::uint32_t code : win32Codes) {
        QVERIFY2(std::ranges::find(known, code) != known.end(), qPrintable(QString::number(code)));
    }
    const auto knownErrno = explainedCodes(unixErrno);
    for (const std::string_view name : errnoNames) {
        const auto code = codeNamed(unixErrno, name);
        QVERIFY2(code && std::ranges::find(knownErrno, *code) != knownErrno.end(),
                 bytes(name).constData());
    }
}

void ExplainTest::CallAndCodeAreNamed()
{
    const Explanation found = explain(failure(win32, 231, "CreateFile"));
    QCOMPARE(bytes(found.name), QByteArray("ERROR_PIPE_BUSY"));
    QCOMPARE(bytes(found.call), QByteArray("CreateFile"));
    QCOMPARE(found.code, 231U);
    QVERIFY(found.domain == win32);
    QCOMPARE(bytes(explain(failure(unixErrno, 11, "accept4")).call), QByteArray("accept4"));
    // A call that nobody here knows is still said.
    QCOMPARE(bytes(explain(failure(win32, 5, "RegOpenKeyEx")).call), QByteArray("RegOpenKeyEx"));
}

void ExplainTest::CausesDependOnTheCall_data()
{
    QTest::addColumn<bool>("isWin32");
    QTest::addColumn<unsigned>("code");
    QTest::addColumn<QByteArrayList>("calls");
    QTest::addRow("access denied")
        << true << 5U
        << QByteArrayList{"CreateNamedPipe",         "CreateFile", "ReadFile", "WriteFile",
                          "SetNamedPipeHandleState", "OpenProcess"};
    QTest::addRow("busy") << true << 231U
                          << QByteArrayList{"CreateNamedPipe", "CreateFile", "TransactNamedPipe"};
    QTest::addRow("no data") << true << 232U
                             << QByteArrayList{"ConnectNamedPipe", "WriteFile", "ReadFile"};
    QTest::addRow("invalid parameter")
        << true << 87U
        << QByteArrayList{"CreateNamedPipe", "SetNamedPipeHandleState", "CreateIoCompletionPort"};
    QTest::addRow("EAGAIN") << false << 11U << QByteArrayList{"connect", "send", "recv", "accept"};
    QTest::addRow("EACCES") << false << 13U << QByteArrayList{"connect", "bind", "open"};
    QTest::addRow("ENOENT") << false << 2U << QByteArrayList{"connect", "bind", "open"};
}

void ExplainTest::CausesDependOnTheCall()
{
    QFETCH(bool, isWin32);
    QFETCH(unsigned, code);
    QFETCH(QByteArrayList, calls);
    std::set<QByteArray> first;
    for (const QByteArray& call : calls) {
        const auto found =
            explain(failure(isWin32 ? win32 : unixErrno, code, std::string_view(call.data())));
        QVERIFY2(first.insert(firstText(found)).second, call.constData());
    }
}

void ExplainTest::SentenceDependsOnTheCall()
{
    const auto sentence = [](std::string_view call) {
        return explain(failure(win32, 231, call)).sentence;
    };
    QVERIFY(sentence("CreateNamedPipe") != sentence("CreateFile"));
    QVERIFY(sentence("CreateFile") == sentence("CallNamedPipe"));
}

void ExplainTest::WithoutACallEachCauseSaysWhoseItIs()
{
    const Explanation found = explain(failure(win32, 231));
    QVERIFY(found.call.empty());
    QVERIFY(names(found, "nMaxInstances"));
    QVERIFY(names(found, "All instances have a client"));
    const Cause& first = found.causes.front();
    QCOMPARE(first.calls.size(), std::size_t{1});
    QCOMPARE(bytes(first.calls.front()), QByteArray("CreateNamedPipe"));
    QVERIFY(explain(failure(win32, 995)).causes.front().calls.empty());
}

void ExplainTest::GeneralCauseIsSaidOnlyWhenNothingMoreExactIs()
{
    constexpr std::string_view general = "The peer has closed the pipe.";
    QVERIFY(!names(explain(failure(win32, 109, "ReadFile")), general));
    QVERIFY(!names(explain(failure(win32, 109)), general));
    QVERIFY(names(explain(failure(win32, 109, "ConnectNamedPipe")), general));
}

void ExplainTest::RoleNarrowsTheCalls()
{
    ExplainContext context;
    context.role = Role::Client;
    const Explanation client = explain(failure(win32, 231), context);
    QVERIFY(!names(client, "nMaxInstances"));
    QVERIFY(names(client, "All instances have a client"));
    context.role = Role::Server;
    const Explanation server = explain(failure(win32, 231), context);
    QVERIFY(names(server, "nMaxInstances"));
    QVERIFY(!names(server, "All instances have a client"));
}

void ExplainTest::TrueConditionsComeFirstAndFalseOnesAreOmitted()
{
    constexpr std::string_view direction = "The direction does not match";
    const Error error = failure(win32, 5, "CreateFile");
    QVERIFY(names(explain(error), direction));
    QVERIFY(!explain(error).causes.front().text.starts_with(direction));

    ExplainContext context;
    context.access = Access::Inbound;
    const Explanation inbound = explain(error, context);
    QVERIFY(inbound.causes.front().text.starts_with(direction));
    QVERIFY(inbound.causes.front().certain);
    QVERIFY(!inbound.causes.back().certain);

    context.access = Access::Duplex;
    QVERIFY(!names(explain(error, context), direction));

    context = {};
    context.firstInstance = false;
    QVERIFY(!names(explain(failure(win32, 5, "CreateNamedPipe"), context),
                   "FILE_FLAG_FIRST_PIPE_INSTANCE"));
}

void ExplainTest::ZeroTimeoutComesFirst()
{
    const Error error = failure(win32, 231, "CreateFile");
    ExplainContext context;
    context.timeout = std::chrono::milliseconds(0);
    QVERIFY(explain(error, context).causes.front().text.starts_with("Only one attempt was made"));
    QVERIFY(!names(explain(error, context), "Another client took the instance"));
    context.timeout = std::chrono::milliseconds(5000);
    QVERIFY(!names(explain(error, context), "Only one attempt was made"));
    QVERIFY(names(explain(error, context), "Another client took the instance"));
    QVERIFY(explain(failure(win32, 121, "WaitNamedPipe")).causes.front().text.find("50 ms")
            != std::string_view::npos);
}

void ExplainTest::ErrorThatSaysHowLongItWaitedIsBelieved()
{
    // Also where nobody knows the options of the attempt any more: in a file, in a banner.
    Error busy = failure(win32, 231, "CreateFile");
    busy.kind = ErrorKind::TimedOut;
    busy.detail = "All instances were busy for 5000 ms";
    QVERIFY(!names(explain(busy), "Only one attempt was made"));
    QVERIFY(names(explain(busy), "Another client took the instance"));
    Error waited = failure(win32, 121, "WaitNamedPipe");
    waited.kind = ErrorKind::TimedOut;
    waited.detail = "All instances were busy for 1000 ms";
    QVERIFY(!names(explain(waited), "50 ms"));
    QVERIFY(explain(waited).causes.front().text.starts_with("Other clients kept all instances"));
    for (const char* const detail : {"", " ms", "ms", "within 99999999999999999999 ms"}) {
        waited.detail = detail;
        QVERIFY2(names(explain(waited), "50 ms"), detail);
    }
}

void ExplainTest::RemoteNamesHaveCausesOfTheirOwn()
{
    const Error error = failure(win32, 2, "CreateFile");
    ExplainContext context;
    context.remote = true;
    QVERIFY(explain(error, context).causes.front().text.find("other computer")
            != std::string_view::npos);
    context.remote = false;
    QVERIFY(!names(explain(error, context), "other computer"));
    QVERIFY(names(explain(error), "other computer"));
}

void ExplainTest::AnotherCallStillGetsABestGuess()
{
    const Explanation found = explain(failure(win32, 535, "DisconnectNamedPipe"));
    QVERIFY(!found.causes.empty());
    QVERIFY(found.sentence.find("success") != std::string_view::npos);
    // 5 has no cause for any call: the causes of the other calls are the best guess.
    const Explanation odd = explain(failure(win32, 5, "DisconnectNamedPipe"));
    QVERIFY(odd.causes.size() > 5);
}

void ExplainTest::KindHelpsWhereTheCodeIsUnknown()
{
    Error error = failure(win32, 4'000, "ReadFile");
    error.kind = ErrorKind::PeerClosed;
    QCOMPARE(bytes(explain(error).sentence), QByteArray("The peer is gone."));
    QCOMPARE(explain(error).causes.size(), std::size_t{1});
    QVERIFY(explain(error).name.empty());

    const auto refused = refuse("instances is 300");
    QCOMPARE(bytes(explain(refused.error()).sentence),
             QByteArray("A value was refused before any system call was made."));
}

void ExplainTest::FilesAreNotExplainedAsPipes()
{
    QVERIFY(!names(explain(failure(win32, 5, "CreateFileW")), "pipe"));
    QVERIFY(!names(explain(failure(win32, 3, "CreateFileW")), "pipe"));
    QVERIFY(!names(explain(failure(unixErrno, 13, "open")), "socket"));
}

void ExplainTest::HintIsTheFirstCause()
{
    const Error error = failure(unixErrno, 111, "connect");
    const Cause first = explain(error).causes.front();
    QCOMPARE(bytes(hint(error)), bytes(first.text) + ' ' + bytes(first.action));
}

void ExplainTest::CodesAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isWin32");
    QTest::addColumn<unsigned>("code");
    QTest::addColumn<QByteArray>("status");
    const auto row = [](const char* text, ErrorDomain domain, unsigned code,
                        const char* status = "") {
        QTest::addRow("%s", text) << QByteArray(text) << (domain == win32) << code
                                  << QByteArray(status);
    };
    row("231", win32, 231);
    row("  231\t", win32, 231);
    row("0xE7", win32, 231);
    row("0Xe7", win32, 231);
    row("ERROR_PIPE_BUSY", win32, 231);
    row("error_pipe_busy", win32, 231);
    row("PIPE_BUSY", win32, 231);
    row("WAIT_TIMEOUT", win32, 258);
    row("RPC_X_BAD_STUB_DATA", win32, 1783);
    row("EPIPE", unixErrno, 32);
    row("econnrefused", unixErrno, 111);
    row("EWOULDBLOCK", unixErrno, 11);
    row("0x800700E7", win32, 231);
    row("0x8007006d", win32, 109);
    row("-2147024665", win32, 231);
    row("-2147024787", win32, 109);
    row("2147942631", win32, 231);
    row("0xC000014B", win32, 109, "STATUS_PIPE_BROKEN");
    row("0xD000014B", win32, 109, "STATUS_PIPE_BROKEN");
    row("0xC00000B0", win32, 233, "STATUS_PIPE_DISCONNECTED");
    row("0xC00000AB", win32, 231, "STATUS_INSTANCE_NOT_AVAILABLE");
    row("0xC00000AC", win32, 231, "STATUS_PIPE_NOT_AVAILABLE");
    row("0xC00000B1", win32, 232, "STATUS_PIPE_CLOSING");
    row("0xC00000D9", win32, 232, "STATUS_PIPE_EMPTY");
    row("status_pipe_listening", win32, 536, "STATUS_PIPE_LISTENING");
}

void ExplainTest::CodesAreUnderstood()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isWin32);
    QFETCH(unsigned, code);
    QFETCH(QByteArray, status);
    const auto found = parseCode({text.data(), std::size_t(text.size())}, win32);
    QVERIFY2(found, found ? "" : found.error().c_str());
    QCOMPARE(found->code, code);
    QCOMPARE(found->domain == win32, isWin32);
    QCOMPARE(bytes(found->status), status);
}

void ExplainTest::WrongCodesAreRefusedWithTheReason_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* text, const char* reason) {
        QTest::addRow("\"%s\"", text) << QByteArray(text) << QByteArray(reason);
    };
    row("", "missing code");
    row("   ", "missing code");
    row("0", "0 means success");
    row("busy pipe", "\"busy pipe\" is not a known code name");
    row("ERROR_", "not a known code name");
    row("23x", "character 3 is unexpected");
    row("0x", "is not a number");
    row("-", "is not a number");
    row("4999", "not a Win32 code returned by pipe calls; write");
    row("111000000000", "too large");
    row("99999999999999999999999", "too large");
    row("-99999999999", "too large");
    row("0x80040005", "neither an HRESULT");
    row("0xC0000999", "nor an NTSTATUS");
    row("98", "it is an errno");
}

void ExplainTest::WrongCodesAreRefusedWithTheReason()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, reason);
    const auto found = parseCode({text.data(), std::size_t(text.size())}, win32);
    QVERIFY(!found);
    QVERIFY2(QByteArray(found.error().c_str()).contains(reason), found.error().c_str());
}

void ExplainTest::BareNumberIsOfTheDomainAskedFor()
{
    QVERIFY(parseCode("32", win32)->domain == win32);
    QVERIFY(parseCode("32", unixErrno)->domain == unixErrno);
    // A name says itself whose it is.
    QVERIFY(parseCode("EPIPE", win32)->domain == unixErrno);
    QVERIFY(parseCode("ERROR_PIPE_BUSY", unixErrno)->domain == win32);
    QVERIFY(parseCode("0x800700E7", unixErrno)->domain == win32);
    const auto other = parseCode("231", unixErrno);
    QVERIFY(!other);
    QVERIFY2(other.error().find("it is a Win32 code") != std::string::npos, other.error().c_str());
    QVERIFY(ownDomain() == win32 || ownDomain() == unixErrno);
}

void ExplainTest::EveryNameLeadsBackToItsCode()
{
    for (const auto domain : {win32, unixErrno}) {
        for (const std::uint32_t code : explainedCodes(domain)) {
            const auto found = parseCode(symbolicName(domain, code));
            QVERIFY2(found, found ? "" : found.error().c_str());
            QCOMPARE(found->code, code);
            QVERIFY(found->domain == domain);
        }
    }
}

void ExplainTest::CallsAreFoundInAnySpelling()
{
    QCOMPARE(bytes(findCall("CreateFile")), QByteArray("CreateFile"));
    QCOMPARE(bytes(findCall("createfilew")), QByteArray("CreateFile"));
    QCOMPARE(bytes(findCall("CreateFileW")), QByteArray("CreateFile"));
    QCOMPARE(bytes(findCall("createnamedpipeA")), QByteArray("CreateNamedPipe"));
    QCOMPARE(bytes(findCall("waitnamedpipe")), QByteArray("WaitNamedPipe"));
    QCOMPARE(bytes(findCall("CONNECT")), QByteArray("connect"));
    QVERIFY(findCall("").empty());
    QVERIFY(findCall("W").empty());
    QVERIFY(findCall("CreateMutex").empty());
    QVERIFY(callDomain("CreateFile") == win32);
    QVERIFY(callDomain("connect") == unixErrno);
    QVERIFY(callDomain("open") == unixErrno);
    QVERIFY(callDomain("CreateMutex") == ErrorDomain::None);
}

PIPESCOPE_APPLESS_TEST(ExplainTest)
#include "tst_explain.moc"
