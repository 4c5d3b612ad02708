// Arguments of the system calls, one by one: the part of the options that Wine takes and does not
// act upon. The real calls are made, too.

#include "backends/win32/pipe_handle.h"
#include "backends/win32/security.h"
#include "backends/win32/system_calls.h"
#include "backends/win32/utf16.h"
#include "win32_pump.h"

#include "pipecore/discovery/inspection.h"
#include "pipecore/discovery/listing.h"
#include "pipecore/discovery/pipe_security.h"
#include "runner/register.h"

#include <QTest>

#include <sddl.h>

#include <mutex>
#include <vector>

using namespace pipecore;
using namespace pipecore::win32;

namespace {

/// The arguments of one CreateNamedPipe; the descriptor as the system writes it.
struct Made
{
    std::wstring name;
    DWORD openMode = 0;
    DWORD pipeMode = 0;
    DWORD instances = 0;
    DWORD outSize = 0;
    DWORD inSize = 0;
    DWORD timeout = 0;
    std::wstring sddl;
    bool inherits = false;
};

/// The arguments of one CreateFile.
struct Opened
{
    std::wstring name;
    DWORD rights = 0;
    DWORD share = 0;
    DWORD disposition = 0;
    DWORD flags = 0;
    bool hasAttributes = false;
};

/// The arguments of one WaitNamedPipe.
struct Waited
{
    std::wstring name;
    DWORD timeout = 0;
};

/// The arguments of one CallNamedPipe.
struct Called
{
    std::wstring name;
    std::string request;
    DWORD replySize = 0;
    DWORD timeout = 0;
};

/// The arguments of one SetNamedPipeHandleState.
struct StateSet
{
    DWORD mode = 0;
    bool hasCollection = false;
};

// Opens that wait, and one-shot transactions, come from threads of their own.
std::mutex guard;
std::vector<Made> made;
std::vector<Opened> opened;
std::vector<Waited> waited;
std::vector<Called> called;
std::vector<StateSet> set;

std::wstring textOf(PSECURITY_DESCRIPTOR descriptor)
{
    wchar_t* text = nullptr;
    if (ConvertSecurityDescriptorToStringSecurityDescriptorW(descriptor, SDDL_REVISION_1,
                                                             readableSecurity, &text, nullptr)
        == FALSE) {
        return {};
    }
    std::wstring copy = text;
    LocalFree(text);
    return copy;
}

HANDLE WINAPI noteCreateNamedPipe(LPCWSTR name, DWORD openMode, DWORD pipeMode, DWORD instances,
                                  DWORD outSize, DWORD inSize, DWORD timeout,
                                  LPSECURITY_ATTRIBUTES attributes)
{
    {
        const std::scoped_lock lock(guard);
        made.push_back({.name = name,
                        .openMode = openMode,
                        .pipeMode = pipeMode,
                        .instances = instances,
                        .outSize = outSize,
                        .inSize = inSize,
                        .timeout = timeout,
                        .sddl = attributes != nullptr ? textOf(attributes->lpSecurityDescriptor)
                                                      : std::wstring(L"none"),
                        .inherits = attributes != nullptr && attributes->bInheritHandle != FALSE});
    }
    return CreateNamedPipeW(name, openMode, pipeMode, instances, outSize, inSize, timeout,
                            attributes);
}

HANDLE WINAPI noteCreateFile(LPCWSTR name, DWORD rights, DWORD share,
                             LPSECURITY_ATTRIBUTES attributes, DWORD disposition, DWORD flags,
                             HANDLE model)
{
    {
        const std::scoped_lock lock(guard);
        opened.push_back({.name = name,
                          .rights = rights,
                          .share = share,
                          .disposition = disposition,
                          .flags = flags,
                          .hasAttributes = attributes != nullptr});
    }
    return CreateFileW(name, rights, share, attributes, disposition, flags, model);
}

BOOL WINAPI noteWaitNamedPipe(LPCWSTR name, DWORD timeout)
{
    {
        const std::scoped_lock lock(guard);
        waited.push_back({.name = name, .timeout = timeout});
    }
    return WaitNamedPipeW(name, timeout);
}

BOOL WINAPI noteCallNamedPipe(LPCWSTR name, LPVOID request, DWORD requestSize, LPVOID reply,
                              DWORD replySize, LPDWORD read, DWORD timeout)
{
    {
        const std::scoped_lock lock(guard);
        called.push_back({.name = name,
                          .request = {static_cast<const char*>(request), requestSize},
                          .replySize = replySize,
                          .timeout = timeout});
    }
    return CallNamedPipeW(name, request, requestSize, reply, replySize, read, timeout);
}

BOOL WINAPI noteSetHandleState(HANDLE pipe, LPDWORD mode, LPDWORD maxCollection, LPDWORD timeout)
{
    {
        const std::scoped_lock lock(guard);
        set.push_back({.mode = mode != nullptr ? *mode : ~DWORD{0},
                       .hasCollection = maxCollection != nullptr || timeout != nullptr});
    }
    return SetNamedPipeHandleState(pipe, mode, maxCollection, timeout);
}

} // namespace

class TestWin32Calls : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        systemCalls() = {.createNamedPipe = &noteCreateNamedPipe,
                         .createFile = &noteCreateFile,
                         .waitNamedPipe = &noteWaitNamedPipe,
                         .callNamedPipe = &noteCallNamedPipe,
                         .setHandleState = &noteSetHandleState};
        made.clear();
        opened.clear();
        waited.clear();
        called.clear();
        set.clear();
    }
    void cleanup() { systemCalls() = SystemCalls::real(); }

    void SafeDefaultAsksForTheFirstInstanceAndKeepsOthersOut()
    {
        Pump pump;
        const PipeName name = Pump::uniqueName();
        const auto listener = pump.listen(name);
        const auto first = listener->createInstance().value();
        const auto second = listener->createInstance().value();
        QCOMPARE(made.size(), std::size_t{2});
        QVERIFY(toUtf8(made.front().name).value() == name.native());
        // PIPE_ACCESS_DUPLEX, FILE_FLAG_OVERLAPPED; FILE_FLAG_FIRST_PIPE_INSTANCE for the first alone.
        QCOMPARE(quint32{made.front().openMode}, 0x40080003U);
        QCOMPARE(quint32{made.back().openMode}, 0x40000003U);
        for (const Made& one : made) {
            // PIPE_TYPE_MESSAGE, PIPE_READMODE_MESSAGE, PIPE_REJECT_REMOTE_CLIENTS.
            QCOMPARE(quint32{one.pipeMode}, 0x0000000EU);
            QCOMPARE(quint32{one.instances}, 255U); // PIPE_UNLIMITED_INSTANCES
            QVERIFY(!one.inherits);
            // This user, administrators and the system; nobody else, nothing inherited.
            QVERIFY(one.sddl.contains(L"D:P(A;;FA;;;"));
            QVERIFY(one.sddl.contains(L"(A;;FA;;;BA)(A;;FA;;;SY)"));
            QVERIFY(!one.sddl.contains(L";WD)"));
        }
    }

    void EveryServerOptionReachesTheSystem()
    {
        Pump pump;
        ServerOptions options;
        options.access = Access::Outbound;
        options.mode = PipeMode::Byte;
        options.instances = 7;
        options.outBufferSize = 1234;
        options.inBufferSize = 4321;
        options.defaultTimeout = std::chrono::milliseconds(750);
        options.firstInstance = false;
        options.rejectRemote = false;
        options.writeThrough = true;
        options.sddl = "D:(A;;FR;;;AU)";
        const auto listener = pump.listen(Pump::uniqueName(), options);
        QCOMPARE(made.size(), std::size_t{1});
        // PIPE_ACCESS_OUTBOUND, FILE_FLAG_WRITE_THROUGH, FILE_FLAG_OVERLAPPED.
        QCOMPARE(quint32{made[0].openMode}, 0xC0000002U);
        QCOMPARE(quint32{made[0].pipeMode}, 0U);
        QCOMPARE(quint32{made[0].instances}, 7U);
        QCOMPARE(quint32{made[0].outSize}, 1234U);
        QCOMPARE(quint32{made[0].inSize}, 4321U);
        QCOMPARE(quint32{made[0].timeout}, 750U);
        QVERIFY(made[0].sddl.contains(L"D:(A;;FR;;;AU)"));
    }

    void ClientsLetTheServerIdentifyOnly()
    {
        Pump pump;
        const PipeName name = Pump::uniqueName();
        const auto listener = pump.listen(name);
        const auto server = listener->createInstance().value();
        QVERIFY(server->accept());
        const auto client = pump.client(name);
        QVERIFY(!pump.connect(*client).error);
        QCOMPARE(opened.size(), std::size_t{1});
        QVERIFY(toUtf8(opened[0].name).value() == name.native());
        QCOMPARE(quint32{opened[0].rights}, 0xC0000000U); // GENERIC_READ, GENERIC_WRITE
        QCOMPARE(quint32{opened[0].share}, 0U);
        QCOMPARE(quint32{opened[0].disposition}, quint32{OPEN_EXISTING});
        // FILE_FLAG_OVERLAPPED, SECURITY_SQOS_PRESENT, SECURITY_IDENTIFICATION.
        QCOMPARE(quint32{opened[0].flags}, 0x40110000U);
        QVERIFY(!opened[0].hasAttributes);
    }

    void EveryClientOptionReachesTheSystem()
    {
        Pump pump;
        const PipeName name = PipeName::parse(R"(\\elsewhere.invalid\pipe\orders)").value();
        ClientOptions options;
        options.access = ClientAccess::Read;
        options.sqos = SqosLevel::Delegation;
        options.effectiveOnly = true;
        options.contextTracking = true;
        options.shareRead = true;
        options.shareWrite = true;
        options.writeThrough = true;
        const auto client = pump.client(name, options);
        QVERIFY(pump.connect(*client).error);
        QCOMPARE(opened.size(), std::size_t{1});
        QVERIFY(opened[0].name == LR"(\\elsewhere.invalid\pipe\orders)");
        QCOMPARE(quint32{opened[0].rights}, 0x80000100U); // GENERIC_READ, FILE_WRITE_ATTRIBUTES
        QCOMPARE(quint32{opened[0].share}, 3U);
        // FILE_FLAG_WRITE_THROUGH, FILE_FLAG_OVERLAPPED, SECURITY_SQOS_PRESENT, SECURITY_DELEGATION,
        // SECURITY_CONTEXT_TRACKING, SECURITY_EFFECTIVE_ONLY.
        QCOMPARE(quint32{opened[0].flags}, 0xC01F0000U);
    }

    void WaitingAsksForThePipeAndTheTime_data()
    {
        QTest::addColumn<int>("milliseconds");
        QTest::addColumn<quint32>("argument");
        QTest::newRow("the server's default") << 0 << 0U; // NMPWAIT_USE_DEFAULT_WAIT
        QTest::newRow("a short time") << 50 << 50U;
        // Long ones are waited for in parts, so that they can be given up.
        QTest::newRow("a long time") << 60'000 << 200U;
    }
    void WaitingAsksForThePipeAndTheTime()
    {
        QFETCH(const int, milliseconds);
        QFETCH(const quint32, argument);
        Pump pump;
        const PipeName name = Pump::uniqueName();
        const auto listener = pump.listen(name);
        const auto server = listener->createInstance().value();
        QVERIFY(server->accept());
        ClientOptions options;
        options.wait = WaitPolicy::WaitThenOpen;
        options.timeout = std::chrono::milliseconds(milliseconds);
        const auto client = pump.client(name, options);
        QVERIFY(!pump.connect(*client).error);
        QCOMPARE(waited.size(), std::size_t{1});
        QVERIFY(toUtf8(waited[0].name).value() == name.native());
        // The remaining time when the call is made.
        QVERIFY(waited[0].timeout <= argument);
        QVERIFY(argument == 0 || waited[0].timeout > 0);
        QVERIFY(argument != 200 || waited[0].timeout == 200);
        QCOMPARE(opened.size(), std::size_t{1});
    }

    void OthersDoNotWait()
    {
        Pump pump;
        const auto client = pump.client(Pump::uniqueName());
        QVERIFY(pump.connect(*client).error);
        QVERIFY(waited.empty());
    }

    void OneShotTransactionIsOneCall_data()
    {
        QTest::addColumn<int>("milliseconds");
        QTest::addColumn<quint32>("argument");
        QTest::newRow("the server's default") << 0 << 0U; // NMPWAIT_USE_DEFAULT_WAIT
        QTest::newRow("a time") << 1234 << 1234U;
    }
    void OneShotTransactionIsOneCall()
    {
        QFETCH(const int, milliseconds);
        QFETCH(const quint32, argument);
        Pump pump;
        const PipeName name = PipeName::parse(R"(\\elsewhere.invalid\pipe\orders)").value();
        const CallOptions options{.name = name.display(),
                                  .request = toBytes("que?"),
                                  .replyLimit = 777,
                                  .timeout = std::chrono::milliseconds(milliseconds),
                                  .callNamedPipe = true};
        const auto caller = pump.backend().createCall(name, options).value();
        QVERIFY(pump.connect(*caller).error); // there is no such computer
        QCOMPARE(called.size(), std::size_t{1});
        QVERIFY(called[0].name == LR"(\\elsewhere.invalid\pipe\orders)");
        QCOMPARE(called[0].request, std::string("que?"));
        QCOMPARE(quint32{called[0].replySize}, 777U);
        QCOMPARE(quint32{called[0].timeout}, argument);
        QVERIFY(opened.empty()); // CallNamedPipe opens by itself
    }

    void CallOpensAtIdentificationLevel()
    {
        Pump pump;
        const PipeName name = Pump::uniqueName();
        const CallOptions options{.name = name.display(), .request = toBytes("que?")};
        const auto caller = pump.backend().createCall(name, options).value();
        QCOMPARE(outcomeKind(pump.connect(*caller)), QByteArray("not found"));
        QVERIFY(called.empty());
        QCOMPARE(opened.size(), std::size_t{1});
        QCOMPARE(quint32{opened[0].rights}, 0xC0000000U); // GENERIC_READ, GENERIC_WRITE
        // SECURITY_SQOS_PRESENT, SECURITY_IDENTIFICATION.
        QCOMPARE(quint32{opened[0].flags} & 0x001F0000U, 0x00110000U);
    }

    void ReadModeIsSetAfterOpeningAndWhenItChanges()
    {
        Pump pump;
        ChannelPair talk(pump);
        QVERIFY(talk.connected);
        QCOMPARE(set.size(), std::size_t{1});
        QCOMPARE(quint32{set[0].mode}, 2U); // PIPE_READMODE_MESSAGE, PIPE_WAIT
        QVERIFY(talk.client->setReadMode(PipeMode::Byte));
        QVERIFY(talk.client->setReadMode(PipeMode::Message));
        QCOMPARE(set.size(), std::size_t{3});
        QCOMPARE(quint32{set[1].mode}, 0U); // PIPE_READMODE_BYTE, PIPE_WAIT
        QCOMPARE(quint32{set[2].mode}, 2U);
        for (const StateSet& one : set) {
            QVERIFY(!one.hasCollection); // of remote clients only, and theirs to tune
        }
    }

    void ReadModeOfASynchronousHandleIsRefusedAtOnce()
    {
        // Windows runs one call at a time on such a handle, so the call would wait for the read that is
        // pending, and the engine's thread with it. Wine does not serialise: what is proven is that the
        // call is not made.
        Pump pump;
        ClientOptions client;
        client.io = IoModel::Synchronous;
        ChannelPair talk(pump, {}, client);
        QVERIFY(talk.connected);
        const std::size_t before = set.size();
        QVERIFY(talk.client->read(100));
        const auto refused = talk.client->setReadMode(PipeMode::Byte);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::NotSupported);
        QVERIFY(refused.error().detail.find("one call at a time") != std::string::npos);
        QCOMPARE(set.size(), before);
        QVERIFY(!pump.write(*talk.server, asBytes("hello")).error);
        QCOMPARE(text(pump.take(*talk.client, OperationKind::Read)), QByteArray("hello"));
    }

    void BytesAreReadWithoutSettingAMode()
    {
        Pump pump;
        ServerOptions server;
        server.mode = PipeMode::Byte;
        ClientOptions client;
        client.mode = PipeMode::Byte;
        const ChannelPair talk(pump, server, client);
        QVERIFY(talk.connected);
        QVERIFY(set.empty());
    }

    void LookingAtAPipeAsksForAsLittleAsCanBe()
    {
        // Not by a listener of ours, which would be asked itself.
        const PipeName name = Pump::uniqueName();
        std::vector<PipeHandle> instances;
        for (int i = 0; i < 2; ++i) {
            instances.emplace_back(CreateNamedPipeW(toUtf16(name.native()).value().c_str(),
                                                    PIPE_ACCESS_DUPLEX, PIPE_TYPE_MESSAGE, 2, 4096,
                                                    4096, 0, nullptr));
            QVERIFY(instances.back());
        }
        QVERIFY(inspectPipe(name.display()));
        QVERIFY(readSecurity(name));
        QVERIFY(opened.size() >= 2);
        for (const Opened& call : opened) {
            // READ_CONTROL, FILE_READ_ATTRIBUTES; neither reading nor writing.
            QCOMPARE(quint32{call.rights} & ~0x00020080U, 0U);
            // SECURITY_SQOS_PRESENT, SECURITY_IDENTIFICATION.
            QCOMPARE(quint32{call.flags} & 0x001F0000U, 0x00110000U);
        }
    }

    void ListingOpensTheDirectoryAlone()
    {
        // The result does not matter: Wine does not list.
        static_cast<void>(listPipes());
        for (const Opened& call : opened) {
            QVERIFY(call.name == LR"(\\.\pipe\)");
        }
        QCOMPARE(opened.size(), std::size_t{1});
    }
};

PIPESCOPE_APPLESS_TEST(TestWin32Calls)
#include "tst_win32_calls.moc"
