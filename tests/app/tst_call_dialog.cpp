#include "connections/call_dialog.h"
#include "connections/size_edit.h"
#include "dialog_test.h"
#include "runner/register.h"
#include "test_settings.h"
#include "widgets/language.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QTest>

using namespace pipescope;

/// The dialog for one CallNamedPipe. It is the same on every system; the window offers it on Windows.
class CallDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("call"); }
    void init() { TestSettings::clear(); }

    void OptionsMatchTheInput();
    void InvalidInputIsNotSent();
    void HexIsTheSameBytes();
    void CtrlEnterCalls();
    void LastCallIsRemembered();

private:
    TestSettings m_settings;
};

void CallDialogTest::OptionsMatchTheInput()
{
    CallDialog dialog(nullptr);
    find<QLineEdit>(dialog, "name")->setText(QStringLiteral("billing"));
    find<QPlainTextEdit>(dialog, "payload")->setPlainText(QStringLiteral("hi\\x00"));
    find<QSpinBox>(dialog, "timeout")->setValue(250);
    find<SizeEdit>(dialog, "replyLimit")->setValue(99);
    const pipecore::CallOptions options = dialog.options();
    QCOMPARE(options.name, std::string("billing"));
    QCOMPARE(options.request, (pipecore::Bytes{std::byte{'h'}, std::byte{'i'}, std::byte{0}}));
    QCOMPARE(options.timeout.count(), 250);
    QCOMPARE(options.replyLimit, std::size_t{99});
    QVERIFY(ok(dialog)->isEnabled());
    QVERIFY(find<QLabel>(dialog, "effect")->text().contains(QStringLiteral("0.25 s")));
    find<QSpinBox>(dialog, "timeout")->setValue(0);
    QVERIFY(find<QLabel>(dialog, "effect")
                ->text()
                .contains(QStringLiteral("server's default timeout")));
}

void CallDialogTest::InvalidInputIsNotSent()
{
    CallDialog dialog(nullptr);
    find<QPlainTextEdit>(dialog, "payload")->setPlainText(QStringLiteral("a\\q"));
    QVERIFY(!ok(dialog)->isEnabled());
    QVERIFY(find<QLabel>(dialog, "payloadState")->text().startsWith(QStringLiteral("Column 2:")));
    find<QPlainTextEdit>(dialog, "payload")->setPlainText(QStringLiteral("a"));
    QVERIFY(ok(dialog)->isEnabled());
    find<QLineEdit>(dialog, "name")->setText(QStringLiteral("\\b"));
    QVERIFY(!ok(dialog)->isEnabled());
}

void CallDialogTest::HexIsTheSameBytes()
{
    CallDialog dialog(nullptr);
    find<QPlainTextEdit>(dialog, "payload")->setPlainText(QStringLiteral("AB"));
    find<QRadioButton>(dialog, "hexMode")->click();
    QVERIFY(
        find<QPlainTextEdit>(dialog, "payload")->toPlainText().startsWith(QStringLiteral("41 42")));
    QCOMPARE(dialog.options().request.size(), std::size_t{2});
}

void CallDialogTest::CtrlEnterCalls()
{
    CallDialog dialog(nullptr);
    show(dialog);
    auto* payload = find<QPlainTextEdit>(dialog, "payload");
    payload->setFocus();
    QTest::keyClick(payload, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QTest::keyClick(payload, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(dialog.result(), int{QDialog::Accepted});
}

void CallDialogTest::LastCallIsRemembered()
{
    {
        CallDialog dialog(nullptr);
        find<QLineEdit>(dialog, "name")->setText(QStringLiteral("billing"));
        find<QRadioButton>(dialog, "hexMode")->click();
        find<QPlainTextEdit>(dialog, "payload")->setPlainText(QStringLiteral("0A"));
        find<QSpinBox>(dialog, "timeout")->setValue(250);
        dialog.accept();
    }
    const CallDialog dialog(nullptr);
    QCOMPARE(dialog.options().name, std::string("billing"));
    QCOMPARE(dialog.options().request, pipecore::Bytes{std::byte{0x0A}});
    QCOMPARE(dialog.options().timeout.count(), 250);
}

PIPESCOPE_GUI_TEST(CallDialogTest)
#include "tst_call_dialog.moc"
