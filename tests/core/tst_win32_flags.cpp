#include "win32/flags.h"

#include <QTest>

using namespace pipecore;
using namespace pipecore::win32;

namespace {

ClientOptions client(ClientAccess access, PipeMode mode)
{
    ClientOptions options;
    options.access = access;
    options.mode = mode;
    return options;
}

} // namespace

/// From options to the arguments of CreateNamedPipe and CreateFile, as numbers of the Windows
/// headers.
class TestWin32Flags : public QObject
{
    Q_OBJECT

private slots:
    void ServerOpenMode_data()
    {
        QTest::addColumn<Access>("access");
        QTest::addColumn<bool>("first");
        QTest::addColumn<quint32>("expected");
        QTest::newRow("duplex, first") << Access::Duplex << true << 0x40080003U;
        QTest::newRow("duplex, next") << Access::Duplex << false << 0x40000003U;
        QTest::newRow("inbound, first") << Access::Inbound << true << 0x40080001U;
        QTest::newRow("inbound, next") << Access::Inbound << false << 0x40000001U;
        QTest::newRow("outbound, first") << Access::Outbound << true << 0x40080002U;
        QTest::newRow("outbound, next") << Access::Outbound << false << 0x40000002U;
    }
    void ServerOpenMode()
    {
        QFETCH(const Access, access);
        QFETCH(const bool, first);
        QTEST(quint32{serverOpenMode(access, first)}, "expected");
    }

    void ServerPipeMode()
    {
        // Remote clients are rejected (8); type 4 and read mode 2 go together; 1 would be
        // PIPE_NOWAIT.
        QCOMPARE(serverPipeMode(PipeMode::Message), DWORD{0x8 | 0x4 | 0x2});
        QCOMPARE(serverPipeMode(PipeMode::Byte), DWORD{0x8});
    }

    void MaxInstances()
    {
        QCOMPARE(maxInstances(0), DWORD{255});
        QCOMPARE(maxInstances(1), DWORD{1});
        QCOMPARE(maxInstances(254), DWORD{254});
    }

    void Client_data()
    {
        QTest::addColumn<ClientAccess>("access");
        QTest::addColumn<PipeMode>("mode");
        QTest::addColumn<quint32>("rights");
        QTest::addColumn<bool>("setsMessageRead");
        constexpr quint32 both = 0xC0000000U;
        constexpr quint32 readOnly = 0x80000000U;
        constexpr quint32 writeOnly = 0x40000000U;
        constexpr quint32 writeAttributes = 0x100U;
        QTest::newRow("both, messages")
            << ClientAccess::ReadWrite << PipeMode::Message << both << true;
        QTest::newRow("both, bytes") << ClientAccess::ReadWrite << PipeMode::Byte << both << false;
        QTest::newRow("read, messages")
            << ClientAccess::Read << PipeMode::Message << (readOnly | writeAttributes) << true;
        QTest::newRow("read, bytes") << ClientAccess::Read << PipeMode::Byte << readOnly << false;
        QTest::newRow("write, messages")
            << ClientAccess::Write << PipeMode::Message << writeOnly << false;
        QTest::newRow("write, bytes")
            << ClientAccess::Write << PipeMode::Byte << writeOnly << false;
    }
    void Client()
    {
        QFETCH(const ClientAccess, access);
        QFETCH(const PipeMode, mode);
        QFETCH(const bool, setsMessageRead);
        QTEST(quint32{clientAccessRights(client(access, mode))}, "rights");
        QCOMPARE(clientReadMode(client(access, mode)),
                 setsMessageRead ? std::optional<DWORD>(0x2) : std::nullopt);
    }

    void ServersMayIdentifyButNotImpersonate()
    {
        // FILE_FLAG_OVERLAPPED, SECURITY_SQOS_PRESENT, SecurityIdentification (1) in bits 16
        // and 17.
        QCOMPARE(clientFlags(), DWORD{0x40000000 | 0x00100000 | 0x00010000});
    }
};

QTEST_APPLESS_MAIN(TestWin32Flags)
#include "tst_win32_flags.moc"
