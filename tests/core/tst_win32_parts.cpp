#include "backends/win32/process_info.h"
#include "backends/win32/security.h"
#include "backends/win32/utf16.h"
#include "backends/win32/win32_error.h"
#include "runner/register.h"

#include <QTest>

#include <array>

using namespace pipecore;
using namespace pipecore::win32;

/// The small parts of the Windows backend: errors, text, security, processes.
class TestWin32Parts : public QObject
{
    Q_OBJECT

private slots:
    void ErrorKinds_data()
    {
        QTest::addColumn<QByteArray>("api");
        QTest::addColumn<quint32>("code");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char* api, DWORD code, ErrorKind kind) {
            QTest::addRow("%s %lu", api, code) << QByteArray(api) << quint32{code} << kind;
        };
        row("CreateFile", 2, ErrorKind::NotFound);
        row("CreateFile", 3, ErrorKind::NotFound);
        row("CreateFile", 53, ErrorKind::NotFound);
        row("CreateFile", 67, ErrorKind::NotFound);
        row("CreateFile", 231, ErrorKind::Busy);
        row("CreateFile", 5, ErrorKind::AccessDenied);
        row("CreateFile", 1326, ErrorKind::AccessDenied);
        row("CreateFile", 123, ErrorKind::InvalidArgument);
        row("CreateNamedPipe", 5, ErrorKind::AccessDenied);
        row("CreateNamedPipe", 231, ErrorKind::InstanceLimit);
        row("CreateNamedPipe", 8, ErrorKind::Resources);
        row("ConnectNamedPipe", 232, ErrorKind::ClientGone);
        row("ConnectNamedPipe", 676, ErrorKind::Cancelled);
        row("SetNamedPipeHandleState", 87, ErrorKind::WrongType);
        row("OpenProcess", 87, ErrorKind::NotFound);
        row("ReadFile", 109, ErrorKind::PeerClosed);
        row("ReadFile", 233, ErrorKind::PeerClosed);
        row("ReadFile", 995, ErrorKind::Cancelled);
        row("WriteFile", 232, ErrorKind::PeerClosed);
        row("WriteFile", 1450, ErrorKind::Resources);
        row("WriteFile", 1816, ErrorKind::Resources);
        row("WriteFile", 87, ErrorKind::InvalidArgument);
        row("WaitNamedPipe", 121, ErrorKind::TimedOut);
        row("WaitNamedPipe", 258, ErrorKind::TimedOut);
        row("ImpersonateNamedPipeClient", 50, ErrorKind::NotSupported);
        row("ReadFile", 31, ErrorKind::Io);
    }
    void ErrorKinds()
    {
        QFETCH(const QByteArray, api);
        QFETCH(const quint32, code);
        QTEST(kindOf(api.toStdString(), code), "kind");
    }

    void LastErrorIsTheThreadsOwn()
    {
        SetLastError(ERROR_PIPE_BUSY);
        const Error error = lastError("CreateFile");
        QCOMPARE(error.code, std::uint32_t{231});
        QCOMPARE(error.domain, ErrorDomain::Win32);
        QCOMPARE(error.kind, ErrorKind::Busy);
        QVERIFY(error.api == "CreateFile");
    }

    void TextGoesThereAndBack()
    {
        const std::string original = "Gr\xC3\xBC\xC3\x9F"
                                     "e \xF0\x9F\x98\x80"; // 2 and 4 byte characters
        const auto wide = toUtf16(original);
        QVERIFY(wide);
        QCOMPARE(wide->size(), std::size_t{8}); // the last one is a surrogate pair
        QVERIFY(toUtf8(*wide).value() == original);
        QVERIFY(toUtf16("").value().empty());
        QVERIFY(toUtf8(L"").value().empty());
    }

    void BrokenTextIsAnError()
    {
        QVERIFY(!toUtf16("\xC3"));
        QVERIFY(!toUtf16("\xED\xA0\x80")); // a surrogate in UTF-8
        QVERIFY(!toUtf16("\xFF"));
        QVERIFY(!toUtf8(std::wstring(1, wchar_t{0xD800})));
    }

    // Full access for three, and no entry for anybody else.
    void PipesAreForTheirOwner()
    {
        const auto security = PipeSecurity::ownerOnly();
        QVERIFY(security);
        const SECURITY_ATTRIBUTES attributes = security->attributes();
        QVERIFY(IsValidSecurityDescriptor(attributes.lpSecurityDescriptor) != FALSE);
        QCOMPARE(attributes.bInheritHandle, FALSE);

        BOOL present = FALSE;
        BOOL defaulted = TRUE;
        PACL list = nullptr;
        QVERIFY(
            GetSecurityDescriptorDacl(attributes.lpSecurityDescriptor, &present, &list, &defaulted)
            != FALSE);
        QVERIFY(present != FALSE && list != nullptr);
        QCOMPARE(int{list->AceCount}, 3);
        const std::array types{WinBuiltinAdministratorsSid, WinLocalSystemSid};
        for (DWORD i = 0; i < list->AceCount; ++i) {
            void* entry = nullptr;
            QVERIFY(GetAce(list, i, &entry) != FALSE);
            auto* allowed = static_cast<ACCESS_ALLOWED_ACE*>(entry);
            QCOMPARE(int{allowed->Header.AceType}, int{ACCESS_ALLOWED_ACE_TYPE});
            QCOMPARE(allowed->Mask, DWORD{FILE_ALL_ACCESS});
            const PSID sid = &allowed->SidStart;
            if (i > 0) {
                QVERIFY(IsWellKnownSid(sid, types[i - 1]) != FALSE);
            }
            QVERIFY(IsWellKnownSid(sid, WinWorldSid) == FALSE);
        }
        // Programs of low integrity can neither write nor read, whoever runs them.
        PACL labels = nullptr;
        QVERIFY(GetSecurityDescriptorSacl(attributes.lpSecurityDescriptor, &present, &labels,
                                          &defaulted)
                != FALSE);
        QVERIFY(present != FALSE && labels != nullptr);
        QCOMPARE(int{labels->AceCount}, 1);
        void* entry = nullptr;
        QVERIFY(GetAce(labels, 0, &entry) != FALSE);
        const auto* label = static_cast<SYSTEM_MANDATORY_LABEL_ACE*>(entry);
        QCOMPARE(int{label->Header.AceType}, int{SYSTEM_MANDATORY_LABEL_ACE_TYPE});
        QCOMPARE(label->Mask,
                 DWORD{SYSTEM_MANDATORY_LABEL_NO_READ_UP | SYSTEM_MANDATORY_LABEL_NO_WRITE_UP});
    }

    void ImageOfThisProcess()
    {
        const auto image = processImage(GetCurrentProcessId());
        QVERIFY(image);
        QVERIFY(QByteArray::fromStdString(*image).endsWith("\\test_core.exe"));
    }

    void ImageOfAMissingProcessIsNotFound()
    {
        // Process numbers on Windows are multiples of four.
        const auto image = processImage(0xFFFFFFFD);
        QVERIFY(!image);
        QCOMPARE(image.error().kind, ErrorKind::NotFound);
        QVERIFY(image.error().api == "OpenProcess");
    }
};

PIPESCOPE_APPLESS_TEST(TestWin32Parts)
#include "tst_win32_parts.moc"
