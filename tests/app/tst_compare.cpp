#include "detail/compare_dialog.h"
#include "detail/compare_view.h"
#include "detail/payload_tools.h"
#include "memory_records.h"
#include "runner/register.h"
#include "test_settings.h"
#include "widgets/theme.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pipescope;

namespace {

std::shared_ptr<const pipecore::Bytes> bytesOf(std::string_view text)
{
    return std::make_shared<const pipecore::Bytes>(pipecore::toBytes(text));
}

struct Compared
{
    Compared(std::string_view left, std::string_view right)
        : dialog({QStringLiteral("left"), bytesOf(left)}, {QStringLiteral("right"), bytesOf(right)},
                 nullptr)
    {
        dialog.resize(1500, 400);
        dialog.show();
    }
    [[nodiscard]] bool isDone() const { return !state().startsWith(QStringLiteral("Comparing")); }
    [[nodiscard]] QString state() const
    {
        return dialog.findChild<QLabel*>(QStringLiteral("compareState"))->text();
    }
    [[nodiscard]] CompareView* view() const { return dialog.view(); }

    CompareDialog dialog;
};

/// Two messages of a server in memory.
struct Tools
{
    Tools()
    {
        const auto server = records.openEndpoint(pipecore::Role::Server, "orders");
        client = records.connectPeer(server, 4120, "app.exe");
        records.received(client, "hello 1");
        records.sent(client, "hello 2!");
        tools.setSource(&records);
    }
    QWidget window;
    MemoryRecords records;
    pipecore::ConnectionId client;
    PayloadTools tools{&window};
};

} // namespace

class CompareTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("tst_compare"); }
    void init() { TestSettings::clear(); }
    void DifferencesHaveSignsAndPlaces();
    void KeysGoThroughTheDifferences();
    void SameAndEmptyMessagesSaySo();
    void TooDifferentMessagesSaySo();
    void NarrowWindowHasShorterLines();
    void PaintsInLightAndDark();
    void RowsAreReadAndCompared();
    void RowThatCannotBeReadIsSaid();
    void PayloadIsSavedToAFile();
    void PayloadThatCannotBeSavedIsSaid();

private:
    TestSettings m_settings;
};

void CompareTest::DifferencesHaveSignsAndPlaces()
{
    // A changed byte, four added ones, and one removed far behind.
    Compared shown("0123456789ABCDEF tail of it and a long end!",
                   "01x3456789ABCDEF moretail of it and a long end");
    QTRY_VERIFY(shown.isDone());
    CompareView* view = shown.view();
    QTRY_COMPARE(view->cellsPerLine(), 16U); // when the window has its size
    QCOMPARE(view->lines().differences().size(), std::size_t(3));
    QCOMPARE(view->signsOf(0), QStringLiteral(u"≠"));
    QCOMPARE(view->signsOf(1), QStringLiteral("+"));
    QCOMPARE(view->signsOf(2), QStringLiteral(u"−"));
    QVERIFY(view->lineText(0).contains(QStringLiteral("30 31 32")));
    QVERIFY(view->lineText(0).contains(QStringLiteral("30 31 78")));
    QCOMPARE(view->current(), std::optional<std::size_t>(0));
    QVERIFY2(shown.state().contains(QStringLiteral("Difference 1 of 3")),
             qPrintable(shown.state()));
    QVERIFY(shown.state().contains(QStringLiteral("changed at 0x2")));
}

void CompareTest::KeysGoThroughTheDifferences()
{
    std::string left(4000, 'x');
    std::string right = left;
    right[10] = 'a';
    right[3000] = 'b';
    Compared shown(left, right);
    QTRY_VERIFY(shown.isDone());
    CompareView* view = shown.view();
    QTest::keyClick(view, Qt::Key_N);
    QCOMPARE(view->current(), std::optional<std::size_t>(1));
    QVERIFY(shown.state().contains(QStringLiteral("0xBB8")));
    QTest::keyClick(view, Qt::Key_N);
    QCOMPARE(view->current(), std::optional<std::size_t>(0));
    QTest::keyClick(view, Qt::Key_P);
    QCOMPARE(view->current(), std::optional<std::size_t>(1));
    shown.dialog.findChild<QPushButton*>(QStringLiteral("nextDifference"))->click();
    QCOMPARE(view->current(), std::optional<std::size_t>(0));
    QTest::keyClick(view, Qt::Key_Escape);
    QVERIFY(!shown.dialog.isVisible());
}

void CompareTest::SameAndEmptyMessagesSaySo()
{
    Compared same("hello", "hello");
    QTRY_COMPARE(same.state(), QStringLiteral("The messages are identical."));
    QVERIFY(!same.dialog.findChild<QPushButton*>(QStringLiteral("nextDifference"))->isEnabled());
    Compared empty("", "");
    QTRY_COMPARE(empty.state(), QStringLiteral("Both messages are empty."));
    QTest::keyClick(empty.view(), Qt::Key_N);
    Compared one("", "abc");
    QTRY_VERIFY(one.isDone());
    QVERIFY(one.state().contains(QStringLiteral("only on the right")));
}

void CompareTest::TooDifferentMessagesSaySo()
{
    std::string left;
    std::string right;
    for (int at = 0; at < 20'000; ++at) {
        left += static_cast<char>(at * 7 % 251);
        right += static_cast<char>(at * 11 % 241);
    }
    Compared shown(left, right);
    QTRY_VERIFY_WITH_TIMEOUT(shown.isDone(), 20'000);
    QVERIFY2(shown.state().contains(QStringLiteral("too much to align")),
             qPrintable(shown.state()));
}

void CompareTest::NarrowWindowHasShorterLines()
{
    Compared shown("0123456789ABCDEF", "0123456789ABCDEFG");
    QTRY_VERIFY(shown.isDone());
    shown.dialog.resize(700, 300);
    QTRY_VERIFY(shown.view()->cellsPerLine() < 16);
    QVERIFY(shown.view()->lineCount() >= 3);
}

void CompareTest::PaintsInLightAndDark()
{
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        Theme::instance().setMode(mode);
        Compared same("header 1 tail", "header 1 tail");
        Compared other("header 1 tail", "header 2 and more tail");
        QTRY_VERIFY(same.isDone() && other.isDone());
        const QImage one = same.view()->viewport()->grab().toImage();
        const QImage two = other.view()->viewport()->grab().toImage();
        QVERIFY(one != two);
        QCOMPARE(one.pixelColor(2, one.height() - 2), Theme::instance().color(Token::Base));
    }
    Theme::instance().setMode(Theme::Mode::System);
}

void CompareTest::RowsAreReadAndCompared()
{
    Tools two;
    two.tools.compare(2, 3);
    QTRY_VERIFY(two.window.findChild<CompareDialog*>());
    auto* dialog = two.window.findChild<CompareDialog*>();
    QTRY_COMPARE(dialog->view()->lines().differences().size(), std::size_t(1));
    QCOMPARE(dialog->windowTitle(), QStringLiteral("Rows 3 and 4"));
    bool saysDirection = false;
    for (const QLabel* label : dialog->findChildren<QLabel*>()) {
        saysDirection |= label->text().contains(QStringLiteral("received"));
    }
    QVERIFY(saysDirection);
    // The bytes stay visible when the session ends.
    two.tools.setSource(nullptr);
    QVERIFY(!dialog->view()->lineText(0).isEmpty());
}

void CompareTest::RowThatCannotBeReadIsSaid()
{
    Tools two;
    QSignalSpy failed(&two.tools, &PayloadTools::failed);
    two.tools.compare(2, 999);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().toString(), QStringLiteral("Cannot compare the messages"));
    two.tools.compare(2, 3);
    two.tools.setSource(nullptr);
}

void CompareTest::PayloadIsSavedToAFile()
{
    Tools two;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("payload.bin"));
    QSignalSpy saved(&two.tools, &PayloadTools::saved);
    two.tools.saveTo(3, path);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved.first().at(1).toULongLong(), 8U);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("hello 2!"));
}

void CompareTest::PayloadThatCannotBeSavedIsSaid()
{
    Tools two;
    const QTemporaryDir folder;
    QSignalSpy failed(&two.tools, &PayloadTools::failed);
    two.tools.saveTo(3, folder.filePath(QStringLiteral("no/such/folder/payload.bin")));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().toString(), QStringLiteral("Payload not saved"));
    two.tools.saveTo(999, folder.filePath(QStringLiteral("x")));
    QTRY_COMPARE(failed.size(), 2);
    QCOMPARE(failed.last().first().toString(), QStringLiteral("Cannot read the payload"));
}

PIPESCOPE_GUI_TEST(CompareTest)

#include "tst_compare.moc"
