#include "pipecore/presets.h"

#ifdef _WIN32
#    include "win32/flags.h"
#    include "win32/security.h"
#else
#    include "unix/unix_options.h"
#endif

#include <QTest>

using namespace pipecore;

Q_DECLARE_METATYPE(pipecore::ServerPreset)
Q_DECLARE_METATYPE(pipecore::System)

namespace {

ServerOptions optionsOf(ServerPreset preset, System system)
{
    ServerOptions options;
    options.name = "orders";
    applyPreset(options, preset, system);
    return options;
}

} // namespace

/// The ready-made servers, each as data on both systems.
class PresetsTest : public QObject
{
    Q_OBJECT

private slots:
    void EachIsValidAndFoundAgain_data();
    void EachIsValidAndFoundAgain();
    void NameAndOurOwnSideStay();
    void WhatTheLastPresetSetIsGone();
    void OneChangedOptionIsNoPreset();
    void OnlyEveryoneAndLibrariesLoosenTheSafeDefault();
    void LibrariesOnWindows();
    void LibrariesOnUnix();
    void ThisSystemTakesEachOffered();
};

void PresetsTest::EachIsValidAndFoundAgain_data()
{
    QTest::addColumn<ServerPreset>("preset");
    QTest::addColumn<System>("system");
    for (const ServerPreset preset : allServerPresets) {
        const int number = static_cast<int>(preset);
        QTest::addRow("%d on Windows", number) << preset << System::Windows;
        QTest::addRow("%d on Unix", number) << preset << System::Unix;
    }
}

void PresetsTest::EachIsValidAndFoundAgain()
{
    QFETCH(const ServerPreset, preset);
    QFETCH(const System, system);
    const ServerOptions options = optionsOf(preset, system);
    QVERIFY(validate(options).has_value());
    if (isOffered(preset, system)) {
        QVERIFY(matchingPreset(options, system) == preset);
    } else {
        QVERIFY(matchingPreset(options, system) != preset);
    }
}

void PresetsTest::NameAndOurOwnSideStay()
{
    ServerOptions options;
    options.name = "billing";
    options.connection.readSize = 17;
    options.connection.echo = true;
    applyPreset(options, ServerPreset::Libuv);
    QCOMPARE(options.name, std::string("billing"));
    QCOMPARE(options.connection.readSize, std::size_t{17});
    QVERIFY(options.connection.echo);
    QVERIFY(matchingPreset(options) == ServerPreset::Libuv);
}

void PresetsTest::WhatTheLastPresetSetIsGone()
{
    for (const System system : {System::Windows, System::Unix}) {
        ServerOptions options = optionsOf(ServerPreset::Everyone, system);
        applyPreset(options, ServerPreset::SafeDefault, system);
        QVERIFY(options.rejectRemote);
        QVERIFY(options.sddl.empty());
        QCOMPARE(options.fileMode, 0600U);
    }
}

void PresetsTest::OneChangedOptionIsNoPreset()
{
    using Change = void (*)(ServerOptions&);
    const std::array<Change, 14> changes{
        [](ServerOptions& options) { options.mode = PipeMode::Byte; },
        [](ServerOptions& options) { options.readMode = PipeMode::Byte; },
        [](ServerOptions& options) { options.access = Access::Inbound; },
        [](ServerOptions& options) { options.instances = 9; },
        [](ServerOptions& options) { options.outBufferSize = 9; },
        [](ServerOptions& options) { options.inBufferSize = 9; },
        [](ServerOptions& options) { options.defaultTimeout = std::chrono::milliseconds(9); },
        [](ServerOptions& options) { options.firstInstance = false; },
        [](ServerOptions& options) { options.rejectRemote = false; },
        [](ServerOptions& options) { options.writeThrough = true; },
        [](ServerOptions& options) { options.sddl = "D:"; },
        [](ServerOptions& options) { options.policy = InstancePolicy::Reuse; },
        [](ServerOptions& options) { options.fileMode = 0640; },
        [](ServerOptions& options) { options.backlog = 9; },
    };
    for (const Change change : changes) {
        ServerOptions options;
        change(options);
        QVERIFY(!matchingPreset(options, System::Windows).has_value());
        QVERIFY(!matchingPreset(options, System::Unix).has_value());
    }
    // To say what is so anyway changes nothing.
    ServerOptions options;
    options.readMode = PipeMode::Message;
    QVERIFY(matchingPreset(options) == ServerPreset::SafeDefault);
}

void PresetsTest::OnlyEveryoneAndLibrariesLoosenTheSafeDefault()
{
    const ServerOptions safe = optionsOf(ServerPreset::SafeDefault, System::Windows);
    QVERIFY(safe.rejectRemote && safe.firstInstance && safe.sddl.empty());
    QCOMPARE(safe.fileMode, 0600U);
    const ServerOptions everyone = optionsOf(ServerPreset::Everyone, System::Windows);
    QVERIFY(!everyone.rejectRemote);
    QCOMPARE(everyone.sddl, std::string(everyoneSddl()));
    QCOMPARE(optionsOf(ServerPreset::Everyone, System::Unix).fileMode, 0666U);
}

void PresetsTest::LibrariesOnWindows()
{
    const ServerOptions dotNet = optionsOf(ServerPreset::DotNet, System::Windows);
    QCOMPARE(dotNet.instances, 1U);
    QVERIFY(dotNet.mode == PipeMode::Byte && !dotNet.rejectRemote && dotNet.firstInstance);
    QVERIFY(dotNet.policy == InstancePolicy::Reuse && dotNet.io == IoModel::Overlapped);
    QVERIFY(dotNet.outBufferSize == 0 && dotNet.inBufferSize == 0);
    const ServerOptions go = optionsOf(ServerPreset::GoWinio, System::Windows);
    QVERIFY(go.mode == PipeMode::Byte && go.rejectRemote && go.firstInstance);
    QVERIFY(go.instances == 0 && go.outBufferSize == 0 && go.inBufferSize == 0);
    const ServerOptions libuv = optionsOf(ServerPreset::Libuv, System::Windows);
    QVERIFY(libuv.mode == PipeMode::Byte && !libuv.rejectRemote && libuv.firstInstance);
    QVERIFY(libuv.outBufferSize == 65536 && libuv.inBufferSize == 65536);
    for (const ServerOptions* options : {&dotNet, &go, &libuv}) {
        QCOMPARE(options->sddl, std::string(windowsDefaultSddl()));
        QVERIFY(effectiveReadMode(*options) == PipeMode::Byte);
    }
}

void PresetsTest::LibrariesOnUnix()
{
    QVERIFY(!isOffered(ServerPreset::GoWinio, System::Unix));
    const ServerOptions dotNet = optionsOf(ServerPreset::DotNet, System::Unix);
    const ServerOptions libuv = optionsOf(ServerPreset::Libuv, System::Unix);
    QCOMPARE(libuv.backlog, 511U);
    for (const ServerOptions* options : {&dotNet, &libuv}) {
        QVERIFY(options->mode == PipeMode::Byte && options->sddl.empty());
        QCOMPARE(options->fileMode, 0755U);
        QVERIFY(options->policy == InstancePolicy::Fresh);
    }
}

void PresetsTest::ThisSystemTakesEachOffered()
{
    for (const ServerPreset preset : allServerPresets) {
        if (!isOffered(preset)) {
            continue;
        }
        const ServerOptions options = optionsOf(preset, thisSystem);
#ifdef _WIN32
        if (!options.sddl.empty()) {
            const auto descriptor = descriptorFromSddl(options.sddl);
            QVERIFY2(descriptor.has_value(), options.sddl.c_str());
            QVERIFY2(win32::PipeSecurity::from(*descriptor).has_value(), options.sddl.c_str());
        }
        const bool isLocal = preset == ServerPreset::SafeDefault || preset == ServerPreset::GoWinio;
        QCOMPARE((win32::serverPipeMode(options) & PIPE_REJECT_REMOTE_CLIENTS) != 0, isLocal);
#else
        QVERIFY(checkSupported(options).has_value());
#endif
    }
}

QTEST_GUILESS_MAIN(PresetsTest)
#include "tst_presets.moc"
