#include "connections/file_mode_edit.h"
#include "connections/fold_section.h"
#include "connections/form_field.h"
#include "connections/new_client_dialog.h"
#include "connections/new_server_dialog.h"
#include "connections/size_edit.h"
#include "widgets/error_text.h"
#include "widgets/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace pipescope;

/// The dialogs for new servers and clients, by keyboard and mouse.
class NewDialogsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void DefaultsAreThoseOfTheCore();
    void EveryServerOptionComesBack();
    void EveryClientOptionComesBack();
    void WrongNameIsToldAtTheFieldAsOneTypes();
    void ServerRefusesANameOfAnotherComputer();
    void ProblemsAreSaidInTheLanguageOfTheWindow();
    void SocketPathIsShownLive();
    void EffectIsOneSentence();
    void EachSystemHasItsOwnOptions();
    void EffectSaysWhoMayConnect_data();
    void EffectSaysWhoMayConnect();
    void EffectSaysWhatTheServerMayDoWithUs();
    void PresetsFillTheFieldsAndAreFoundAgain();
    void EveryonePresetWarns();
    void OptionsThatDoNotApplyAreDisabledAndSayWhy();
    void IdentityOptionsNeedAnIdentity();
    void WaitingHasATimeOnlyWhenItWaits();
    void SecurityEditorIsAttachedByAButton();
    void FileModeIsOctal();
    void EachOptionNamesItsFlag();
    void AllSectionsOpenFitTheScreen();
    void EchoNeedsBothDirections();
    void LastSettingsAndNamesAreRemembered();
    void CancelRemembersNothing();
    void DamagedSettingsGiveDefaults();
    void AdvancedIsFoldedAndReachableByKeyboard();
    void LongNameDoesNotWidenTheDialog();
    void SizesAreReadAsPeopleWriteThem_data();
    void SizesAreReadAsPeopleWriteThem();
    void SizeArrowsDoubleAndHalve();

private:
    template <typename Widget>
    static Widget* find(const QWidget& dialog, const char* name)
    {
        return dialog.findChild<Widget*>(QLatin1String(name));
    }
    static QPushButton* ok(const QWidget& dialog)
    {
        return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    }
    static void show(QWidget& dialog)
    {
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    }
    static void type(const QWidget& dialog, const char* text)
    {
        auto* name = find<QLineEdit>(dialog, "name");
        name->selectAll();
        QTest::keyClicks(name, QString::fromLatin1(text));
    }

    QTemporaryDir m_settings;
};

void NewDialogsTest::initTestCase()
{
    QVERIFY(m_settings.isValid());
    QCoreApplication::setOrganizationName(QStringLiteral("pipescope-test"));
    QCoreApplication::setApplicationName(QStringLiteral("dialogs"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void NewDialogsTest::init()
{
    QSettings().clear();
    Language::instance().setCode(QStringLiteral("en"));
}

void NewDialogsTest::DefaultsAreThoseOfTheCore()
{
    const NewServerDialog server(nullptr);
    const pipecore::ServerOptions wanted;
    const pipecore::ServerOptions shown = server.options();
    QCOMPARE(shown.mode, wanted.mode);
    QCOMPARE(shown.access, wanted.access);
    QCOMPARE(shown.instances, wanted.instances);
    QCOMPARE(shown.outBufferSize, wanted.outBufferSize);
    QCOMPARE(shown.connection.readSize, wanted.connection.readSize);
    QCOMPARE(shown.connection.writeQueueLimit, wanted.connection.writeQueueLimit);
    QCOMPARE(shown.connection.drainTime.count(), wanted.connection.drainTime.count());
    QVERIFY(ok(server)->isEnabled());
    const NewClientDialog client(nullptr);
    QCOMPARE(client.options().timeout.count(), pipecore::ClientOptions{}.timeout.count());
    QVERIFY(ok(client)->isEnabled());
}

void NewDialogsTest::EveryServerOptionComesBack()
{
    pipecore::ServerOptions options;
    options.name = "billing";
    options.mode = pipecore::PipeMode::Byte;
    options.access = pipecore::Access::Duplex;
    options.instances = 17;
    options.outBufferSize = 4097;
    options.inBufferSize = 0;
    options.connection.readSize = 3;
    options.connection.writeQueueLimit = 1024;
    options.connection.messageLimit = 5 * 1024 * 1024;
    options.connection.drainTime = std::chrono::milliseconds(123);
    options.connection.echo = true;
    NewServerDialog dialog(nullptr, pipecore::System::Windows);
    options.defaultTimeout = std::chrono::milliseconds(750);
    options.firstInstance = false;
    options.rejectRemote = false;
    options.writeThrough = true;
    options.sddl = "D:(A;;FA;;;SY)";
    options.policy = pipecore::InstancePolicy::Reuse;
    options.io = pipecore::IoModel::Synchronous;
    dialog.setOptions(options);
    const pipecore::ServerOptions back = dialog.options();
    QCOMPARE(back.defaultTimeout.count(), options.defaultTimeout.count());
    QCOMPARE(back.firstInstance, false);
    QCOMPARE(back.rejectRemote, false);
    QCOMPARE(back.writeThrough, true);
    QCOMPARE(back.sddl, options.sddl);
    QCOMPARE(back.policy, options.policy);
    QCOMPARE(back.io, options.io);
    QCOMPARE(back.name, options.name);
    QCOMPARE(back.mode, options.mode);
    QCOMPARE(back.access, options.access);
    QCOMPARE(back.instances, options.instances);
    QCOMPARE(back.outBufferSize, options.outBufferSize);
    QCOMPARE(back.inBufferSize, options.inBufferSize);
    QCOMPARE(back.connection.readSize, options.connection.readSize);
    QCOMPARE(back.connection.writeQueueLimit, options.connection.writeQueueLimit);
    QCOMPARE(back.connection.messageLimit, options.connection.messageLimit);
    QCOMPARE(back.connection.drainTime.count(), options.connection.drainTime.count());
    QCOMPARE(back.connection.echo, true);

    options.mode = pipecore::PipeMode::Message;
    options.readMode = pipecore::PipeMode::Byte;
    dialog.setOptions(options);
    QVERIFY(dialog.options().readMode == pipecore::PipeMode::Byte);

    NewServerDialog onUnix(nullptr, pipecore::System::Unix);
    options.fileMode = 0664;
    options.backlog = 17;
    onUnix.setOptions(options);
    QCOMPARE(onUnix.options().fileMode, 0664U);
    QCOMPARE(onUnix.options().backlog, 17U);
    QCOMPARE(onUnix.options().inBufferSize, options.inBufferSize);
}

void NewDialogsTest::EveryClientOptionComesBack()
{
    pipecore::ClientOptions options;
    options.name = "billing";
    options.access = pipecore::ClientAccess::Write;
    options.mode = pipecore::PipeMode::Byte;
    options.timeout = std::chrono::milliseconds(0);
    options.bufferSize = 8192;
    options.wait = pipecore::WaitPolicy::FailAtOnce;
    NewClientDialog dialog(nullptr, pipecore::System::Unix);
    dialog.setOptions(options);
    const pipecore::ClientOptions back = dialog.options();
    QCOMPARE(back.name, options.name);
    QCOMPARE(back.access, options.access);
    QCOMPARE(back.mode, options.mode);
    QCOMPARE(back.timeout.count(), options.timeout.count());
    QCOMPARE(back.bufferSize, options.bufferSize);
    QCOMPARE(back.wait, options.wait);

    options.name = R"(\\elsewhere\pipe\billing)";
    options.wait = pipecore::WaitPolicy::WaitThenOpen;
    options.timeout = std::chrono::milliseconds(321);
    options.sqos = pipecore::SqosLevel::Delegation;
    options.effectiveOnly = true;
    options.contextTracking = true;
    options.shareRead = true;
    options.shareWrite = true;
    options.writeThrough = true;
    options.io = pipecore::IoModel::Synchronous;
    NewClientDialog onWindows(nullptr, pipecore::System::Windows);
    onWindows.setOptions(options);
    const pipecore::ClientOptions there = onWindows.options();
    QCOMPARE(there.wait, options.wait);
    QCOMPARE(there.timeout.count(), options.timeout.count());
    QCOMPARE(there.sqos, options.sqos);
    QVERIFY(there.effectiveOnly && there.contextTracking);
    QVERIFY(there.shareRead && there.shareWrite);
#ifdef Q_OS_WIN
    QVERIFY(there.writeThrough); // elsewhere no name is that of another computer
#endif
    QCOMPARE(there.io, options.io);
}

void NewDialogsTest::WrongNameIsToldAtTheFieldAsOneTypes()
{
    NewServerDialog dialog(nullptr);
    show(dialog);
    const auto* field = qobject_cast<FormField*>(find<QLineEdit>(dialog, "name")->parentWidget());
    QVERIFY(field != nullptr);
    type(dialog, "a");
    QVERIFY(field->problem().isEmpty());
    type(dialog, "a\\b");
    QVERIFY2(field->problem().contains(QStringLiteral("character 2")),
             qPrintable(field->problem()));
    QVERIFY(!ok(dialog)->isEnabled());
    QCOMPARE(ok(dialog)->toolTip(), field->problem());
    QTest::keyClick(find<QLineEdit>(dialog, "name"), Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QTest::keyClick(find<QLineEdit>(dialog, "name"), Qt::Key_Backspace);
    QTest::keyClick(find<QLineEdit>(dialog, "name"), Qt::Key_Backspace);
    QVERIFY(field->problem().isEmpty());
    QVERIFY(ok(dialog)->isEnabled());
    QTest::keyClick(find<QLineEdit>(dialog, "name"), Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(dialog.result(), int{QDialog::Accepted});
    QCOMPARE(dialog.options().name, std::string("a"));
}

void NewDialogsTest::ServerRefusesANameOfAnotherComputer()
{
    NewServerDialog dialog(nullptr);
    show(dialog);
    type(dialog, R"(\\elsewhere\pipe\orders)");
    QVERIFY(!ok(dialog)->isEnabled());
    const auto* field = qobject_cast<FormField*>(find<QLineEdit>(dialog, "name")->parentWidget());
    QVERIFY(field->problem().contains(QStringLiteral("elsewhere")));
}

void NewDialogsTest::ProblemsAreSaidInTheLanguageOfTheWindow()
{
    if (!Language::isAvailable(QStringLiteral("de"))) {
        QSKIP("built without translations (lrelease was not found)");
    }
    NewServerDialog dialog(nullptr);
    show(dialog);
    const auto* field = qobject_cast<FormField*>(find<QLineEdit>(dialog, "name")->parentWidget());
    type(dialog, R"(a\b)");
    QVERIFY(field->problem().contains(QStringLiteral("at character 2")));
    Language::instance().setCode(QStringLiteral("de"));
    QTRY_VERIFY2(field->problem().contains(QStringLiteral("als Zeichen 2")),
                 qPrintable(field->problem()));

    // What the core refuses and what opening a file says comes by the same way.
    pipecore::ServerOptions options;
    options.name = "orders";
    options.instances = 999;
    const QString range = errorLine(pipecore::validate(options).error());
    // What has no translation stays in English.
    const QString free = errorLine(pipecore::refuse("plain words").error());
    Language::instance().setCode(QStringLiteral("en"));
    QCOMPARE(range, QStringLiteral("Clients zugleich ist 999: erlaubt sind 0 bis 254 "
                                   "(0: unbegrenzt)"));
    QCOMPARE(free, QStringLiteral("plain words"));
}

void NewDialogsTest::SocketPathIsShownLive()
{
    NewServerDialog dialog(nullptr);
    show(dialog);
    type(dialog, "invoices");
    const auto name = pipecore::PipeName::parse("invoices");
    QVERIFY(name.has_value());
    bool found = false;
    for (const QLabel* label : dialog.findChildren<QLabel*>()) {
        found = found
                || (label->isVisible()
                    && label->text().endsWith(QString::fromStdString(name->native())));
    }
    QVERIFY(found);
}

void NewDialogsTest::EffectIsOneSentence()
{
    NewServerDialog dialog(nullptr, pipecore::System::Windows);
    pipecore::ServerOptions options;
    options.name = R"(\\.\pipe\orders)";
    options.instances = 4;
    dialog.setOptions(options);
    QCOMPARE(find<QLabel>(dialog, "effect")->text(),
             QStringLiteral(
                 R"(A message pipe \\.\pipe\orders: up to 4 clients at once, both directions. )"
                 "Only you, administrators and the system may connect."));
    find<QRadioButton>(dialog, "byteMode")->click();
    QVERIFY(find<QLabel>(dialog, "effect")->text().startsWith(QStringLiteral("A byte pipe")));
    find<QComboBox>(dialog, "access")->setCurrentIndex(2);
    QVERIFY(find<QLabel>(dialog, "effect")->text().contains(QStringLiteral("it only sends")));
}

void NewDialogsTest::EachSystemHasItsOwnOptions()
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

void NewDialogsTest::EffectSaysWhoMayConnect_data()
{
    QTest::addColumn<bool>("isWindows");
    QTest::addColumn<QString>("sddl");
    QTest::addColumn<bool>("rejectRemote");
    QTest::addColumn<uint>("fileMode");
    QTest::addColumn<QString>("end");
    const QString none;
    QTest::newRow("safe") << true << none << true << 0600U
                          << "Only you, administrators and the system may connect.";
    QTest::newRow("remote") << true << none << false << 0600U
                            << "may connect. Other computers may connect, too.";
    QTest::newRow("Windows' default") << true << QString::fromLatin1(pipecore::windowsDefaultSddl())
                                      << true << 0600U << "all others may only read.";
    QTest::newRow("everyone") << true << QString::fromLatin1(pipecore::everyoneSddl()) << true
                              << 0600U << "Everyone may connect, also without a password.";
    QTest::newRow("own descriptor") << true << "D:(A;;FA;;;BG)" << true << 0600U
                                    << "The security descriptor says who may connect.";
    QTest::newRow("0600") << false << none << true << 0600U << "Only you and root may connect.";
    QTest::newRow("0660") << false << none << true << 0660U
                          << "Only you, your group and root may connect.";
    QTest::newRow("0666") << false << none << true << 0666U
                          << "Every user of this computer may connect.";
    QTest::newRow("0755") << false << none << true << 0755U << "Only you and root may connect.";
    QTest::newRow("0444") << false << none << true << 0444U << "Only root may connect.";
    QTest::newRow("0606") << false << none << true << 0606U << "lets write, may connect.";
}

void NewDialogsTest::EffectSaysWhoMayConnect()
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

void NewDialogsTest::EffectSaysWhatTheServerMayDoWithUs()
{
    NewClientDialog dialog(nullptr, pipecore::System::Windows);
    const auto* effect = find<QLabel>(dialog, "effect");
    QVERIFY(effect->text().endsWith(QStringLiteral("but not act as you.")));
    find<QComboBox>(dialog, "sqos")->setCurrentIndex(2);
    QVERIFY(effect->text().endsWith(QStringLiteral("may act as you on its computer.")));
    const NewClientDialog socket(nullptr, pipecore::System::Unix);
    QVERIFY(!find<QLabel>(socket, "effect")->text().contains(QStringLiteral("act as you")));
}

void NewDialogsTest::PresetsFillTheFieldsAndAreFoundAgain()
{
    for (const pipecore::System system : {pipecore::System::Windows, pipecore::System::Unix}) {
        NewServerDialog dialog(nullptr, system);
        show(dialog);
        type(dialog, "mine");
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

void NewDialogsTest::EveryonePresetWarns()
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

void NewDialogsTest::OptionsThatDoNotApplyAreDisabledAndSayWhy()
{
    NewServerDialog dialog(nullptr, pipecore::System::Windows);
    auto* readMode = find<QComboBox>(dialog, "readMode");
    auto* writeThrough = find<QCheckBox>(dialog, "writeThrough");
    readMode->setCurrentIndex(1);
    writeThrough->setChecked(true);
    QVERIFY(dialog.options().readMode == pipecore::PipeMode::Byte);
    QVERIFY(!writeThrough->isEnabled());
    QVERIFY(writeThrough->toolTip().contains(QStringLiteral("Only byte pipes")));

    find<QRadioButton>(dialog, "byteMode")->click();
    QVERIFY(!readMode->isEnabled());
    QVERIFY(readMode->toolTip().contains(QStringLiteral("has no messages")));
    QVERIFY(!dialog.options().readMode.has_value());
    QVERIFY(!writeThrough->isEnabled());
    QVERIFY(writeThrough->toolTip().contains(QStringLiteral("on other computers")));
    QVERIFY(!dialog.options().writeThrough);

    find<QCheckBox>(dialog, "rejectRemote")->setChecked(false);
    QVERIFY(writeThrough->isEnabled());
    QVERIFY(dialog.options().writeThrough);
    QVERIFY(ok(dialog)->isEnabled());
}

void NewDialogsTest::IdentityOptionsNeedAnIdentity()
{
    NewClientDialog dialog(nullptr, pipecore::System::Windows);
    for (const char* name : {"effectiveOnly", "contextTracking"}) {
        auto* check = find<QCheckBox>(dialog, name);
        find<QComboBox>(dialog, "sqos")->setCurrentIndex(1);
        check->setChecked(true);
        QVERIFY(check->isEnabled());
        find<QComboBox>(dialog, "sqos")->setCurrentIndex(0);
        QVERIFY(!check->isEnabled());
        QVERIFY(check->toolTip().contains(QStringLiteral("anonymous")));
    }
    QVERIFY(!dialog.options().effectiveOnly && !dialog.options().contextTracking);
    QVERIFY(!find<QCheckBox>(dialog, "writeThrough")->isEnabled());
}

void NewDialogsTest::WaitingHasATimeOnlyWhenItWaits()
{
    NewClientDialog dialog(nullptr, pipecore::System::Windows);
    auto* wait = find<QComboBox>(dialog, "wait");
    auto* timeout = find<QSpinBox>(dialog, "timeout");
    timeout->setValue(0);
    QCOMPARE(timeout->text(), QStringLiteral("try once"));
    wait->setCurrentIndex(1);
    QCOMPARE(timeout->text(), QStringLiteral("the server's default"));
    QVERIFY(find<QLabel>(dialog, "effect")->text().contains(QStringLiteral("as the server says")));
    wait->setCurrentIndex(2);
    QVERIFY(!timeout->isEnabled());
    QVERIFY(!timeout->toolTip().isEmpty());
    QVERIFY(find<QLabel>(dialog, "effect")->text().contains(QStringLiteral("tries once")));
    QCOMPARE(dialog.options().wait, pipecore::WaitPolicy::FailAtOnce);
}

void NewDialogsTest::SecurityEditorIsAttachedByAButton()
{
    NewServerDialog dialog(nullptr, pipecore::System::Windows);
    show(dialog);
    find<FoldSection>(dialog, "accessSection")->setOpen(true);
    auto* button = find<QPushButton>(dialog, "editSddl");
    QVERIFY(!button->isVisible());
    std::string asked;
    dialog.setSecurityEditor([&asked](QWidget* /*over*/, const pipecore::ServerOptions& options,
                                      const std::function<void(const QString&)>& accepted) {
        asked = options.sddl;
        accepted(QStringLiteral("D:(A;;FR;;;WD)"));
    });
    QVERIFY(button->isVisible());
    find<QLineEdit>(dialog, "sddl")->setText(QStringLiteral(" D:(A;;FA;;;SY) "));
    button->click();
    QCOMPARE(asked, std::string("D:(A;;FA;;;SY)"));
    QCOMPARE(dialog.options().sddl, std::string("D:(A;;FR;;;WD)"));
}

void NewDialogsTest::FileModeIsOctal()
{
    FileModeEdit edit;
    edit.setValue(0600);
    QCOMPARE(edit.text(), QStringLiteral("0600"));
    edit.selectAll();
    QTest::keyClicks(&edit, QStringLiteral("8660"));
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(edit.value(), 0660);
    QCOMPARE(edit.text(), QStringLiteral("0660"));
}

void NewDialogsTest::EachOptionNamesItsFlag()
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

void NewDialogsTest::AllSectionsOpenFitTheScreen()
{
    NewServerDialog dialog(nullptr, pipecore::System::Windows);
    show(dialog);
    for (FoldSection* section : dialog.findChildren<FoldSection*>()) {
        section->setOpen(true);
    }
    QVERIFY(dialog.height() <= dialog.screen()->availableGeometry().height());
    QVERIFY(find<QLabel>(dialog, "effect")->isVisible());
    QVERIFY(ok(dialog)->isVisible());
}

void NewDialogsTest::EchoNeedsBothDirections()
{
    NewServerDialog dialog(nullptr);
    auto* echo = find<QCheckBox>(dialog, "echo");
    echo->setChecked(true);
    QVERIFY(dialog.options().connection.echo);
    find<QComboBox>(dialog, "access")->setCurrentIndex(1);
    QVERIFY(!echo->isEnabled());
    QVERIFY(!echo->toolTip().isEmpty());
    QVERIFY(!dialog.options().connection.echo);
    QVERIFY(ok(dialog)->isEnabled());
    find<QComboBox>(dialog, "access")->setCurrentIndex(0);
    QVERIFY(dialog.options().connection.echo);
}

void NewDialogsTest::LastSettingsAndNamesAreRemembered()
{
    for (const char* name : {"first", "second"}) {
        NewServerDialog dialog(nullptr);
        show(dialog);
        type(dialog, name);
        find<QRadioButton>(dialog, "byteMode")->click();
        find<SizeEdit>(dialog, "readSize")->setValue(100);
#ifdef Q_OS_WIN
        find<QLineEdit>(dialog, "sddl")->setText(QStringLiteral("D:(A;;FA;;;SY)"));
        find<QCheckBox>(dialog, "firstInstance")->setChecked(false);
#else
        find<QSpinBox>(dialog, "fileMode")->setValue(0660);
#endif
        QTest::mouseClick(ok(dialog), Qt::LeftButton);
        QCOMPARE(dialog.result(), int{QDialog::Accepted});
    }
    const NewServerDialog server(nullptr);
    QCOMPARE(server.options().name, std::string("second"));
    QCOMPARE(server.options().mode, pipecore::PipeMode::Byte);
    QCOMPARE(server.options().connection.readSize, std::size_t{100});
#ifdef Q_OS_WIN
    QCOMPARE(server.options().sddl, std::string("D:(A;;FA;;;SY)"));
    QVERIFY(!server.options().firstInstance);
#else
    QCOMPARE(server.options().fileMode, 0660U);
#endif
    // Names are shared, options are not.
    const NewClientDialog client(nullptr);
    QCOMPARE(client.options().mode, pipecore::PipeMode::Message);
    const QAbstractItemModel* names = find<QLineEdit>(client, "name")->completer()->model();
    QCOMPARE(names->rowCount(), 2);
    QCOMPARE(names->index(0, 0).data().toString(), QStringLiteral("second"));
}

void NewDialogsTest::CancelRemembersNothing()
{
    {
        NewClientDialog dialog(nullptr);
        show(dialog);
        type(dialog, "never");
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QCOMPARE(dialog.result(), int{QDialog::Rejected});
    }
    const NewClientDialog dialog(nullptr);
    QVERIFY(dialog.options().name != "never");
}

void NewDialogsTest::DamagedSettingsGiveDefaults()
{
    QSettings settings;
    settings.setValue(QStringLiteral("connections/server/mode"), 99);
    settings.setValue(QStringLiteral("connections/server/instances"), 100000);
    settings.setValue(QStringLiteral("connections/server/readSize"), QStringLiteral("much"));
    const NewServerDialog dialog(nullptr);
    QCOMPARE(dialog.options().instances, pipecore::ServerOptions{}.instances);
    QCOMPARE(dialog.options().connection.readSize, pipecore::ConnectionOptions{}.readSize);
    QVERIFY(ok(dialog)->isEnabled());
}

void NewDialogsTest::AdvancedIsFoldedAndReachableByKeyboard()
{
    NewServerDialog dialog(nullptr);
    show(dialog);
    auto* readSize = find<SizeEdit>(dialog, "readSize");
    QVERIFY(!readSize->isVisible());
    const int folded = dialog.height();
    QVERIFY(find<QLineEdit>(dialog, "name")->hasFocus());
    auto* fold = find<FoldSection>(dialog, "advancedSection")->findChild<QToolButton*>();
    for (int i = 0; i < 16 && !fold->hasFocus(); ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QVERIFY(fold->hasFocus());
    QTest::keyClick(fold, Qt::Key_Space);
    QVERIFY(readSize->isVisible());
    QVERIFY(dialog.height() > folded);
    QTest::keyClick(fold, Qt::Key_Space);
    QVERIFY(!readSize->isVisible());
    QCOMPARE(dialog.height(), folded);
}

void NewDialogsTest::LongNameDoesNotWidenTheDialog()
{
    NewServerDialog dialog(nullptr);
    show(dialog);
    const int width = dialog.width();
    type(dialog, std::string(300, 'n').c_str());
    QVERIFY(!ok(dialog)->isEnabled());
    QCOMPARE(dialog.width(), width);
}

void NewDialogsTest::SizesAreReadAsPeopleWriteThem_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<QString>("shown");
    QTest::newRow("bytes") << "65537" << 65537 << "65537 B";
    QTest::newRow("even bytes") << "65536" << 65536 << "64 KiB";
    QTest::newRow("k") << "8k" << 8192 << "8 KiB";
    QTest::newRow("KiB") << "8 KiB" << 8192 << "8 KiB";
    QTest::newRow("M") << "1M" << 1048576 << "1 MiB";
    QTest::newRow("too large") << "9999M" << 16777216 << "16 MiB";
    QTest::newRow("nonsense") << "k" << 4096 << "4 KiB";
}

void NewDialogsTest::SizesAreReadAsPeopleWriteThem()
{
    QFETCH(const QString, typed);
    QFETCH(const int, bytes);
    QFETCH(const QString, shown);
    SizeEdit edit(1, 16 * 1024 * 1024);
    edit.setValue(4096);
    edit.selectAll();
    QTest::keyClicks(&edit, typed);
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(edit.value(), bytes);
    QCOMPARE(edit.text(), shown);
}

void NewDialogsTest::SizeArrowsDoubleAndHalve()
{
    SizeEdit edit(0, 8192);
    edit.setValue(4096);
    QTest::keyClick(&edit, Qt::Key_Up);
    QCOMPARE(edit.value(), 8192);
    QTest::keyClick(&edit, Qt::Key_Up);
    QCOMPARE(edit.value(), 8192);
    for (int i = 0; i < 10; ++i) {
        QTest::keyClick(&edit, Qt::Key_Down);
    }
    QCOMPARE(edit.value(), 0);
    QTest::keyClick(&edit, Qt::Key_Up);
    QCOMPARE(edit.value(), 1024);
}

QTEST_MAIN(NewDialogsTest)
#include "tst_new_dialogs.moc"
