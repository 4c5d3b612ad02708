#include "backends/win32/flags.h"
#include "runner/register.h"

#include <QTest>

#include <array>

using namespace pipecore;
using namespace pipecore::win32;
using namespace std::chrono_literals;

/// From options to the arguments of CreateNamedPipe, CreateFile and their kin, as numbers of the
/// Windows headers written out: the table that the headers' names stand for.
class TestWin32Flags : public QObject
{
    Q_OBJECT

private slots:
    void ServerOpenModeOfEveryCombination();
    void ServerPipeModeOfEveryCombination();
    void MaxInstances();
    void ClientRights_data();
    void ClientRights();
    void ClientShareModeOfEveryCombination();
    void ClientFlagsOfEveryCombination();
    void ServersMayIdentifyButNotImpersonateByDefault();
    void HandleState();
    void WaitTimes();
};

void TestWin32Flags::ServerOpenModeOfEveryCombination()
{
    // PIPE_ACCESS_x, FILE_FLAG_FIRST_PIPE_INSTANCE, FILE_FLAG_OVERLAPPED, FILE_FLAG_WRITE_THROUGH.
    const std::array<std::pair<Access, quint32>, 3> accesses{
        {{Access::Duplex, 3}, {Access::Inbound, 1}, {Access::Outbound, 2}}};
    for (const auto& [access, accessBits] : accesses) {
        for (unsigned bits = 0; bits < 16; ++bits) {
            ServerOptions options;
            options.access = access;
            const bool asFirst = (bits & 1U) != 0;
            options.firstInstance = (bits & 2U) != 0;
            options.writeThrough = (bits & 4U) != 0;
            options.io = (bits & 8U) != 0 ? IoModel::Synchronous : IoModel::Overlapped;
            const quint32 expected = accessBits + (asFirst && (bits & 2U) != 0 ? 0x00080000U : 0U)
                                     + ((bits & 4U) != 0 ? 0x80000000U : 0U)
                                     + ((bits & 8U) != 0 ? 0U : 0x40000000U);
            QCOMPARE(quint32{serverOpenMode(options, asFirst)}, expected);
        }
    }
}

void TestWin32Flags::ServerPipeModeOfEveryCombination()
{
    struct Row
    {
        PipeMode type;
        std::optional<PipeMode> read;
        bool rejectRemote;
        quint32 expected;
    };
    // PIPE_TYPE_MESSAGE 4, PIPE_READMODE_MESSAGE 2, PIPE_REJECT_REMOTE_CLIENTS 8; PIPE_NOWAIT (1) never.
    const std::array<Row, 10> rows{{
        {PipeMode::Message, std::nullopt, true, 0xE},
        {PipeMode::Message, std::nullopt, false, 0x6},
        {PipeMode::Message, PipeMode::Message, true, 0xE},
        {PipeMode::Message, PipeMode::Message, false, 0x6},
        {PipeMode::Message, PipeMode::Byte, true, 0xC},
        {PipeMode::Message, PipeMode::Byte, false, 0x4},
        {PipeMode::Byte, std::nullopt, true, 0x8},
        {PipeMode::Byte, std::nullopt, false, 0x0},
        {PipeMode::Byte, PipeMode::Byte, true, 0x8},
        {PipeMode::Byte, PipeMode::Byte, false, 0x0},
    }};
    for (const Row& row : rows) {
        ServerOptions options;
        options.mode = row.type;
        options.readMode = row.read;
        options.rejectRemote = row.rejectRemote;
        QCOMPARE(quint32{serverPipeMode(options)}, row.expected);
    }
}

void TestWin32Flags::MaxInstances()
{
    QCOMPARE(maxInstances(0), DWORD{255});
    QCOMPARE(maxInstances(1), DWORD{1});
    QCOMPARE(maxInstances(254), DWORD{254});
}

void TestWin32Flags::ClientRights_data()
{
    QTest::addColumn<ClientAccess>("access");
    QTest::addColumn<PipeMode>("mode");
    QTest::addColumn<quint32>("rights");
    QTest::addColumn<bool>("setsMessageRead");
    constexpr quint32 both = 0xC0000000U;
    constexpr quint32 readOnly = 0x80000000U;
    constexpr quint32 writeOnly = 0x40000000U;
    constexpr quint32 writeAttributes = 0x100U;
    QTest::newRow("both, messages") << ClientAccess::ReadWrite << PipeMode::Message << both << true;
    QTest::newRow("both, bytes") << ClientAccess::ReadWrite << PipeMode::Byte << both << false;
    QTest::newRow("read, messages")
        << ClientAccess::Read << PipeMode::Message << (readOnly | writeAttributes) << true;
    QTest::newRow("read, bytes") << ClientAccess::Read << PipeMode::Byte << readOnly << false;
    QTest::newRow("write, messages")
        << ClientAccess::Write << PipeMode::Message << writeOnly << false;
    QTest::newRow("write, bytes") << ClientAccess::Write << PipeMode::Byte << writeOnly << false;
}

void TestWin32Flags::ClientRights()
{
    QFETCH(const ClientAccess, access);
    QFETCH(const PipeMode, mode);
    QFETCH(const bool, setsMessageRead);
    ClientOptions options;
    options.access = access;
    options.mode = mode;
    QTEST(quint32{clientAccessRights(options)}, "rights");
    QCOMPARE(clientReadMode(options), setsMessageRead ? std::optional<DWORD>(0x2) : std::nullopt);
}

void TestWin32Flags::ClientShareModeOfEveryCombination()
{
    for (unsigned bits = 0; bits < 4; ++bits) {
        ClientOptions options;
        options.shareRead = (bits & 1U) != 0;
        options.shareWrite = (bits & 2U) != 0;
        QCOMPARE(quint32{clientShareMode(options)}, quint32{bits});
    }
}

void TestWin32Flags::ClientFlagsOfEveryCombination()
{
    // SECURITY_IMPERSONATION_LEVEL in bits 16 and 17; SECURITY_SQOS_PRESENT is always there, or the
    // level would be taken for other flags.
    const std::array<std::pair<SqosLevel, quint32>, 4> levels{{{SqosLevel::Anonymous, 0x00000},
                                                               {SqosLevel::Identification, 0x10000},
                                                               {SqosLevel::Impersonation, 0x20000},
                                                               {SqosLevel::Delegation, 0x30000}}};
    for (const auto& [level, levelBits] : levels) {
        for (unsigned bits = 0; bits < 16; ++bits) {
            ClientOptions options;
            options.sqos = level;
            options.effectiveOnly = (bits & 1U) != 0;
            options.contextTracking = (bits & 2U) != 0;
            options.writeThrough = (bits & 4U) != 0;
            options.io = (bits & 8U) != 0 ? IoModel::Synchronous : IoModel::Overlapped;
            const quint32 expected = 0x00100000U + levelBits + ((bits & 1U) != 0 ? 0x80000U : 0U)
                                     + ((bits & 2U) != 0 ? 0x40000U : 0U)
                                     + ((bits & 4U) != 0 ? 0x80000000U : 0U)
                                     + ((bits & 8U) != 0 ? 0U : 0x40000000U);
            QCOMPARE(quint32{clientFlags(options)}, expected);
        }
    }
}

void TestWin32Flags::ServersMayIdentifyButNotImpersonateByDefault()
{
    QCOMPARE(clientFlags({}), DWORD{0x40000000 | 0x00100000 | 0x00010000});
}

void TestWin32Flags::HandleState()
{
    QCOMPARE(handleState(PipeMode::Message), DWORD{2});
    QCOMPARE(handleState(PipeMode::Byte), DWORD{0});
}

void TestWin32Flags::WaitTimes()
{
    QCOMPARE(waitTime(0ms), DWORD{0}); // NMPWAIT_USE_DEFAULT_WAIT
    QCOMPARE(waitTime(1ms), DWORD{2}); // 1 is NMPWAIT_NOWAIT
    QCOMPARE(waitTime(5000ms), DWORD{5000});
    QCOMPARE(waitTime(std::chrono::milliseconds::max()), DWORD{0xFFFFFFFE}); // 0xFFFFFFFF: for ever
}

PIPESCOPE_APPLESS_TEST(TestWin32Flags)
#include "tst_win32_flags.moc"
