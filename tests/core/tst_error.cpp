#include "pipecore/base/error.h"
#include "runner/register.h"

#include <QTest>

#include <set>

using namespace pipecore;

namespace {

constexpr auto lastKind = static_cast<unsigned>(ErrorKind::Io);

Error nativeError(ErrorKind kind, ErrorDomain domain, std::uint32_t code, std::string_view api)
{
    return Error{kind, domain, code, api, {}};
}

} // namespace

class ErrorTest : public QObject
{
    Q_OBJECT

private slots:
    void SymbolicNames_data();
    void SymbolicNames();
    void UnknownCodesHaveNoName();
    void NamesLeadBackToTheirCodes();
    void SameNumberDiffersByDomain();
    void KindsHaveNamesOfTheirOwn();
    void DescribeSaysCallCodeNameKindDetail();
    void DescribeWithoutSystemCall();
    void DescribeUnknownCodeKeepsTheNumber();
    void EveryKindHasAHint();
    void HintDependsOnCodeAndCall();
    void RefuseIsInvalidArgument();
    void PhraseKeepsItsValuesForOtherLanguages();
};

void ErrorTest::SymbolicNames_data()
{
    QTest::addColumn<bool>("win32");
    QTest::addColumn<unsigned>("code");
    QTest::addColumn<QByteArray>("name");

    const auto win32 = [](unsigned code, const char* name) {
        QTest::addRow("Win32 %u", code) << true << code << QByteArray(name);
    };
    const auto linuxErrno = [](unsigned code, const char* name) {
        QTest::addRow("errno %u", code) << false << code << QByteArray(name);
    };
    win32(2, "ERROR_FILE_NOT_FOUND");
    win32(3, "ERROR_PATH_NOT_FOUND");
    win32(5, "ERROR_ACCESS_DENIED");
    win32(6, "ERROR_INVALID_HANDLE");
    win32(8, "ERROR_NOT_ENOUGH_MEMORY");
    win32(53, "ERROR_BAD_NETPATH");
    win32(67, "ERROR_BAD_NET_NAME");
    win32(87, "ERROR_INVALID_PARAMETER");
    win32(109, "ERROR_BROKEN_PIPE");
    win32(121, "ERROR_SEM_TIMEOUT");
    win32(122, "ERROR_INSUFFICIENT_BUFFER");
    win32(123, "ERROR_INVALID_NAME");
    win32(161, "ERROR_BAD_PATHNAME");
    win32(183, "ERROR_ALREADY_EXISTS");
    win32(187, "ERROR_SEM_NOT_FOUND");
    win32(206, "ERROR_FILENAME_EXCED_RANGE");
    win32(230, "ERROR_BAD_PIPE");
    win32(231, "ERROR_PIPE_BUSY");
    win32(232, "ERROR_NO_DATA");
    win32(233, "ERROR_PIPE_NOT_CONNECTED");
    win32(234, "ERROR_MORE_DATA");
    win32(258, "WAIT_TIMEOUT");
    win32(535, "ERROR_PIPE_CONNECTED");
    win32(536, "ERROR_PIPE_LISTENING");
    win32(995, "ERROR_OPERATION_ABORTED");
    win32(996, "ERROR_IO_INCOMPLETE");
    win32(997, "ERROR_IO_PENDING");
    win32(1168, "ERROR_NOT_FOUND");
    win32(1314, "ERROR_PRIVILEGE_NOT_HELD");
    win32(1326, "ERROR_LOGON_FAILURE");
    win32(1346, "ERROR_BAD_IMPERSONATION_LEVEL");
    win32(1368, "ERROR_CANNOT_IMPERSONATE");
    win32(1450, "ERROR_NO_SYSTEM_RESOURCES");
    win32(1783, "RPC_X_BAD_STUB_DATA");
    linuxErrno(1, "EPERM");
    linuxErrno(2, "ENOENT");
    linuxErrno(4, "EINTR");
    linuxErrno(11, "EAGAIN");
    linuxErrno(13, "EACCES");
    linuxErrno(24, "EMFILE");
    linuxErrno(32, "EPIPE");
    linuxErrno(36, "ENAMETOOLONG");
    linuxErrno(90, "EMSGSIZE");
    linuxErrno(91, "EPROTOTYPE");
    linuxErrno(98, "EADDRINUSE");
    linuxErrno(103, "ECONNABORTED");
    linuxErrno(104, "ECONNRESET");
    linuxErrno(105, "ENOBUFS");
    linuxErrno(106, "EISCONN");
    linuxErrno(107, "ENOTCONN");
    linuxErrno(110, "ETIMEDOUT");
    linuxErrno(111, "ECONNREFUSED");
    linuxErrno(115, "EINPROGRESS");
    linuxErrno(122, "EDQUOT");
    linuxErrno(125, "ECANCELED");
}

void ErrorTest::SymbolicNames()
{
    QFETCH(bool, win32);
    QFETCH(unsigned, code);
    QFETCH(QByteArray, name);
    const auto found = symbolicName(win32 ? ErrorDomain::Win32 : ErrorDomain::Errno, code);
    QCOMPARE(QByteArray(found.data(), qsizetype(found.size())), name);
}

void ErrorTest::UnknownCodesHaveNoName()
{
    QVERIFY(symbolicName(ErrorDomain::Win32, 0).empty());
    QVERIFY(symbolicName(ErrorDomain::Win32, 4000000000U).empty());
    QVERIFY(symbolicName(ErrorDomain::Errno, 0).empty());
    QVERIFY(symbolicName(ErrorDomain::Errno, 4095).empty());
    QVERIFY(symbolicName(ErrorDomain::None, 5).empty());
}

void ErrorTest::NamesLeadBackToTheirCodes()
{
    QVERIFY(codeNamed(ErrorDomain::Win32, "ERROR_PIPE_BUSY") == 231U);
    QVERIFY(codeNamed(ErrorDomain::Errno, "EPIPE") == 32U);
    QVERIFY(!codeNamed(ErrorDomain::Win32, "EPIPE"));
    QVERIFY(!codeNamed(ErrorDomain::Errno, ""));
    QVERIFY(!codeNamed(ErrorDomain::None, "EPIPE"));
}

void ErrorTest::SameNumberDiffersByDomain()
{
    QVERIFY(symbolicName(ErrorDomain::Win32, 122) == "ERROR_INSUFFICIENT_BUFFER");
    QVERIFY(symbolicName(ErrorDomain::Errno, 122) == "EDQUOT");
}

void ErrorTest::KindsHaveNamesOfTheirOwn()
{
    std::set<std::string_view> names;
    for (unsigned kind = 0; kind <= lastKind; ++kind) {
        const auto name = kindName(static_cast<ErrorKind>(kind));
        QVERIFY2(!name.empty(), qPrintable(QString::number(kind)));
        QVERIFY2(names.insert(name).second, name.data());
    }
}

void ErrorTest::DescribeSaysCallCodeNameKindDetail()
{
    Error error = nativeError(ErrorKind::Busy, ErrorDomain::Win32, 231, "CreateFile");
    QVERIFY(describe(error) == "CreateFile failed: 231 ERROR_PIPE_BUSY (busy)");
    error.detail = R"(all 2 instances of \\.\pipe\orders are taken)";
    QVERIFY(describe(error)
            == "CreateFile failed: 231 ERROR_PIPE_BUSY (busy): "
               R"(all 2 instances of \\.\pipe\orders are taken)");
}

void ErrorTest::DescribeWithoutSystemCall()
{
    const auto refused = refuse("instances is 300: 0 to 254 are allowed");
    QVERIFY(describe(refused.error())
            == "invalid argument: instances is 300: 0 to 254 are allowed");
}

void ErrorTest::DescribeUnknownCodeKeepsTheNumber()
{
    const Error error = nativeError(ErrorKind::Io, ErrorDomain::Errno, 4095, "recvmsg");
    QVERIFY(describe(error) == "recvmsg failed: 4095 (input/output error)");
}

void ErrorTest::EveryKindHasAHint()
{
    std::set<std::string> hints;
    for (unsigned kind = 0; kind <= lastKind; ++kind) {
        Error error;
        error.kind = static_cast<ErrorKind>(kind);
        const auto sentence = hint(error);
        QVERIFY2(sentence.ends_with('.'), qPrintable(QString::number(kind)));
        QVERIFY2(hints.insert(sentence).second, sentence.c_str());
    }
}

void ErrorTest::HintDependsOnCodeAndCall()
{
    const Error opening =
        nativeError(ErrorKind::AccessDenied, ErrorDomain::Win32, 5, "CreateFileW");
    const Error creating =
        nativeError(ErrorKind::AccessDenied, ErrorDomain::Win32, 5, "CreateNamedPipe");
    const Error elsewhere = nativeError(ErrorKind::AccessDenied, ErrorDomain::Win32, 5, "ReadFile");
    QVERIFY(hint(opening) != hint(creating));
    QVERIFY(hint(opening) != hint(elsewhere));
    QVERIFY(hint(creating) != hint(elsewhere));

    const Error missing = nativeError(ErrorKind::NotFound, ErrorDomain::Errno, 2, "connect");
    const Error dead = nativeError(ErrorKind::NotFound, ErrorDomain::Errno, 111, "connect");
    QVERIFY(hint(missing) != hint(dead));
}

void ErrorTest::RefuseIsInvalidArgument()
{
    const auto refused = refuse("why");
    QVERIFY(refused.error().kind == ErrorKind::InvalidArgument);
    QVERIFY(refused.error().domain == ErrorDomain::None);
    QVERIFY(refused.error().detail == "why");
    QVERIFY(refuse("later", ErrorKind::WouldBlock).error().kind == ErrorKind::WouldBlock);
}

void ErrorTest::PhraseKeepsItsValuesForOtherLanguages()
{
    const Error error = refusePhrase({"%2 is more than %1", {"4", "%1"}}, ErrorKind::Busy).error();
    QCOMPARE(error.kind, ErrorKind::Busy);
    // Inserted values are not searched for placeholders.
    QCOMPARE(error.detail, std::string("%1 is more than 4"));
    QCOMPARE(fillIn("%1 < %2", error.phrase.values), std::string("4 < %1"));
    // A place without a value, and what is no place.
    QCOMPARE(fillIn("%3 %0 100% %", error.phrase.values), std::string("%3 %0 100% %"));
    QVERIFY(refuse("free text").error().phrase == Phrase{});
}

PIPESCOPE_APPLESS_TEST(ErrorTest)
#include "tst_error.moc"
