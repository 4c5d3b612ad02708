#include "connections/new_client_dialog.h"
#include "connections/new_server_dialog.h"
#include "dialog_test.h"
#include "runner/register.h"
#include "security/sddl_edit.h"
#include "test_settings.h"

#include "pipecore/security/security_check.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QRadioButton>
#include <QSpinBox>

using namespace pipescope;

/// Texts, limits and dependencies of the options in the dialogs for new servers and clients.
class DialogOptionsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("dialog-options"); }
    void init() { TestSettings::clear(); }

    void EffectIsOneSentence();
    void EachSystemHasItsOwnOptions();
    void EffectSaysWhoCanConnect_data();
    void EffectSaysWhoCanConnect();
    void EffectSaysWhatTheServerMayDoWithUs();
    void PresetsFillTheFieldsAndAreFoundAgain();
    void EveryonePresetWarns();
    void OptionsThatDoNotApplyAreDisabledAndSayWhy();
    void IdentityOptionsNeedAnIdentity();
    void ExampleOfADescriptorPassesTheCheck();
    void WaitingHasATimeOnlyWhenItWaits();
    void EachOptionNamesItsFlag();

private:
    TestSettings m_settings;
};

void DialogOptionsTest::EffectIsOneSentence()
{
    NewServerDialog dialog(nullptr, pipecore::System::Windows);
    pipecore::ServerOptions options;
    options.name = R"(\\.\pipe\orders)";
    options.instances = 4;
    dialog.setOptions(options);
    QCOMPARE(find<QLabel>(dialog, "effect")->text(),
             QStringLiteral(R"(Message pipe \\.\pipe\orders: up to 4 clients, both directions. )"
                            "Only you, administrators and the system can connect."));
    find<QRadioButton>(dialog, "byteMode")->click();
    QVERIFY(find<QLabel>(dialog, "effect")->text().startsWith(QStringLiteral("Byte pipe")));
    find<QComboBox>(dialog, "access")->setCurrentIndex(2);
    QVERIFY(find<QLabel>(dialog, "effect")->text().contains(QStringLiteral("send only")));
}

void DialogOptionsTest::EachSystemHasItsOwnOptions()
{
    const NewServerDialog windows(nullptr, pipecore::System::Windows);
    const NewServerDialog socket(nullptr, pipecore::System::Unix);
    for (const char* name : {"sddl", "rejectRemote", "firstInstance", "readMode", "instancePolicy",
                             "ioModel", "defaultTimeout", "writeThrough"}) {
        QVERIFY2(find<QWidget>(windows, name) != nullptr, name);
        QVERIFY2(find<QWidget>(socket, name) == nullptr, name);
    }
    for (const char* name : {"fileMode", "backlog"}) {
        QVERIFY2(find<QWidget>(windows, name) == nullptr, name);
        QVERIFY2(find<QWidget>(socket, name) != nullptr, name);
    }
    const NewClientDialog windowsClient(nullptr, pipecore::System::Windows);
    const NewClientDialog socketClient(nullptr, pipecore::System::Unix);
    for (const char* name : {"sqos", "effectiveOnly", "contextTracking", "ioModel", "shareRead",
                             "shareWrite", "writeThrough"}) {
        QVERIFY2(find<QWidget>(windowsClient, name) != nullptr, name);
        QVERIFY2(find<QWidget>(socketClient, name) == nullptr, name);
    }
    QCOMPARE(find<QComboBox>(windowsClient, "wait")->count(), 3);
    QCOMPARE(find<QComboBox>(socketClient, "wait")->count(), 2);
}

void DialogOptionsTest::EffectSaysWhoCanConnect_data()
{
    QTest::addColumn<bool>("isWindows");
    QTest::addColumn<QString>("sddl");
    QTest::addColumn<bool>("rejectRemote");
    QTest::addColumn<uint>("fileMode");
    QTest::addColumn<QString>("end");
    const QString none;
    QTest::newRow("safe") << true << none << true << 0600U
                          << "Only you, administrators and the system can connect.";
    QTest::newRow("remote") << true << none << false << 0600U
                            << "can connect. Remote computers can connect.";
    QTest::newRow("Windows' default") << true << QString::fromLatin1(pipecore::windowsDefaultSddl())
                                      << true << 0600U << "everyone else can only read.";
    QTest::newRow("everyone") << true << QString::fromLatin1(pipecore::everyoneSddl()) << true
                              << 0600U << "Everyone can connect, including anonymous users.";
    QTest::newRow("own descriptor")
        << true << "D:(A;;FA;;;BG)" << true << 0600U << "The security descriptor controls access.";
    QTest::newRow("0600") << false << none << true << 0600U << "Only you and root can connect.";
    QTest::newRow("0660") << false << none << true << 0660U
                          << "Only you, your group and root can connect.";
    QTest::newRow("0666") << false << none << true << 0666U
                          << "All users of this computer can connect.";
    QTest::newRow("0755") << false << none << true << 0755U << "Only you and root can connect.";
    QTest::newRow("0444") << false << none << true << 0444U << "Only root can connect.";
    QTest::newRow("0606") << false << none << true << 0606U << "with write permission can connect.";
}

void DialogOptionsTest::EffectSaysWhoCanConnect()
{
    QFETCH(const bool, isWindows);
    QFETCH(const QString, sddl);
    QFETCH(const bool, rejectRemote);
    QFETCH(const uint, fileMode);
    QFETCH(const QString, end);
    NewServerDialog dialog(nullptr, isWindows ? pipecore::System::Windows : pipecore::System::Unix);
    pipecore::ServerOptions options;
    options.name = "orders";
    options.sddl = sddl.toStdString();
    options.rejectRemote = rejectRemote;
    options.fileMode = fileMode;
    dialog.setOptions(options);
    const QString effect = find<QLabel>(dialog, "effect")->text();
    QVERIFY2(effect.endsWith(end), qPrintable(effect));
}

void DialogOptionsTest::EffectSaysWhatTheServerMayDoWithUs()
{
    NewClientDialog dialog(nullptr, pipecore::System::Windows);
    const auto* effect = find<QLabel>(dialog, "effect");
    QVERIFY(effect->text().endsWith(QStringLiteral("but not act on your behalf.")));
    find<QComboBox>(dialog, "sqos")->setCurrentIndex(2);
    QVERIFY(effect->text().endsWith(QStringLiteral("can act on your behalf on its own computer.")));
    const NewClientDialog socket(nullptr, pipecore::System::Unix);
    QVERIFY(!find<QLabel>(socket, "effect")->text().contains(QStringLiteral("on your behalf")));
}

void DialogOptionsTest::PresetsFillTheFieldsAndAreFoundAgain()
{
    for (const pipecore::System system : {pipecore::System::Windows, pipecore::System::Unix}) {
        NewServerDialog dialog(nullptr, system);
        show(dialog);
        typeName(dialog, "mine");
        find<QCheckBox>(dialog, "echo")->setChecked(true);
        auto* preset = find<QComboBox>(dialog, "preset");
        QCOMPARE(preset->currentText(), QStringLiteral("Safe default"));
        QCOMPARE(preset->count(), system == pipecore::System::Windows ? 6 : 5);
        for (const pipecore::ServerPreset wanted : pipecore::allServerPresets) {
            if (!pipecore::isOffered(wanted, system)) {
                continue;
            }
            const int index = preset->findData(static_cast<int>(wanted));
            preset->setCurrentIndex(index);
            emit preset->activated(index);
            QCOMPARE(preset->currentIndex(), index);
            QVERIFY(pipecore::matchingPreset(dialog.options(), system) == wanted);
            QCOMPARE(dialog.options().name, std::string("mine"));
            QVERIFY(dialog.options().connection.echo);
            QVERIFY(ok(dialog)->isEnabled());
        }
        find<QSpinBox>(dialog, "instances")->setValue(3);
        QCOMPARE(preset->currentText(), QStringLiteral("Custom"));
        find<QSpinBox>(dialog, "instances")->setValue(0);
        QCOMPARE(preset->currentText(), QStringLiteral("Everyone (unsafe)"));
        // To choose "Custom" changes nothing.
        preset->setCurrentIndex(preset->count() - 1);
        emit preset->activated(preset->count() - 1);
        QCOMPARE(preset->currentText(), QStringLiteral("Everyone (unsafe)"));
    }
}

void DialogOptionsTest::EveryonePresetWarns()
{
    for (const pipecore::System system : {pipecore::System::Windows, pipecore::System::Unix}) {
        NewServerDialog dialog(nullptr, system);
        show(dialog);
        auto* warning = find<QLabel>(dialog, "warning");
        QVERIFY(!warning->isVisible());
        pipecore::ServerOptions options = dialog.options();
        pipecore::applyPreset(options, pipecore::ServerPreset::Everyone, system);
        dialog.setOptions(options);
        QVERIFY(warning->isVisible());
        QVERIFY(warning->text().startsWith(QStringLiteral("Unsafe")));
        pipecore::applyPreset(options, pipecore::ServerPreset::Libuv, system);
        dialog.setOptions(options);
        QVERIFY(!warning->isVisible());
    }
}

void DialogOptionsTest::OptionsThatDoNotApplyAreDisabledAndSayWhy()
{
    NewServerDialog dialog(nullptr, pipecore::System::Windows);
    auto* readMode = find<QComboBox>(dialog, "readMode");
    auto* writeThrough = find<QCheckBox>(dialog, "writeThrough");
    readMode->setCurrentIndex(1);
    writeThrough->setChecked(true);
    QVERIFY(dialog.options().readMode == pipecore::PipeMode::Byte);
    QVERIFY(!writeThrough->isEnabled());
    QVERIFY(writeThrough->toolTip().contains(QStringLiteral("byte pipes only")));

    find<QRadioButton>(dialog, "byteMode")->click();
    QVERIFY(!readMode->isEnabled());
    QVERIFY(readMode->toolTip().contains(QStringLiteral("always read as bytes")));
    QVERIFY(!dialog.options().readMode.has_value());
    QVERIFY(!writeThrough->isEnabled());
    QVERIFY(writeThrough->toolTip().contains(QStringLiteral("remote clients only")));
    QVERIFY(!dialog.options().writeThrough);

    find<QCheckBox>(dialog, "rejectRemote")->setChecked(false);
    QVERIFY(writeThrough->isEnabled());
    QVERIFY(dialog.options().writeThrough);
    QVERIFY(ok(dialog)->isEnabled());
}

void DialogOptionsTest::IdentityOptionsNeedAnIdentity()
{
    NewClientDialog dialog(nullptr, pipecore::System::Windows);
    for (const char* name : {"effectiveOnly", "contextTracking"}) {
        auto* check = find<QCheckBox>(dialog, name);
        find<QComboBox>(dialog, "sqos")->setCurrentIndex(1);
        check->setChecked(true);
        QVERIFY(check->isEnabled());
        find<QComboBox>(dialog, "sqos")->setCurrentIndex(0);
        QVERIFY(!check->isEnabled());
        QVERIFY(check->toolTip().contains(QStringLiteral("Anonymous")));
    }
    QVERIFY(!dialog.options().effectiveOnly && !dialog.options().contextTracking);
    QVERIFY(!find<QCheckBox>(dialog, "writeThrough")->isEnabled());
}

void DialogOptionsTest::ExampleOfADescriptorPassesTheCheck()
{
    NewServerDialog dialog(nullptr, pipecore::System::Windows);
    const SddlEdit editor;
    for (const QString& example :
         {find<QLineEdit>(dialog, "sddl")->placeholderText(), editor.placeholderText()}) {
        const auto descriptor = pipecore::parseSddl(example.toStdString());
        QVERIFY2(descriptor, qPrintable(example));
        QVERIFY2(pipecore::checkSecurity(*descriptor, {}).empty(), qPrintable(example));
    }
}

void DialogOptionsTest::WaitingHasATimeOnlyWhenItWaits()
{
    NewClientDialog dialog(nullptr, pipecore::System::Windows);
    auto* wait = find<QComboBox>(dialog, "wait");
    auto* timeout = find<QSpinBox>(dialog, "timeout");
    timeout->setValue(0);
    QCOMPARE(timeout->text(), QStringLiteral("one attempt"));
    wait->setCurrentIndex(1);
    QCOMPARE(timeout->text(), QStringLiteral("server default"));
    QVERIFY(find<QLabel>(dialog, "effect")
                ->text()
                .contains(QStringLiteral("server's default timeout")));
    wait->setCurrentIndex(2);
    QVERIFY(!timeout->isEnabled());
    QVERIFY(!timeout->toolTip().isEmpty());
    QVERIFY(find<QLabel>(dialog, "effect")->text().contains(QStringLiteral("makes one attempt")));
    QCOMPARE(dialog.options().wait, pipecore::WaitPolicy::FailAtOnce);
}

void DialogOptionsTest::EachOptionNamesItsFlag()
{
    const NewServerDialog server(nullptr, pipecore::System::Windows);
    const NewClientDialog client(nullptr, pipecore::System::Windows);
    const auto tip = [](const QWidget& dialog, const char* name) {
        return find<QWidget>(dialog, name)->toolTip();
    };
    QVERIFY(tip(server, "access").contains(QStringLiteral("PIPE_ACCESS_DUPLEX")));
    QVERIFY(tip(server, "instances").contains(QStringLiteral("nMaxInstances")));
    QVERIFY(tip(server, "rejectRemote").contains(QStringLiteral("PIPE_REJECT_REMOTE_CLIENTS")));
    QVERIFY(tip(server, "firstInstance").contains(QStringLiteral("FILE_FLAG_FIRST_PIPE_INSTANCE")));
    QVERIFY(tip(server, "readMode").contains(QStringLiteral("PIPE_READMODE_MESSAGE")));
    QVERIFY(tip(server, "ioModel").contains(QStringLiteral("FILE_FLAG_OVERLAPPED")));
    QVERIFY(tip(server, "writeThrough").contains(QStringLiteral("FILE_FLAG_WRITE_THROUGH")));
    QVERIFY(tip(server, "defaultTimeout").contains(QStringLiteral("nDefaultTimeOut")));
    QVERIFY(tip(client, "sqos").contains(QStringLiteral("SECURITY_IDENTIFICATION")));
    QVERIFY(tip(client, "effectiveOnly").contains(QStringLiteral("SECURITY_EFFECTIVE_ONLY")));
    QVERIFY(tip(client, "contextTracking").contains(QStringLiteral("SECURITY_CONTEXT_TRACKING")));
    QVERIFY(tip(client, "shareRead").contains(QStringLiteral("FILE_SHARE_READ")));
}

PIPESCOPE_GUI_TEST(DialogOptionsTest)
#include "tst_dialog_options.moc"
