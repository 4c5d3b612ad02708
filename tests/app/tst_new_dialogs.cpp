#include "connections/fold_section.h"
#include "connections/form_field.h"
#include "connections/new_client_dialog.h"
#include "connections/new_server_dialog.h"
#include "connections/size_edit.h"
#include "dialog_test.h"
#include "runner/register.h"
#include "test_settings.h"
#include "widgets/error_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QRadioButton>
#include <QScreen>
#include <QToolButton>

#include <algorithm>

using namespace pipescope;

/// The dialogs for new servers and clients, by keyboard and mouse.
class NewDialogsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("dialogs"); }
    void init() { TestSettings::clear(); }

    void DefaultsAreThoseOfTheCore();
    void EveryServerOptionComesBack();
    void EveryClientOptionComesBack();
    void InvalidNameIsReportedWhileTyping();
    void ServerRefusesANameOfAnotherComputer();
    void ProblemsAreSaidInTheLanguageOfTheWindow();
    void SocketPathIsShownLive();
    void SecurityEditorIsAttachedByAButton();
    void AllSectionsOpenFitTheScreen();
    void EchoNeedsBothDirections();
    void LastSettingsAndNamesAreRemembered();
    void CancelRemembersNothing();
    void DamagedSettingsGiveDefaults();
    void EveryOptionOfTheSystemHasAField();
    void AdvancedIsFoldedAndReachableByKeyboard();
    void LongNameDoesNotWidenTheDialog();

private:
    TestSettings m_settings;
};

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

void NewDialogsTest::InvalidNameIsReportedWhileTyping()
{
    NewServerDialog dialog(nullptr);
    show(dialog);
    const auto* field = qobject_cast<FormField*>(find<QLineEdit>(dialog, "name")->parentWidget());
    QVERIFY(field != nullptr);
    typeName(dialog, "a");
    QVERIFY(field->problem().isEmpty());
    typeName(dialog, "\\b");
    QVERIFY2(field->problem().contains(QStringLiteral("character 1")),
             qPrintable(field->problem()));
    QVERIFY(!ok(dialog)->isEnabled());
    QCOMPARE(ok(dialog)->toolTip(), field->problem());
    QTest::keyClick(find<QLineEdit>(dialog, "name"), Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    typeName(dialog, "a");
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
    typeName(dialog, R"(\\elsewhere\pipe\orders)");
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
    typeName(dialog, R"(\a)");
    QVERIFY(field->problem().contains(QStringLiteral("at character 1")));
    Language::instance().setCode(QStringLiteral("de"));
    QTRY_VERIFY2(field->problem().contains(QStringLiteral("als Zeichen 1")),
                 qPrintable(field->problem()));

    // Refusals of the core and reports of opened files are translated the same way.
    pipecore::ServerOptions options;
    options.name = "orders";
    options.instances = 999;
    const QString range = errorLine(pipecore::validate(options).error());
    // Texts without a translation stay in English.
    const QString free = errorLine(pipecore::refuse("plain words").error());
    Language::instance().setCode(QStringLiteral("en"));
    QCOMPARE(range, QStringLiteral("Max. Clients ist 999: erlaubt sind 0 bis 254 "
                                   "(0: unbegrenzt)"));
    QCOMPARE(free, QStringLiteral("plain words"));
}

void NewDialogsTest::SocketPathIsShownLive()
{
    NewServerDialog dialog(nullptr);
    show(dialog);
    typeName(dialog, "invoices");
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
        typeName(dialog, name);
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
        typeName(dialog, "never");
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

void NewDialogsTest::EveryOptionOfTheSystemHasAField()
{
    const auto check = [](const PipeDialog& dialog, auto options, pipecore::System system) {
        // Editors that have names of their own.
        const QHash<QByteArray, QString> names{{"mode", QStringLiteral("byteMode")},
                                               {"allow-remote", QStringLiteral("rejectRemote")},
                                               {"reuse", QStringLiteral("instancePolicy")},
                                               {"sync", QStringLiteral("ioModel")}};
        for (const auto& option : options) {
            const QByteArray key = option.key.data();
            QString name;
            for (const QByteArray& word : key.split('-')) {
                name += name.isEmpty() ? QString::fromLatin1(word)
                                       : QString::fromLatin1(word.left(1).toUpper() + word.mid(1));
            }
            const bool isHere = option.only.value_or(system) == system;
            const auto* editor = dialog.findChild<QWidget*>(names.value(key, name));
            QVERIFY2((editor != nullptr) == isHere, key.constData());
        }
        for (const auto* field : dialog.findChildren<OptionField*>()) {
            const bool hasHelp =
                std::ranges::any_of(field->findChildren<QLabel*>(), [](const QLabel* text) {
                    return text->text().endsWith(QLatin1Char('.'));
                });
            QVERIFY2(hasHelp || !field->editor()->toolTip().isEmpty(),
                     qPrintable(field->editor()->objectName()));
        }
    };
    for (const pipecore::System system : {pipecore::System::Windows, pipecore::System::Unix}) {
        check(NewServerDialog(nullptr, system), pipecore::optionsOf<pipecore::ServerOptions>(),
              system);
        check(NewClientDialog(nullptr, system), pipecore::optionsOf<pipecore::ClientOptions>(),
              system);
    }
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
    typeName(dialog, std::string(300, 'n').c_str());
    QVERIFY(!ok(dialog)->isEnabled());
    QCOMPARE(dialog.width(), width);
}

PIPESCOPE_GUI_TEST(NewDialogsTest)
#include "tst_new_dialogs.moc"
