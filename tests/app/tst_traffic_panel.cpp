#include "log/log_view.h"
#include "log/tail_button.h"
#include "memory_records.h"
#include "runner/register.h"
#include "traffic/selection_controller.h"
#include "traffic/traffic_panel.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace pipescope;

namespace {

struct Shown
{
    Shown()
    {
        server = records.openEndpoint(pipecore::Role::Server, "\\\\.\\pipe\\orders");
        client = records.connectPeer(server, 4120, "C:\\app\\app.exe");
        panel.resize(1000, 500);
        panel.setSource(&records);
        panel.show();
    }
    void fill(int rows)
    {
        for (int row = 0; row < rows; ++row) {
            records.received(client, "message " + std::to_string(row));
        }
        panel.refresh();
    }
    [[nodiscard]] LogView* view() const { return panel.findChild<LogView*>(); }
    [[nodiscard]] QAbstractButton* tail() const { return panel.findChild<TailButton*>(); }
    [[nodiscard]] QString preview(quint64 row) const { return view()->text(row).preview; }

    MemoryRecords records;
    TrafficPanel panel;
    pipecore::EndpointId server;
    pipecore::ConnectionId client;
};

QString clipboard()
{
    return QApplication::clipboard()->text();
}

} // namespace

class TrafficPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void LifecycleRowsDescribeTheEvent();
    void PreviewIsTextOrHex();
    void EmptyMessageIsShownAsOne();
    void NewRowsShowAfterRefreshOnly();
    void PauseFreezesAndResumeCatchesUp();
    void ClearHidesAndCanBeTakenBack();
    void TailButtonCountsAndGoesToTheEnd();
    void CurrentRowIsTheSourcesRowAfterClear();
    void CopyAsTextHexAndCArray();
    void CopyAsAnyLiteral();
    void TwoSelectedMessagesAreAPair();
    void ControlCCopiesTheSelection();
    void HugeCopyIsCutAndSaysSo();
    void StateIsSavedAndRestored();
    void DamagedStateIsIgnored();
    void RefreshOfAMillionRowsCostsNothing();
    void UnknownPeerIsNotGuessed();
};

void TrafficPanelTest::LifecycleRowsDescribeTheEvent()
{
    Shown shown;
    shown.records.failed(shown.client, brokenPipe());
    shown.records.disconnected(shown.client, pipecore::CloseReason::AbortedByUs, 4096);
    shown.records.dropped(12, 48'000);
    shown.panel.refresh();
    QVERIFY(shown.preview(0).contains(QStringLiteral("\\\\.\\pipe\\orders")));
    QCOMPARE(shown.preview(1), QStringLiteral("connected: app.exe (4120), user SHOP\\ann"));
    QCOMPARE(shown.view()->text(1).sign, QStringLiteral(u"●"));
    QVERIFY(shown.preview(2).contains(QStringLiteral("109 ERROR_BROKEN_PIPE")));
    QCOMPARE(shown.view()->text(2).tone, RowTone::Error);
    QVERIFY(shown.preview(3).contains(closeReasonText(pipecore::CloseReason::AbortedByUs)));
    QVERIFY(shown.preview(3).contains(formatBytes(4096)));
    QCOMPARE(shown.view()->text(3).tone, RowTone::Warning);
    QVERIFY(shown.preview(4).contains(QStringLiteral("12")));
}

void TrafficPanelTest::PreviewIsTextOrHex()
{
    Shown shown;
    shown.records.received(shown.client, "Gr\xC3\xBC\xC3\x9F"
                                         "e");
    shown.records.sent(shown.client, std::string_view("\x00\x01\xFF\x80", 4));
    shown.records.received(shown.client, std::string_view("h\0i\0!\0\n\0", 8));
    shown.panel.refresh();
    QCOMPARE(shown.preview(2), QStringLiteral(u"Grüße"));
    QCOMPARE(shown.view()->text(2).tone, RowTone::Received);
    QCOMPARE(shown.view()->text(2).sign, QStringLiteral(u"←"));
    QCOMPARE(shown.preview(3), QStringLiteral("00 01 FF 80"));
    QCOMPARE(shown.view()->text(3).sign, QStringLiteral(u"→"));
    QCOMPARE(shown.preview(4), QStringLiteral(u"hi!·"));
}

void TrafficPanelTest::EmptyMessageIsShownAsOne()
{
    Shown shown;
    shown.records.received(shown.client, "");
    shown.panel.refresh();
    QCOMPARE(shown.preview(2), QStringLiteral("(empty message)"));
    QVERIFY(shown.view()->text(2).muted);
    QCOMPARE(shown.view()->text(2).length, std::optional<quint64>(0));
}

void TrafficPanelTest::NewRowsShowAfterRefreshOnly()
{
    Shown shown;
    QCOMPARE(shown.view()->rowCount(), quint64{2});
    shown.records.received(shown.client, "x");
    QCOMPARE(shown.view()->rowCount(), quint64{2});
    shown.panel.refresh();
    QCOMPARE(shown.view()->rowCount(), quint64{3});
}

void TrafficPanelTest::PauseFreezesAndResumeCatchesUp()
{
    Shown shown;
    QVERIFY(QTest::qWaitForWindowExposed(&shown.panel));
    QSignalSpy paused(&shown.panel, &TrafficPanel::pausedChanged);
    shown.panel.setPaused(true);
    shown.fill(10);
    QCOMPARE(shown.view()->rowCount(), quint64{2});
    QVERIFY(shown.tail()->isVisible());
    QVERIFY(shown.tail()->text().contains(QStringLiteral("10")));
    shown.panel.setPaused(false);
    QCOMPARE(shown.view()->rowCount(), quint64{12});
    QVERIFY(!shown.tail()->isVisible());
    QCOMPARE(paused.count(), 2);
}

void TrafficPanelTest::ClearHidesAndCanBeTakenBack()
{
    Shown shown;
    QVERIFY(QTest::qWaitForWindowExposed(&shown.panel));
    shown.fill(10);
    shown.panel.clearRows();
    QCOMPARE(shown.view()->rowCount(), quint64{0});
    auto* again = shown.panel.findChild<QPushButton*>(QStringLiteral("showClearedButton"));
    QVERIFY(again->isVisible());
    shown.fill(1);
    QCOMPARE(shown.view()->rowCount(), quint64{1});
    QVERIFY(!again->isVisible());
    // Numbers stay those of the session.
    QCOMPARE(shown.view()->text(0).number, quint64{13});
    shown.panel.clearRows();
    QTest::mouseClick(again, Qt::LeftButton);
    QCOMPARE(shown.view()->rowCount(), quint64{13});
}

void TrafficPanelTest::TailButtonCountsAndGoesToTheEnd()
{
    Shown shown;
    QVERIFY(QTest::qWaitForWindowExposed(&shown.panel));
    shown.fill(100);
    QVERIFY(!shown.tail()->isVisible());
    QSignalSpy follow(&shown.panel, &TrafficPanel::followTailChanged);
    shown.panel.goToRow(5);
    QVERIFY(!shown.panel.followsTail());
    shown.fill(7);
    QVERIFY(shown.tail()->isVisible());
    QVERIFY(shown.tail()->text().contains(QStringLiteral("7")));
    QTest::mouseClick(shown.tail(), Qt::LeftButton);
    QVERIFY(shown.panel.followsTail());
    QVERIFY(!shown.tail()->isVisible());
    QCOMPARE(follow.count(), 2);
}

void TrafficPanelTest::CurrentRowIsTheSourcesRowAfterClear()
{
    Shown shown;
    shown.fill(10);
    QSignalSpy current(&shown.panel, &TrafficPanel::currentRowChanged);
    shown.panel.clearRows();
    shown.fill(10);
    shown.panel.goToRow(15);
    QCOMPARE(shown.panel.currentRow(), std::optional<quint64>(15));
    QCOMPARE(shown.view()->currentRow(), std::optional<quint64>(3));
    // A row that was cleared comes back when it is asked for.
    shown.panel.goToRow(4);
    QCOMPARE(shown.panel.currentRow(), std::optional<quint64>(4));
    shown.panel.goToRow(4'000);
    QCOMPARE(shown.panel.currentRow(), std::optional<quint64>(4));
    shown.panel.setSource(nullptr);
    QCOMPARE(shown.panel.currentRow(), std::optional<quint64>());
    QCOMPARE(current.last().first().value<std::optional<quint64>>(), std::optional<quint64>());
}

void TrafficPanelTest::CopyAsTextHexAndCArray()
{
    Shown shown;
    shown.records.received(shown.client, "AB");
    shown.records.sent(shown.client, "C");
    shown.panel.refresh();
    shown.panel.goToRow(2);
    QTest::keyClick(shown.view(), Qt::Key_Down, Qt::ShiftModifier);
    shown.panel.selection().copy(CopyFormat::Text);
    QTRY_COMPARE(clipboard(), QStringLiteral("AB\nC"));
    shown.panel.selection().copy(CopyFormat::Hex);
    QTRY_COMPARE(clipboard(), QStringLiteral("41 42\n43"));
    shown.panel.selection().copy(CopyFormat::CArray);
    QTRY_VERIFY(clipboard().contains(QStringLiteral("message3[2]")));
    QVERIFY(clipboard().contains(QStringLiteral("0x43")));
    shown.panel.selection().copy(CopyFormat::Rows);
    QTRY_VERIFY(clipboard().startsWith(QStringLiteral("3\t")));
    QVERIFY(clipboard().contains(QStringLiteral("\tapp.exe (4120)\t")));
}

void TrafficPanelTest::CopyAsAnyLiteral()
{
    Shown shown;
    shown.records.received(shown.client, "AB");
    shown.records.sent(shown.client, "C");
    shown.panel.refresh();
    shown.panel.goToRow(1);
    QTest::keyClick(shown.view(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(shown.view(), Qt::Key_Down, Qt::ShiftModifier);
    const auto copied = [&shown](pipecore::CopyStyle style) {
        QApplication::clipboard()->clear();
        shown.panel.selection().copy({style});
        if (!QTest::qWaitFor([] { return !clipboard().isEmpty(); }, 20'000)) {
            QTest::qFail("nothing was copied", __FILE__, __LINE__);
        }
        return clipboard();
    };
    // The row in front of the messages has no payload and makes no line.
    QCOMPARE(copied(pipecore::CopyStyle::Base64), QStringLiteral("QUI=\nQw=="));
    QCOMPARE(copied(pipecore::CopyStyle::Python),
             QStringLiteral("message3 = b\"AB\"\nmessage4 = b\"C\""));
    QCOMPARE(copied(pipecore::CopyStyle::Rust),
             QStringLiteral("const MESSAGE3: [u8; 2] = [0x41, 0x42];\n"
                            "const MESSAGE4: [u8; 1] = [0x43];"));
    for (const pipecore::CopyStyleInfo& info : pipecore::copyStyles()) {
        QVERIFY(!copied(info.style).isEmpty());
    }
}

void TrafficPanelTest::TwoSelectedMessagesAreAPair()
{
    using Pair = std::optional<std::pair<quint64, quint64>>;
    Shown shown;
    shown.records.received(shown.client, "AB");
    shown.records.sent(shown.client, "C");
    shown.records.sent(shown.client, "D");
    shown.panel.refresh();
    shown.panel.goToRow(2);
    QVERIFY(shown.panel.selection().pair() == Pair());
    QTest::keyClick(shown.view(), Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(shown.panel.selection().pair() == Pair({2, 3}));
    QTest::keyClick(shown.view(), Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(shown.panel.selection().pair() == Pair());
    // A row that is no message cannot be compared.
    shown.panel.goToRow(1);
    QTest::keyClick(shown.view(), Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(shown.panel.selection().pair() == Pair());
}

void TrafficPanelTest::ControlCCopiesTheSelection()
{
    Shown shown;
    shown.fill(3);
    shown.panel.goToRow(3);
    QTest::keyClick(shown.view(), Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(clipboard(), QStringLiteral("message 1"));
}

void TrafficPanelTest::HugeCopyIsCutAndSaysSo()
{
    Shown shown;
    QVERIFY(QTest::qWaitForWindowExposed(&shown.panel));
    shown.fill(static_cast<int>(copyRowLimit) + 100);
    QTest::keyClick(shown.view(), Qt::Key_A, Qt::ControlModifier);
    shown.panel.selection().copy(CopyFormat::Text);
    QTRY_COMPARE(clipboard().count(QLatin1Char('\n')), static_cast<qsizetype>(copyRowLimit) - 1);
    auto* notice = shown.panel.findChild<QLabel*>(QStringLiteral("trafficNotice"));
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(formatCount(copyRowLimit)));
}

void TrafficPanelTest::StateIsSavedAndRestored()
{
    Shown shown;
    shown.panel.setTimeFormat(TimeFormat::Delta);
    const QByteArray state = shown.panel.saveState();
    Shown other;
    QSignalSpy changed(&other.panel, &TrafficPanel::timeFormatChanged);
    other.panel.restoreState(state);
    QCOMPARE(other.panel.timeFormat(), TimeFormat::Delta);
    QCOMPARE(changed.count(), 1);
}

void TrafficPanelTest::DamagedStateIsIgnored()
{
    Shown shown;
    shown.panel.restoreState({});
    shown.panel.restoreState(QByteArray(100, 'x'));
    QByteArray state = shown.panel.saveState();
    state.chop(1);
    shown.panel.restoreState(state);
    QCOMPARE(shown.panel.timeFormat(), TimeFormat::Absolute);
}

void TrafficPanelTest::RefreshOfAMillionRowsCostsNothing()
{
    Shown shown;
    QVERIFY(QTest::qWaitForWindowExposed(&shown.panel));
    shown.panel.goToRow(0);
    // 20,000 rows a second are 333 in a frame.
    constexpr int frames = 300;
    QElapsedTimer clock;
    qint64 worst = 0;
    for (int frame = 0; frame < frames; ++frame) {
        for (int row = 0; row < 333; ++row) {
            shown.records.received(shown.client, "x");
        }
        clock.start();
        shown.panel.refresh();
        worst = std::max(worst, clock.nsecsElapsed());
    }
    QCOMPARE(shown.view()->rowCount(), quint64{frames * 333 + 2});
    QVERIFY2(worst < 100'000'000, qPrintable(QString::number(worst)));
}

void TrafficPanelTest::UnknownPeerIsNotGuessed()
{
    Shown shown;
    pipecore::Error denied;
    denied.kind = pipecore::ErrorKind::AccessDenied;
    const auto connection = shown.records.connectUnknownPeer(shown.server, denied);
    shown.records.received(connection, "x");
    shown.panel.refresh();
    QCOMPARE(shown.preview(2), QStringLiteral("connected: unknown process"));
    QCOMPARE(shown.view()->text(3).peer, QStringLiteral("unknown process"));
}

PIPESCOPE_GUI_TEST(TrafficPanelTest)
#include "tst_traffic_panel.moc"
