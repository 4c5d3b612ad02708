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
    NewServerDialog dialog(nullptr);
    dialog.setOptions(options);
    const pipecore::ServerOptions back = dialog.options();
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
}

void NewDialogsTest::EveryClientOptionComesBack()
{
    pipecore::ClientOptions options;
    options.name = "billing";
    options.access = pipecore::ClientAccess::Write;
    options.mode = pipecore::PipeMode::Byte;
    options.timeout = std::chrono::milliseconds(0);
    options.bufferSize = 8192;
    NewClientDialog dialog(nullptr);
    dialog.setOptions(options);
    const pipecore::ClientOptions back = dialog.options();
    QCOMPARE(back.name, options.name);
    QCOMPARE(back.access, options.access);
    QCOMPARE(back.mode, options.mode);
    QCOMPARE(back.timeout.count(), options.timeout.count());
    QCOMPARE(back.bufferSize, options.bufferSize);
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
    NewServerDialog dialog(nullptr);
    pipecore::ServerOptions options;
    options.name = R"(\\.\pipe\orders)";
    options.instances = 4;
    dialog.setOptions(options);
    QCOMPARE(find<QLabel>(dialog, "effect")->text(),
             QStringLiteral(
                 R"(A message pipe \\.\pipe\orders: up to 4 clients at once, both directions.)"));
    find<QRadioButton>(dialog, "byteMode")->click();
    QVERIFY(find<QLabel>(dialog, "effect")->text().startsWith(QStringLiteral("A byte pipe")));
    find<QComboBox>(dialog, "access")->setCurrentIndex(2);
    QVERIFY(find<QLabel>(dialog, "effect")->text().contains(QStringLiteral("it only sends")));
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
        QTest::mouseClick(ok(dialog), Qt::LeftButton);
        QCOMPARE(dialog.result(), int{QDialog::Accepted});
    }
    const NewServerDialog server(nullptr);
    QCOMPARE(server.options().name, std::string("second"));
    QCOMPARE(server.options().mode, pipecore::PipeMode::Byte);
    QCOMPARE(server.options().connection.readSize, std::size_t{100});
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
    auto* fold = find<QToolButton>(dialog, "fold");
    for (int i = 0; i < 12 && !fold->hasFocus(); ++i) {
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
