#include "pipecore/model/option_table.h"
#include "pipecore/model/presets.h"
#include "runner/register.h"

#ifdef _WIN32
#    include "backends/win32/flags.h"
#    include "backends/win32/security.h"
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
    void APresetReplacesThePreviousOne();
    void OneChangedOptionIsNoPreset();
    void OnlyEveryoneAndLibrariesLoosenTheSafeDefault();
    void LibrariesAreWhatTheirSourcesSay_data();
    void LibrariesAreWhatTheirSourcesSay();
    void GoWinioIsOfWindows();
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

void PresetsTest::APresetReplacesThePreviousOne()
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

void PresetsTest::LibrariesAreWhatTheirSourcesSay_data()
{
    QTest::addColumn<ServerPreset>("preset");
    QTest::addColumn<System>("system");
    QTest::addColumn<quint32>("instances");
    QTest::addColumn<quint32>("bufferSize");
    QTest::addColumn<bool>("rejectRemote");
    QTest::addColumn<InstancePolicy>("policy");
    QTest::addColumn<std::string>("sddl");
    QTest::addColumn<quint32>("fileMode");
    QTest::addColumn<quint32>("backlog");
    const std::string windowsDefault = windowsDefaultSddl();
    const ServerOptions unset; // what the other system has not
    QTest::newRow(".NET on Windows")
        << ServerPreset::DotNet << System::Windows << 1U << 0U << false << InstancePolicy::Reuse
        << windowsDefault << unset.fileMode << unset.backlog;
    QTest::newRow("go-winio on Windows")
        << ServerPreset::GoWinio << System::Windows << 0U << 0U << true << InstancePolicy::Fresh
        << windowsDefault << unset.fileMode << unset.backlog;
    QTest::newRow("libuv on Windows")
        << ServerPreset::Libuv << System::Windows << 0U << 65536U << false << InstancePolicy::Fresh
        << windowsDefault << unset.fileMode << unset.backlog;
    QTest::newRow(".NET on Linux")
        << ServerPreset::DotNet << System::Unix << 1U << 0U << unset.rejectRemote
        << InstancePolicy::Fresh << std::string() << 0755U << 65535U;
    QTest::newRow("Node.js on Linux")
        << ServerPreset::Libuv << System::Unix << 0U << 0U << unset.rejectRemote
        << InstancePolicy::Fresh << std::string() << 0755U << 511U;
}

void PresetsTest::LibrariesAreWhatTheirSourcesSay()
{
    QFETCH(const ServerPreset, preset);
    QFETCH(const System, system);
    const ServerOptions options = optionsOf(preset, system);
    // The same for all of them.
    QVERIFY(options.access == Access::Duplex);
    QVERIFY(options.mode == PipeMode::Byte);
    QVERIFY(effectiveReadMode(options) == PipeMode::Byte);
    QVERIFY(options.defaultTimeout.count() == 0); // 50 ms
    QVERIFY(options.firstInstance && !options.writeThrough);
    QVERIFY(options.io == IoModel::Overlapped);
    QTEST(options.instances, "instances");
    QTEST(options.outBufferSize, "bufferSize");
    QTEST(options.inBufferSize, "bufferSize");
    QTEST(options.rejectRemote, "rejectRemote");
    QTEST(options.policy, "policy");
    QTEST(options.sddl, "sddl");
    QTEST(options.fileMode, "fileMode");
    QTEST(options.backlog, "backlog");
}

void PresetsTest::GoWinioIsOfWindows()
{
    QVERIFY(isOffered(ServerPreset::GoWinio, System::Windows));
    QVERIFY(!isOffered(ServerPreset::GoWinio, System::Unix));
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
#endif
        QVERIFY(checkSystem(options).has_value());
    }
}

PIPESCOPE_GUILESS_TEST(PresetsTest)
#include "tst_presets.moc"
