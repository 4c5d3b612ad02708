#include "backends/win32/inspection_request.h"
#include "backends/win32/security.h"
#include "pipecore/discovery/inspection.h"
#include "pipecore/win32/handle.h"
#include "runner/register.h"

#include <QTest>

#include <algorithm>
#include <string>

#include <windows.h>

using namespace pipecore;
using namespace pipecore::win32;

namespace {

std::string uniqueName()
{
    static int counter = 0;
    return "pipescope-inspect-" + std::to_string(GetCurrentProcessId()) + "-"
           + std::to_string(++counter);
}

FileHandle serve(const std::string& name, DWORD access, DWORD type, DWORD limit,
                 SECURITY_ATTRIBUTES* security = nullptr)
{
    return FileHandle(CreateNamedPipeA((R"(\\.\pipe\)" + name).c_str(), access, type, limit, 1000,
                                       2000, 0, security));
}

} // namespace

/// Looking at one pipe from outside.
class Win32InspectionTest : public QObject
{
    Q_OBJECT

private slots:
    // Arguments of CreateFile: the least access, and no impersonation.
    void OpensWithLeastAccess()
    {
        QCOMPARE(inspectionRights, DWORD{0x00020080}); // READ_CONTROL, FILE_READ_ATTRIBUTES
        QCOMPARE(inspectionRightsWithoutSecurity, DWORD{0x00000080}); // FILE_READ_ATTRIBUTES
        QCOMPARE(inspectionFlags,
                 DWORD{0x00110000}); // SECURITY_SQOS_PRESENT, SECURITY_IDENTIFICATION
    }

    void PipeTellsWhatItIs_data()
    {
        QTest::addColumn<quint32>("access");
        QTest::addColumn<quint32>("type");
        QTest::addColumn<quint32>("limit");
        QTest::newRow("message, inbound")
            << quint32{PIPE_ACCESS_INBOUND} << quint32{PIPE_TYPE_MESSAGE} << quint32{3};
        QTest::newRow("byte, outbound")
            << quint32{PIPE_ACCESS_OUTBOUND} << quint32{PIPE_TYPE_BYTE} << quint32{1};
        QTest::newRow("byte, duplex") << quint32{PIPE_ACCESS_DUPLEX} << quint32{PIPE_TYPE_BYTE}
                                      << quint32{PIPE_UNLIMITED_INSTANCES};
    }
    void PipeTellsWhatItIs()
    {
        QFETCH(const quint32, access);
        QFETCH(const quint32, type);
        QFETCH(const quint32, limit);
        const std::string name = uniqueName();
        const FileHandle server = serve(name, access, type, limit);
        QVERIFY(bool(server));
        const auto pipe = inspectPipe(name);
        QVERIFY2(pipe, pipe ? "" : describe(pipe.error()).c_str());
        QCOMPARE(pipe->path, R"(\\.\pipe\)" + name);
        QVERIFY(pipe->type == (type == PIPE_TYPE_MESSAGE ? PipeMode::Message : PipeMode::Byte));
        QVERIFY(pipe->readMode == PipeMode::Byte); // as a client's is at first
        QVERIFY(pipe->access
                == (access == PIPE_ACCESS_INBOUND    ? Access::Inbound
                    : access == PIPE_ACCESS_OUTBOUND ? Access::Outbound
                                                     : Access::Duplex));
        QVERIFY(pipe->limit == (limit == PIPE_UNLIMITED_INSTANCES ? 0 : limit));
        QVERIFY(pipe->instances == 1U);
        QVERIFY(pipe->outBufferSize == 1000U);
        QVERIFY(pipe->inBufferSize == 2000U);
        QVERIFY(pipe->processId == std::uint32_t{GetCurrentProcessId()});
        QVERIFY(pipe->image && pipe->image->ends_with("\\test_core.exe"));
        QVERIFY(pipe->session);
        QVERIFY(!pipe->connected && doesNotApply(pipe->connected.error()));
    }

    void SecurityReadsBack()
    {
        const std::string name = uniqueName();
        const auto security = PipeSecurity::ownerOnly();
        QVERIFY(security);
        SECURITY_ATTRIBUTES attributes = security->attributes();
        const FileHandle server = serve(name, PIPE_ACCESS_DUPLEX, PIPE_TYPE_BYTE, 1, &attributes);
        const auto pipe = inspectPipe(name);
        QVERIFY(pipe);
        QVERIFY2(pipe->security, pipe->security ? "" : describe(pipe->security.error()).c_str());
        const std::string& sddl = *pipe->security;
        // Three entries: who made it, Administrators and SYSTEM; all of the rights.
        QVERIFY2(sddl.contains("D:") && sddl.contains(";;;BA)") && sddl.contains(";;;SY)"),
                 sddl.c_str());
        QCOMPARE(std::ranges::count(sddl, '('), std::ptrdiff_t{3});
        QVERIFY2(sddl.contains("(A;;FA;;;") || sddl.contains("(A;;0x1f01ff;;;"), sddl.c_str());
    }

    // The handle is closed: the instance is free again as soon as its server has seen that.
    void NothingStaysOpen()
    {
        const std::string name = uniqueName();
        const FileHandle server = serve(name, PIPE_ACCESS_DUPLEX, PIPE_TYPE_BYTE, 1);
        QVERIFY(inspectPipe(name));
        QVERIFY(ConnectNamedPipe(server.get(), nullptr) == FALSE);
        QCOMPARE(GetLastError(), DWORD{ERROR_NO_DATA}); // came and left
        QVERIFY(DisconnectNamedPipe(server.get()) != FALSE);
    }

    void BusyPipeIsBusy()
    {
        const std::string name = uniqueName();
        const FileHandle server = serve(name, PIPE_ACCESS_DUPLEX, PIPE_TYPE_BYTE, 1);
        const FileHandle client(CreateFileA((R"(\\.\pipe\)" + name).c_str(), GENERIC_READ, 0,
                                            nullptr, OPEN_EXISTING, 0, nullptr));
        QVERIFY(bool(client));
        const auto pipe = inspectPipe(name);
        QVERIFY(!pipe);
        QCOMPARE(pipe.error().kind, ErrorKind::Busy);
    }

    void MissingPipeIsNotFound()
    {
        const auto pipe = inspectPipe(uniqueName());
        QVERIFY(!pipe);
        QCOMPARE(pipe.error().kind, ErrorKind::NotFound);
        QVERIFY(pipe.error().api == "CreateFile");
    }

    // Winsock's pipes have such names.
    void NameWithABackslashIsLookedAt()
    {
        const std::string name = uniqueName() + R"(\part)";
        const FileHandle server = serve(name, PIPE_ACCESS_DUPLEX, PIPE_TYPE_BYTE, 1);
        QVERIFY(bool(server));
        const auto pipe = inspectPipe(name);
        QVERIFY2(pipe, pipe ? "" : describe(pipe.error()).c_str());
        QCOMPARE(pipe->path, R"(\\.\pipe\)" + name);
    }
};

PIPESCOPE_APPLESS_TEST(Win32InspectionTest)
#include "tst_win32_inspection.moc"
