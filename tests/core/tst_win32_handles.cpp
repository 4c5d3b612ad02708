#include "win32_handle_count.h"
#include "win32_pump.h"

#include "pipecore/win32/handle.h"
#include "runner/register.h"

#include <QTest>

using namespace pipecore;
using namespace pipecore::win32;

namespace {

/// Starts this program again as the far end of `name`; it connects, writes, and then waits to be
/// killed.
KernelHandle startPeer(const PipeName& name)
{
    std::wstring path(32768, L'\0');
    path.resize(GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size())));
    std::wstring command = L"\"" + path + L"\" tst_win32_handles --peer "
                           + QString::fromStdString(name.native()).toStdWString();
    STARTUPINFOW startup{};
    startup.cb = sizeof(startup);
    PROCESS_INFORMATION process{};
    if (CreateProcessW(nullptr, command.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr,
                       &startup, &process)
        == FALSE) {
        return {};
    }
    const KernelHandle thread(process.hThread);
    return KernelHandle(process.hProcess);
}

/// The far end: half of a message that its reader takes in small parts, and no end.
int runPeer(const char* name)
{
    const FileHandle pipe(
        CreateFileA(name, GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_EXISTING, 0, nullptr));
    if (!pipe) {
        return 1;
    }
    std::vector<char> message(std::size_t{1} << 20, 'x');
    DWORD written = 0;
    WriteFile(pipe.get(), message.data(), static_cast<DWORD>(message.size()), &written, nullptr);
    Sleep(INFINITE);
    return 0;
}

} // namespace

/// Peers in other processes that die, and handles that must not pile up.
class TestWin32Handles : public QObject
{
    Q_OBJECT

private slots:
    void PeerKilledMidMessage()
    {
        Pump pump;
        const PipeName name = Pump::uniqueName();
        const auto listener = pump.listen(name);
        const auto server = listener->createInstance().value();
        QVERIFY(server->accept());
        const KernelHandle process = startPeer(name);
        QVERIFY(process);
        QCOMPARE(outcome(pump.take(*server, OperationKind::Accept)), QByteArray("fine"));
        QCOMPARE(server->peer().processId.value(), std::uint32_t{GetProcessId(process.get())});

        const Completion part = pump.read(*server, 4096);
        QVERIFY(part.moreData);
        QVERIFY(TerminateProcess(process.get(), 9) != FALSE);
        QCOMPARE(WaitForSingleObject(process.get(), 5000), DWORD{WAIT_OBJECT_0});

        // Data in the pipe may still come; then the end.
        Completion next = pump.read(*server, 65536);
        for (int i = 0; i < 100 && !next.error; ++i) {
            next = pump.read(*server, 65536);
        }
        QVERIFY(next.endOfStream);
        QCOMPARE(outcomeKind(next), QByteArray("peer closed"));
    }

    void ConnectDisconnectStormLeaksNoHandle()
    {
        constexpr int cycles = 10000;
        Pump pump;
        const PipeName name = Pump::uniqueName();
        const auto listener = pump.listen(name);
        int before = 0;
        for (int i = 0; i < cycles; ++i) {
            const auto server = listener->createInstance().value();
            QVERIFY(server->accept());
            const auto client = pump.client(name);
            QCOMPARE(outcome(pump.connect(*client)), QByteArray("fine"));
            QCOMPARE(outcome(pump.take(*server, OperationKind::Accept)), QByteArray("fine"));
            QVERIFY(server->read(64));
            client->close(CloseMode::Graceful);
            QVERIFY(pump.take(*server, OperationKind::Read).endOfStream);
            server->close(i % 2 == 0 ? CloseMode::Graceful : CloseMode::Abortive);
            if (i == 100) {
                before = win32HandleCount();
            }
        }
        QVERIFY(before > 0);
        QCOMPARE(win32HandleCount(), before);
    }

    void InstancesComeAndGoWithoutALeak()
    {
        Pump pump;
        const PipeName name = Pump::uniqueName();
        const auto round = [&] {
            const auto listener = pump.listen(name);
            std::vector<std::unique_ptr<Channel>> channels;
            for (int i = 0; i < 32; ++i) {
                channels.push_back(listener->createInstance().value());
                channels.push_back(pump.client(name));
                if (pump.connect(*channels.back()).error) {
                    return false;
                }
            }
            return true; // all of them are closed by their destructors
        };
        QVERIFY(round());
        const int before = win32HandleCount();
        for (int i = 0; i < 20; ++i) {
            QVERIFY(round());
        }
        QCOMPARE(win32HandleCount(), before);
    }
};

static int testOrPeer(int argc, char** argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--peer") == 0) {
        return runPeer(argv[2]);
    }
    TestWin32Handles test;
    return QTest::qExec(&test, argc, argv);
}
PIPESCOPE_TEST_MAIN(testOrPeer)

#include "tst_win32_handles.moc"
