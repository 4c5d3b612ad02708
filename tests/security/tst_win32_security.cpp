#include "security_text.h"

#include "backends/win32/security.h"
#include "backends/win32/token.h"
#include "backends/win32/win32_error.h"
#include "pipecore/discovery/pipe_security.h"
#include "pipecore/win32/handle.h"
#include "runner/register.h"

#include <QTest>

#include <memory>

#include <sddl.h>
#include <windows.h>

using namespace pipecore;
using namespace pipecore::win32;

/// Our reading of descriptors beside the system's, and descriptors of pipes that are there.
class Win32SecurityTest : public QObject
{
    Q_OBJECT

private slots:
    void SystemReadsTheSameFromText_data();
    void SystemReadsTheSameFromText();
    void SystemReadsBytesOfOurs();
    void PipeHasTheDescriptorItWasGiven_data();
    void PipeHasTheDescriptorItWasGiven();
    void PipeWithoutAServerIsNotFound();
    void AccountsAreFoundByName();
    void OwnTokenIsRead();
    void EffectiveRightsAreThoseOfAccessCheck_data();
    void EffectiveRightsAreThoseOfAccessCheck();
};

namespace {

using LocalMemory = std::unique_ptr<void, decltype(&LocalFree)>;

QString uniquePipe()
{
    static int counter = 0;
    return QStringLiteral(R"(\\.\pipe\pipescope-security-%1-%2)")
        .arg(GetCurrentProcessId())
        .arg(++counter);
}

FileHandle makePipe(const QString& name, const PipeSecurity& security)
{
    SECURITY_ATTRIBUTES attributes = security.attributes();
    return FileHandle(CreateNamedPipeW(name.toStdWString().c_str(), PIPE_ACCESS_DUPLEX,
                                       PIPE_TYPE_MESSAGE, 1, 0, 0, 0, &attributes));
}

} // namespace

void Win32SecurityTest::SystemReadsTheSameFromText_data()
{
    QTest::addColumn<QByteArray>("sddl");
    for (const char* text : {
             "D:(A;;FA;;;SY)",
             "O:BAG:SYD:P(A;;FA;;;SY)(A;;FA;;;BA)",
             "D:PAI(A;OICI;FR;;;WD)(D;;FW;;;AN)",
             "D:(A;;0x12019b;;;AU)",
             "D:(A;;GRGW;;;IU)(A;;GA;;;NU)(A;;GX;;;SU)",
             "D:(A;;RCSDWDWO;;;LS)(A;;CCDCLCSWRPWPDTLOCR;;;NS)",
             "D:(A;;FRFWFX;;;BU)(A;;KA;;;BG)",
             "D:(A;IOIDNP;FA;;;CO)",
             "D:(A;;FA;;;S-1-5-21-1-2-3-1001)",
             "D:(A;;FR;;;S-1-15-2-1)",
             "S:(ML;;NW;;;LW)",
             "S:(ML;;NWNRNX;;;S-1-16-12288)",
             "S:(AU;SAFA;FA;;;WD)",
             "O:SYG:SYD:(A;;FA;;;SY)S:(ML;;NW;;;ME)",
             "D:NO_ACCESS_CONTROL",
             "D:",
             "D:P",
         }) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void Win32SecurityTest::SystemReadsTheSameFromText()
{
    QFETCH(QByteArray, sddl);
    PSECURITY_DESCRIPTOR theirs = nullptr;
    ULONG size = 0;
    const std::wstring text = QString::fromLatin1(sddl).toStdWString();
    if (ConvertStringSecurityDescriptorToSecurityDescriptorW(text.c_str(), SDDL_REVISION_1, &theirs,
                                                             &size)
        == FALSE) {
        const DWORD code = GetLastError();
        QSKIP(qPrintable(QStringLiteral("this system does not read it: error %1").arg(code)));
    }
    const LocalMemory owned(theirs, &LocalFree);
    const auto parsed = parseDescriptor(ByteView(static_cast<const std::byte*>(theirs), size));
    QVERIFY2(parsed, parsed ? "" : parsed.error().detail.c_str());
    if (sddl.contains("NO_ACCESS_CONTROL") && !parsed->dacl->isNull) {
        QSKIP("Wine reads NO_ACCESS_CONTROL as an empty list: needs Windows");
    }
    const auto ours = formatSddl(descriptorOf(sddl.constData()));
    const auto read = formatSddl(*parsed);
    QVERIFY(ours && read);
    QCOMPARE(toQ(*read), toQ(*ours));
}

void Win32SecurityTest::SystemReadsBytesOfOurs()
{
    const auto security = PipeSecurity::from(
        descriptorOf("O:BAG:SYD:PAI(D;;FA;;;AN)(A;OICIID;0x12019b;;;AU)S:(ML;;NW;;;LW)"));
    QVERIFY(security);
    void* const bytes = security->attributes().lpSecurityDescriptor;
    QVERIFY(IsValidSecurityDescriptor(bytes) != FALSE);
    wchar_t* text = nullptr;
    QVERIFY(ConvertSecurityDescriptorToStringSecurityDescriptorW(
                bytes, SDDL_REVISION_1,
                OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION
                    | LABEL_SECURITY_INFORMATION,
                &text, nullptr)
            != FALSE);
    const LocalMemory owned(text, &LocalFree);
    const QByteArray written = QString::fromWCharArray(text).toLatin1();
    qInfo("the system writes %s", written.constData());
    QVERIFY(written.startsWith("O:BAG:SYD:PAI(D;;FA;;;AN)"));
    const auto again = parseSddl(written.toStdString());
    QVERIFY(again);
    QVERIFY(again->dacl == parseDescriptor(*toBytes(*again))->dacl);
}

void Win32SecurityTest::PipeHasTheDescriptorItWasGiven_data()
{
    QTest::addColumn<QByteArray>("sddl");
    for (const char* text :
         {"D:P(A;;FA;;;SY)(A;;FA;;;BA)(A;;FA;;;WD)", "D:(D;;FW;;;AN)(A;;FA;;;WD)",
          "D:NO_ACCESS_CONTROL", "D:(A;;FA;;;WD)S:(ML;;NW;;;LW)"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void Win32SecurityTest::PipeHasTheDescriptorItWasGiven()
{
    QFETCH(QByteArray, sddl);
    const SecurityDescriptor wanted = descriptorOf(sddl.constData());
    const auto security = PipeSecurity::from(wanted);
    QVERIFY(security);
    const QString name = uniquePipe();
    const FileHandle pipe = makePipe(name, *security);
    QVERIFY(pipe);
    const auto live = readSecurity(*PipeName::parse(name.toStdString()));
    QVERIFY2(live, live ? "" : describe(live.error()).c_str());
    QVERIFY(live->descriptor && !live->socket);
    const auto text = formatSddl(*live->descriptor);
    QVERIFY(text);
    qInfo("%s", text->c_str());
    QVERIFY(live->descriptor->dacl);
    QVERIFY2(live->descriptor->dacl->isNull == wanted.dacl->isNull, text->c_str());
    QVERIFY2(live->descriptor->dacl->entries == wanted.dacl->entries, text->c_str());
    QVERIFY(live->descriptor->owner);
    QVERIFY(live->serverUser == *currentUser());
    if (wanted.label() != nullptr && live->descriptor->label() == nullptr) {
        QSKIP("this system does not give the label back: needs Windows");
    }
    QVERIFY((wanted.label() == nullptr) == (live->descriptor->label() == nullptr));
}

void Win32SecurityTest::PipeWithoutAServerIsNotFound()
{
    const auto live = readSecurity(*PipeName::parse(uniquePipe().toStdString()));
    QVERIFY(!live);
    QCOMPARE(live.error().kind, ErrorKind::NotFound);
    QCOMPARE(live.error().api, "CreateFile");
}

void Win32SecurityTest::AccountsAreFoundByName()
{
    QVERIFY(findAccount("S-1-5-18") == sids::system());
    QVERIFY(findAccount("wd") == sids::everyone());
    QVERIFY(findAccount("authenticated users") == sids::authenticatedUsers());
    const auto user = currentUser();
    QVERIFY(user);
    const auto name = accountName(*user);
    QVERIFY2(name, name ? "" : describe(name.error()).c_str());
    QVERIFY2(name->find('\\') != std::string::npos, name->c_str());
    const auto again = findAccount(*name);
    QVERIFY2(again, again ? "" : describe(again.error()).c_str());
    QVERIFY(*again == *user);
    const auto nobody = findAccount("nobody of this name");
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().kind, ErrorKind::NotFound);
    QVERIFY(!accountName(Sid(5, {21, 9, 9, 9, 4711})));
}

void Win32SecurityTest::OwnTokenIsRead()
{
    const auto subject = currentSubject();
    QVERIFY(subject);
    QVERIFY(subject->sids.front() == *currentUser());
    QVERIFY(std::ranges::find(subject->sids, sids::everyone()) != subject->sids.end());
    QVERIFY(subject->integrity >= lowIntegrity && subject->integrity <= systemIntegrity);
    QVERIFY(userOfProcess(GetCurrentProcessId()) == *currentUser());
    QVERIFY(!userOfProcess(3));
}

void Win32SecurityTest::EffectiveRightsAreThoseOfAccessCheck_data()
{
    QTest::addColumn<QByteArray>("sddl");
    for (const char* text : {"O:SYG:SYD:(A;;FA;;;WD)", "O:SYG:SYD:(A;;FR;;;WD)(A;;FW;;;AU)",
                             "O:SYG:SYD:(D;;FW;;;WD)(A;;FA;;;WD)",
                             "O:SYG:SYD:(A;;FA;;;WD)(D;;FW;;;WD)", "O:SYG:SYD:(A;;0x12019b;;;WD)",
                             "O:SYG:SYD:(A;;GR;;;WD)", "O:SYG:SYD:(A;IO;FA;;;WD)(A;;FR;;;WD)",
                             "O:SYG:SYD:NO_ACCESS_CONTROL", "O:SYG:SYD:(A;;FR;;;WD)(A;;FA;;;LS)"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void Win32SecurityTest::EffectiveRightsAreThoseOfAccessCheck()
{
    QFETCH(QByteArray, sddl);
    const SecurityDescriptor descriptor = descriptorOf(sddl.constData());
    QVERIFY(ImpersonateSelf(SecurityIdentification) != FALSE);
    HANDLE opened = nullptr;
    const BOOL gotToken = OpenThreadToken(GetCurrentThread(), TOKEN_QUERY, TRUE, &opened);
    QVERIFY(RevertToSelf() != FALSE);
    QVERIFY(gotToken != FALSE);
    const KernelHandle token(opened);
    GENERIC_MAPPING mapping{FILE_GENERIC_READ, FILE_GENERIC_WRITE, FILE_GENERIC_EXECUTE,
                            FILE_ALL_ACCESS};
    // Wine wants the generic rights of the entries mapped, as they are in every live object.
    SecurityDescriptor mapped = descriptor;
    for (SecurityEntry& entry : mapped.dacl->entries) {
        entry.mask = mapGeneric(entry.mask);
    }
    const auto mappedSecurity = PipeSecurity::from(mapped);
    QVERIFY(mappedSecurity);
    // Right by right: asked for MAXIMUM_ALLOWED, Wine lets denials win wherever they stand.
    AccessMask theirs = 0;
    for (const RightName& right : pipeRights()) {
        if ((right.bit & rights::fileAll) == 0) {
            continue;
        }
        PRIVILEGE_SET privileges{};
        DWORD privilegesSize = sizeof(privileges);
        DWORD granted = 0;
        BOOL allowed = FALSE;
        QVERIFY(AccessCheck(mappedSecurity->attributes().lpSecurityDescriptor, token.get(),
                            right.bit, &mapping, &privileges, &privilegesSize, &granted, &allowed)
                != FALSE);
        theirs |= allowed != FALSE ? right.bit : 0;
    }
    const auto subject = currentSubject();
    QVERIFY(subject);
    QCOMPARE(quint32(theirs), quint32(effectiveRights(descriptor, *subject).granted));
}

PIPESCOPE_GUILESS_TEST(Win32SecurityTest)
#include "tst_win32_security.moc"
