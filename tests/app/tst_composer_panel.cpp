#include "composer_under_test.h"
#include "facts_builder.h"
#include "runner/register.h"
#include "test_settings.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace pipescope;
using pipecore::Bytes;
using pipecore::toBytes;

/// The composer as a user meets it: keyboard and mouse on the real widgets.
class ComposerPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("composer"); }
    void init() { TestSettings::clear(); }

    void TypedTextIsSentWithEnter();
    void ShiftEnterStartsALine();
    void CtrlEnterSendsWhenChosen();
    void HeldEnterSendsOnce();
    void EndingAndEncodingAreAdded();
    void BytesAreCountedAsOneTypes();
    void MistakeIsMarkedAtItsPlaceAndNothingIsSent_data();
    void MistakeIsMarkedAtItsPlaceAndNothingIsSent();
    void UnfinishedByteIsNotMarkedAtOnce();
    void ConversionLosesNothing_data();
    void ConversionLosesNothing();
    void GoingBackKeepsTheSpelling();
    void InvalidInputIsNotConverted();
    void EmptyMessageNeedsAnExplicitWish();
    void EmptyMessageIsRefusedInByteMode();
    void HistoryGoesBackAndKeepsTheDraft();
    void HistorySurvivesARestart();
    void SendAgainKeepsTheInput();
    void DraftBehindTheHistoryIsKept();
    void MegabyteDoesNotFreeze();
    void MegabyteInOneLineDoesNotFreeze();
    void LanguageChangesWhileRunning();

private:
    TestSettings m_settings;
};

void ComposerPanelTest::TypedTextIsSentWithEnter()
{
    FactsBuilder facts;
    const auto server = facts.addServer(R"(\\.\pipe\orders)");
    facts.addConnection(server, 988, "/usr/bin/node");
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.type("hello");
    panel.press(Qt::Key_Return);
    QCOMPARE(panel.sent.size(), 1);
    QCOMPARE(panel.payload(), toBytes("hello"));
    QCOMPARE(panel.sentTo(), (SendTarget{{}, server}));
    QVERIFY(panel.edit()->payloadText().isEmpty());
}

void ComposerPanelTest::ShiftEnterStartsALine()
{
    FactsBuilder facts;
    facts.addConnection(facts.addServer("a"), 1, "x");
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.type("one");
    panel.press(Qt::Key_Return, Qt::ShiftModifier);
    panel.type("two");
    QCOMPARE(panel.sent.size(), 0);
    panel.press(Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(panel.payload(), toBytes("one\ntwo"));
}

void ComposerPanelTest::CtrlEnterSendsWhenChosen()
{
    FactsBuilder facts;
    facts.addConnection(facts.addServer("a"), 1, "x");
    {
        ComposerUnderTest panel;
        panel.widget.setSendKey(SendKey::CtrlEnter);
    }
    ComposerUnderTest panel;
    QCOMPARE(panel.widget.sendKey(), SendKey::CtrlEnter);
    panel.widget.setFacts(facts.snapshot());
    panel.type("one");
    panel.press(Qt::Key_Return);
    panel.type("two");
    QCOMPARE(panel.sent.size(), 0);
    panel.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(panel.payload(), toBytes("one\ntwo"));
}

void ComposerPanelTest::HeldEnterSendsOnce()
{
    FactsBuilder facts;
    facts.addConnection(facts.addServer("a"), 1, "x");
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.find<QComboBox>("ending")->setCurrentIndex(1); // each empty input would be a payload
    panel.type("x");
    panel.press(Qt::Key_Return);
    QKeyEvent repeated(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"),
                       true);
    QCoreApplication::sendEvent(panel.edit(), &repeated);
    QCOMPARE(panel.sent.size(), 1);
}

void ComposerPanelTest::EndingAndEncodingAreAdded()
{
    FactsBuilder facts;
    facts.addConnection(facts.addServer("a"), 1, "x");
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.find<QComboBox>("encoding")->setCurrentIndex(1);
    panel.find<QComboBox>("ending")->setCurrentIndex(2);
    panel.type("é\\x01");
    QCOMPARE(panel.find<QLabel>("count")->text(), QStringLiteral("7 bytes"));
    panel.press(Qt::Key_Return);
    QCOMPARE(panel.payload(), toBytes(std::string_view("\xE9\0\x01\r\0\n\0", 7)));
}

void ComposerPanelTest::BytesAreCountedAsOneTypes()
{
    ComposerUnderTest panel;
    const auto* count = panel.find<QLabel>("count");
    QCOMPARE(count->text(), QStringLiteral("0 bytes"));
    panel.type("a");
    QCOMPARE(count->text(), QStringLiteral("1 byte"));
    panel.type("ä");
    QCOMPARE(count->text(), QStringLiteral("3 bytes"));
    panel.click("hexMode");
    QCOMPARE(count->text(), QStringLiteral("3 bytes"));
    panel.type(" ff");
    QCOMPARE(count->text(), QStringLiteral("4 bytes"));
}

void ComposerPanelTest::MistakeIsMarkedAtItsPlaceAndNothingIsSent_data()
{
    QTest::addColumn<bool>("isHex");
    QTest::addColumn<QString>("input");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("place");
    QTest::newRow("escape") << false << QStringLiteral("ä \\q x") << 2
                            << QStringLiteral("Column 3:");
    QTest::newRow("after an emoji")
        << false << QString::fromUtf8("😀\\q") << 2 << QStringLiteral("Column 3:");
    QTest::newRow("second line") << false << QStringLiteral("ab\n\\q") << 3
                                 << QStringLiteral("Line 2, column 1:");
    QTest::newRow("hex") << true << QStringLiteral("0A zz 0B") << 3 << QStringLiteral("Column 4:");
}

void ComposerPanelTest::MistakeIsMarkedAtItsPlaceAndNothingIsSent()
{
    QFETCH(const bool, isHex);
    QFETCH(const QString, input);
    QFETCH(const int, position);
    QFETCH(const QString, place);
    FactsBuilder facts;
    facts.addConnection(facts.addServer("a"), 1, "x");
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    if (isHex) {
        panel.click("hexMode");
    }
    panel.edit()->setPayloadText(input);
    panel.press(Qt::Key_Return);
    QCOMPARE(panel.sent.size(), 0);
    QVERIFY(!panel.widget.trySend());
    QVERIFY(panel.isMarked());
    QCOMPARE(panel.edit()->extraSelections().first().cursor.selectionStart(), position);
    QCOMPARE(panel.edit()->textCursor().position(), position);
    QVERIFY2(panel.message().startsWith(place), qPrintable(panel.message()));
    QVERIFY(panel.message().size() > place.size() + 4);
    QCOMPARE(panel.edit()->payloadText(), input);
    panel.edit()->selectAll();
    panel.type(isHex ? "0a" : "ok");
    QVERIFY(!panel.isMarked());
    QCOMPARE(panel.message(), QString());
}

void ComposerPanelTest::UnfinishedByteIsNotMarkedAtOnce()
{
    ComposerUnderTest panel;
    panel.click("hexMode");
    panel.type("0");
    QVERIFY(!panel.isMarked());
    QTRY_VERIFY(panel.isMarked());
    panel.type("A");
    QVERIFY(!panel.isMarked());
}

void ComposerPanelTest::ConversionLosesNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("encoding");
    QTest::addColumn<int>("ending");
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte) {
        all += static_cast<char>(byte);
    }
    for (int encoding = 0; encoding < 3; ++encoding) {
        for (int ending = 0; ending < 4; ++ending) {
            const QByteArray name = QByteArray::number(encoding) + ' ' + QByteArray::number(ending);
            QTest::newRow(("every byte " + name).constData()) << all << encoding << ending;
            QTest::newRow(("separators " + name).constData())
                << QByteArray("\u00A0 \u2028 \u2029 \uFFFC \\n \uFDD0\r\n") << encoding << ending;
            QTest::newRow(("wide separators " + name).constData())
                << QByteArray("\x28\x20\x29\x20\xD0\xFD\xFC\xFF\x00\xD8\x41", 11) << encoding
                << ending;
            QTest::newRow(("only an ending " + name).constData())
                << QByteArray("\r\n") << encoding << ending;
        }
    }
}

void ComposerPanelTest::ConversionLosesNothing()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, encoding);
    QFETCH(const int, ending);
    FactsBuilder facts;
    facts.addConnection(facts.addServer("a"), 1, "x");
    const Bytes payload = toBytes({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.find<QComboBox>("encoding")->setCurrentIndex(encoding);
    panel.find<QComboBox>("ending")->setCurrentIndex(ending);
    panel.widget.setPayload(payload);
    QVERIFY(panel.widget.trySend());
    QCOMPARE(panel.payload(), payload);
    panel.widget.setPayload(payload);
    panel.click("hexMode");
    QVERIFY(panel.widget.trySend());
    QCOMPARE(panel.payload(), payload);
    panel.widget.setPayload(payload);
    panel.edit()->moveCursor(QTextCursor::End);
    panel.type(" 00"); // so that the first spelling is not simply taken out again
    panel.click("textMode");
    QVERIFY(panel.widget.trySend());
    Bytes longer = payload;
    longer.push_back(std::byte{0});
    QCOMPARE(panel.payload(), longer);
}

void ComposerPanelTest::GoingBackKeepsTheSpelling()
{
    ComposerUnderTest panel;
    panel.click("hexMode");
    panel.type("0x41, 0x42");
    panel.click("textMode");
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("AB"));
    panel.click("hexMode");
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("0x41, 0x42"));
}

void ComposerPanelTest::InvalidInputIsNotConverted()
{
    ComposerUnderTest panel;
    panel.click("hexMode");
    panel.type("4G");
    panel.click("textMode");
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("4G"));
    QVERIFY(panel.find<QRadioButton>("hexMode")->isChecked());
    QVERIFY(panel.isMarked());
}

void ComposerPanelTest::EmptyMessageNeedsAnExplicitWish()
{
    FactsBuilder facts;
    facts.addConnection(facts.addServer("a"), 1, "x");
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.press(Qt::Key_Return);
    QCOMPARE(panel.sent.size(), 0);
    QVERIFY2(panel.message().contains(QStringLiteral("Ctrl+Enter")), qPrintable(panel.message()));
    panel.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(panel.sent.size(), 1);
    QVERIFY(panel.payload().empty());
    QVERIFY(panel.find<QPushButton>("send")->text().contains(QStringLiteral("empty")));
    panel.click("send");
    QCOMPARE(panel.sent.size(), 2);
    panel.widget.setSendKey(SendKey::CtrlEnter);
    panel.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(panel.sent.size(), 2);
}

void ComposerPanelTest::EmptyMessageIsRefusedInByteMode()
{
    FactsBuilder facts;
    facts.addConnection(facts.addServer("a", pipecore::PipeMode::Byte), 1, "x");
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(panel.sent.size(), 0);
    QVERIFY(panel.message().contains(QStringLiteral("Byte pipes")));
    QVERIFY(!panel.find<QPushButton>("send")->isEnabled());
    QVERIFY(panel.find<QPushButton>("send")->toolTip().contains(QStringLiteral("Byte pipes")));
    panel.type("x");
    QVERIFY(panel.find<QPushButton>("send")->isEnabled());
}

void ComposerPanelTest::HistoryGoesBackAndKeepsTheDraft()
{
    FactsBuilder facts;
    facts.addConnection(facts.addServer("a"), 1, "x");
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.type("first");
    panel.press(Qt::Key_Return);
    panel.click("hexMode");
    panel.type("0A");
    panel.press(Qt::Key_Return);
    panel.click("textMode");
    panel.type("draft");
    panel.press(Qt::Key_Up);
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("0A"));
    QVERIFY(panel.find<QRadioButton>("hexMode")->isChecked());
    panel.press(Qt::Key_Up);
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("first"));
    QVERIFY(panel.find<QRadioButton>("textMode")->isChecked());
    panel.press(Qt::Key_Up);
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("first"));
    panel.press(Qt::Key_Down);
    panel.press(Qt::Key_Down);
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("draft"));
    panel.press(Qt::Key_Down);
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("draft"));
}

void ComposerPanelTest::HistorySurvivesARestart()
{
    FactsBuilder facts;
    facts.addConnection(facts.addServer("a"), 1, "x");
    {
        ComposerUnderTest panel;
        panel.widget.setFacts(facts.snapshot());
        for (int i = 0; i < 105; ++i) {
            panel.edit()->setPayloadText(QString::number(i));
            QVERIFY(panel.widget.trySend());
        }
        panel.type("never sent");
    }
    ComposerUnderTest panel;
    panel.press(Qt::Key_Up);
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("never sent"));
    for (int i = 0; i < 150; ++i) {
        panel.press(Qt::Key_Up);
    }
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("6"));
}

void ComposerPanelTest::SendAgainKeepsTheInput()
{
    ComposerUnderTest panel;
    panel.type("half a thought");
    panel.widget.setPayload(toBytes("again"));
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("again"));
    panel.press(Qt::Key_Up);
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("half a thought"));
}

void ComposerPanelTest::DraftBehindTheHistoryIsKept()
{
    FactsBuilder facts;
    facts.addConnection(facts.addServer("a"), 1, "x");
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.type("old");
    panel.press(Qt::Key_Return);
    // Going back hides the draft; neither sending nor a message of the log may lose it then.
    panel.type("draft");
    panel.press(Qt::Key_Up);
    panel.press(Qt::Key_Return);
    QCOMPARE(panel.payload(), toBytes("old"));
    panel.press(Qt::Key_Up);
    panel.press(Qt::Key_Up);
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("draft"));
    panel.press(Qt::Key_Down);
    panel.press(Qt::Key_Down);
    panel.type("second");
    panel.press(Qt::Key_Up);
    panel.widget.setPayload(toBytes("again"));
    panel.press(Qt::Key_Up);
    panel.press(Qt::Key_Up);
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("second"));
}

void ComposerPanelTest::MegabyteDoesNotFreeze()
{
    FactsBuilder facts;
    facts.addConnection(facts.addServer("a"), 1, "x");
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.click("hexMode");
    QString hex;
    for (int line = 0; line < 16 * 1024; ++line) {
        hex += QStringLiteral("00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F 10 11 12 13\n");
    }
    panel.edit()->setPayloadText(hex);
    QElapsedTimer timer;
    timer.start();
    panel.type("41 42 43 44");
    // Eleven keys; reading a megabyte at each of them would take longer.
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QTRY_COMPARE(panel.find<QLabel>("count")->text().remove(QChar(0x202F)),
                 QStringLiteral("%1 bytes").arg(16 * 1024 * 20 + 4));
    QVERIFY(panel.widget.trySend());
    QCOMPARE(panel.payload().size(), std::size_t{16 * 1024 * 20 + 4});
}

void ComposerPanelTest::MegabyteInOneLineDoesNotFreeze()
{
    FactsBuilder facts;
    facts.addConnection(facts.addServer("a"), 1, "x");
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.type("<>");
    panel.press(Qt::Key_Left);
    QApplication::clipboard()->setText(QString(1024 * 1024, QLatin1Char('x')));
    panel.edit()->paste();
    QElapsedTimer timer;
    timer.start();
    panel.type(" 79 7a");
    // Six keys. In one line of a megabyte each of them would take about a second.
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    // As lines of hex the same bytes are no burden.
    QVERIFY(panel.find<QRadioButton>("hexMode")->isChecked());
    QVERIFY(panel.widget.trySend());
    QCOMPARE(panel.payload(), toBytes("<" + std::string(1024 * 1024, 'x') + ">yz"));
    panel.type("41");
    QApplication::clipboard()->setText(QString(1024 * 1024, QLatin1Char('g')));
    panel.edit()->paste();
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("41"));
    QVERIFY2(panel.message().contains(QStringLiteral("character 3:")), qPrintable(panel.message()));
}

void ComposerPanelTest::LanguageChangesWhileRunning()
{
    struct Upper : QTranslator
    {
        [[nodiscard]] bool isEmpty() const override { return false; }
        [[nodiscard]] QString translate(const char*, const char* text, const char*,
                                        int) const override
        {
            return QString::fromUtf8(text).toUpper();
        }
    };
    ComposerUnderTest panel;
    panel.type("x");
    Upper upper;
    QVERIFY(QCoreApplication::installTranslator(&upper));
    QTRY_COMPARE(panel.find<QLabel>("count")->text(), QStringLiteral("1 BYTE"));
    QVERIFY(panel.message().startsWith(QStringLiteral("NO TARGET")));
    QCOMPARE(panel.find<QAbstractButton>("hexMode")->text(), QStringLiteral("HEX"));
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("x"));
    QCoreApplication::removeTranslator(&upper);
    QTRY_COMPARE(panel.find<QLabel>("count")->text(), QStringLiteral("1 byte"));
}

PIPESCOPE_GUI_TEST(ComposerPanelTest)
#include "tst_composer_panel.moc"
