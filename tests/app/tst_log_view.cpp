#include "log/log_header.h"
#include "log/log_view.h"
#include "runner/register.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <ctime>
#include <vector>

using namespace pipescope;

namespace {

#if defined(NDEBUG) && !defined(PIPESCOPE_SANITIZED)
constexpr double paintLimitMs = 16;
#else
constexpr double paintLimitMs = 48;
#endif

/// Rows made up as they are asked for, any number of them; remembers how many were asked for.
class MadeUpRows final : public LogRows
{
public:
    explicit MadeUpRows(quint64 count) : m_count(count) {}

    void setCount(quint64 count) { m_count = count; }
    [[nodiscard]] quint64 count() const override { return m_count; }
    [[nodiscard]] pipecore::Result<pipecore::Record> read(quint64 row,
                                                          std::size_t payloadLimit) const override
    {
        ++reads;
        pipecore::Record record;
        record.row = row;
        record.wallNs = static_cast<std::int64_t>(row) * 1'000'000;
        record.connection = pipecore::ConnectionId{row % 7 + 1};
        const std::string text =
            "{\"message\":" + std::to_string(row) + ",\"text\":\"" + std::string(300, 'x') + "\"}";
        record.body = pipecore::Message{.direction = row % 2 == 0 ? pipecore::Direction::Received
                                                                  : pipecore::Direction::Sent,
                                        .length = text.size()};
        record.payload = pipecore::toBytes(text.substr(0, payloadLimit));
        return record;
    }
    [[nodiscard]] pipecore::RecordSource::RowHead head(quint64 row) const override
    {
        pipecore::RecordSource::RowHead head;
        head.wallNs = static_cast<std::int64_t>(row) * 1'000'000;
        return head;
    }
    [[nodiscard]] std::shared_ptr<const pipecore::PeerInfo>
    peer(pipecore::ConnectionId) const override
    {
        return m_peer;
    }
    [[nodiscard]] std::optional<pipecore::EndpointFacts>
    endpoint(pipecore::EndpointId) const override
    {
        return std::nullopt;
    }

    mutable int reads = 0;

private:
    quint64 m_count;
    std::shared_ptr<const pipecore::PeerInfo> m_peer =
        std::make_shared<const pipecore::PeerInfo>(pipecore::PeerInfo{4120U, "/opt/app/app.exe"});
};

constexpr quint64 manyRows = (quint64{1} << 33U) + 5;

struct Shown
{
    explicit Shown(quint64 count) : rows(std::make_shared<MadeUpRows>(count))
    {
        view.resize(1000, 600);
        view.setRows(rows);
        view.show();
        view.setFocus();
    }
    [[nodiscard]] bool isReady() { return QTest::qWaitForWindowActive(&view, 20'000); }
    /// Middle of a row in sight.
    [[nodiscard]] QPoint at(quint64 row) const { return view.rowRect(row).center(); }

    std::shared_ptr<MadeUpRows> rows;
    LogView view;
};

double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

} // namespace

class LogViewTest : public QObject
{
    Q_OBJECT

private slots:
    void SelectionMergesAndSplitsRanges();
    void PaintReadsVisibleRowsOnly();
    void PaintIsFastAtHundredMillionRows();
    void LastRowBeyond32BitsIsReachableByEndKey();
    void LastRowBeyond32BitsIsReachableByScrollBar();
    void OneStepOfAScaledScrollBarIsOneRow();
    void EveryRowNearTheEndIsReachableByKeyboard();
    void FollowsTheEndUntilScrolledUp();
    void FollowsAgainWhenScrolledToTheEnd();
    void ClickStopsFollowing();
    void NewRowsOutOfSightDoNotMoveTheView();
    void ARowThatCameSinceCanBecomeCurrent();
    void ShiftClickSelectsARange();
    void ControlClickTogglesRows();
    void ShiftArrowsExtendTheSelection();
    void SelectAllOverBillionsOfRowsIsOneRange();
    void DraggingBelowTheViewScrolls();
    void SmallWheelStepsAddUp();
    void DoubleClickOnAHandleFitsTheColumn();
    void HiddenColumnStaysHiddenAfterRestore();
    void ScreenReaderReadsRowsInSight();
    void DeltaIsTheTimeSinceTheRowAbove();
    void DarkAndLightPaintDifferently();
};

void LogViewTest::SelectionMergesAndSplitsRanges()
{
    RowSelection selection;
    selection.add({10, 20});
    selection.add({30, 40});
    QCOMPARE(selection.count(), quint64{22});
    selection.add({21, 29});
    QCOMPARE(selection.ranges().size(), std::size_t{1});
    QCOMPARE(selection.ranges().front(), (RowRange{10, 40}));
    selection.toggle(15);
    QVERIFY(!selection.contains(15));
    QVERIFY(selection.contains(14));
    QVERIFY(selection.contains(16));
    QCOMPARE(selection.ranges().size(), std::size_t{2});
    selection.toggle(15);
    QCOMPARE(selection.ranges().size(), std::size_t{1});
    selection.add({0, 0});
    selection.add({42, 50});
    QCOMPARE(selection.ranges().size(), std::size_t{3});
    selection.remove({5, 45});
    QCOMPARE(selection.ranges(), (std::vector<RowRange>{{0, 0}, {46, 50}}));
    QVERIFY(!selection.contains(45));
}

void LogViewTest::PaintReadsVisibleRowsOnly()
{
    Shown shown(100'000'000);
    QVERIFY(shown.isReady());
    shown.rows->reads = 0;
    shown.view.verticalScrollBar()->setValue(500'000'000);
    static_cast<void>(shown.view.grab());
    QVERIFY(shown.rows->reads > 0);
    QVERIFY2(shown.rows->reads <= 2 * (600 / LogView::rowHeight + 2),
             qPrintable(QString::number(shown.rows->reads)));
    // Painted rows are not read again.
    shown.rows->reads = 0;
    static_cast<void>(shown.view.grab());
    QCOMPARE(shown.rows->reads, 0);
}

void LogViewTest::PaintIsFastAtHundredMillionRows()
{
    Shown shown(100'000'000);
    QVERIFY(shown.isReady());
    QImage image(shown.view.viewport()->size(), QImage::Format_RGB32);
    // On Windows this clock goes on while other programs have their turn, and tests run side by side:
    // the best of some rounds is what counts. A paint that is slow is slow in all of them.
    double p99 = 0;
    for (int round = 0; round < 5; ++round) {
        std::vector<double> times;
        for (int frame = 0; frame < 200; ++frame) {
            // Every frame shows rows that no frame has shown before.
            shown.view.verticalScrollBar()->setValue(1'000'000 * (200 * round + frame));
            const std::clock_t start = std::clock();
            shown.view.viewport()->render(&image);
            times.push_back(static_cast<double>(std::clock() - start) * 1000 / CLOCKS_PER_SEC);
        }
        const double worst = percentile(times, 0.99);
        p99 = round == 0 ? worst : std::min(p99, worst);
        qInfo("a paint takes %.2f ms (p50), %.2f ms (p99)", percentile(times, 0.5), worst);
        if (p99 <= paintLimitMs) {
            break;
        }
    }
    QVERIFY2(p99 <= paintLimitMs, qPrintable(QString::number(p99)));
}

void LogViewTest::LastRowBeyond32BitsIsReachableByEndKey()
{
    Shown shown(manyRows);
    QVERIFY(shown.isReady());
    QTest::keyClick(&shown.view, Qt::Key_Home);
    QCOMPARE(shown.view.topRow(), quint64{0});
    QTest::keyClick(&shown.view, Qt::Key_End);
    QCOMPARE(shown.view.currentRow(), std::optional(manyRows - 1));
    const QRect last = shown.view.rowRect(manyRows - 1);
    QVERIFY(shown.view.viewport()->rect().contains(last.adjusted(0, 0, -1, -1)));
    QCOMPARE(shown.view.text(manyRows - 1).number, manyRows);
}

void LogViewTest::LastRowBeyond32BitsIsReachableByScrollBar()
{
    Shown shown(manyRows);
    QVERIFY(shown.isReady());
    QScrollBar* bar = shown.view.verticalScrollBar();
    bar->setValue(0);
    QCOMPARE(shown.view.topRow(), quint64{0});
    bar->setValue(bar->maximum() / 2);
    QVERIFY(shown.view.topRow() > manyRows / 2 - 1000);
    QVERIFY(shown.view.topRow() < manyRows / 2 + 1000);
    bar->setValue(bar->maximum());
    QCOMPARE(shown.view.topRow() + static_cast<quint64>(shown.view.visibleRows()), manyRows);
}

void LogViewTest::OneStepOfAScaledScrollBarIsOneRow()
{
    Shown shown(manyRows);
    QVERIFY(shown.isReady());
    QScrollBar* bar = shown.view.verticalScrollBar();
    bar->setValue(bar->maximum() / 3);
    const quint64 before = shown.view.topRow();
    bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    QCOMPARE(shown.view.topRow(), before + 1);
    bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
    bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
    QCOMPARE(shown.view.topRow(), before - 1);
}

void LogViewTest::EveryRowNearTheEndIsReachableByKeyboard()
{
    Shown shown(manyRows);
    QVERIFY(shown.isReady());
    QTest::keyClick(&shown.view, Qt::Key_End);
    for (quint64 up = 1; up <= 40; ++up) {
        QTest::keyClick(&shown.view, Qt::Key_Up);
        QCOMPARE(shown.view.currentRow(), std::optional(manyRows - 1 - up));
        QVERIFY(shown.view.viewport()->rect().intersects(shown.view.rowRect(manyRows - 1 - up)));
    }
}

void LogViewTest::FollowsTheEndUntilScrolledUp()
{
    Shown shown(1000);
    QVERIFY(shown.isReady());
    QSignalSpy follow(&shown.view, &LogView::followTailChanged);
    QVERIFY(shown.view.followsTail());
    shown.rows->setCount(1500);
    shown.view.updateCount();
    QVERIFY(shown.view.rowAt({5, shown.view.viewport()->height() - 1}) == 1499U);

    QScrollBar* bar = shown.view.verticalScrollBar();
    bar->setValue(bar->value() - 100);
    QVERIFY(!shown.view.followsTail());
    QCOMPARE(follow.count(), 1);
    const quint64 top = shown.view.topRow();
    shown.rows->setCount(2000);
    shown.view.updateCount();
    QCOMPARE(shown.view.topRow(), top);
}

void LogViewTest::FollowsAgainWhenScrolledToTheEnd()
{
    Shown shown(1000);
    QVERIFY(shown.isReady());
    shown.view.setFollowTail(false);
    QScrollBar* bar = shown.view.verticalScrollBar();
    bar->setValue(0);
    QVERIFY(!shown.view.followsTail());
    bar->setValue(bar->maximum());
    QVERIFY(shown.view.followsTail());

    QTest::keyClick(&shown.view, Qt::Key_Up);
    QVERIFY(!shown.view.followsTail());
    QTest::keyClick(&shown.view, Qt::Key_End);
    QVERIFY(shown.view.followsTail());
}

void LogViewTest::ClickStopsFollowing()
{
    Shown shown(1000);
    QVERIFY(shown.isReady());
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, shown.at(990));
    QCOMPARE(shown.view.currentRow(), std::optional<quint64>(990));
    QVERIFY(!shown.view.followsTail());
}

void LogViewTest::NewRowsOutOfSightDoNotMoveTheView()
{
    Shown shown(1000);
    QVERIFY(shown.isReady());
    shown.view.setCurrentRow(3);
    static_cast<void>(shown.view.grab());
    shown.rows->reads = 0;
    shown.rows->setCount(manyRows);
    shown.view.updateCount();
    static_cast<void>(shown.view.grab());
    QCOMPARE(shown.rows->reads, 0);
    QVERIFY(shown.view.rowRect(3).top() >= 0);
    QCOMPARE(shown.view.currentRow(), std::optional<quint64>(3));
}

void LogViewTest::ARowThatCameSinceCanBecomeCurrent()
{
    Shown shown(1000);
    QVERIFY(shown.isReady());
    shown.rows->setCount(2000);
    shown.view.setCurrentRow(1500);
    QCOMPARE(shown.view.currentRow(), std::optional<quint64>(1500));
    QVERIFY(shown.view.viewport()->rect().intersects(shown.view.rowRect(1500)));
    shown.view.setCurrentRow(2000); // there is none
    QCOMPARE(shown.view.currentRow(), std::optional<quint64>(1500));
}

void LogViewTest::ShiftClickSelectsARange()
{
    Shown shown(100);
    QVERIFY(shown.isReady());
    shown.view.verticalScrollBar()->setValue(0);
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, shown.at(3));
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, Qt::ShiftModifier, shown.at(9));
    QCOMPARE(shown.view.selection().ranges(), (std::vector<RowRange>{{3, 9}}));
    // Upwards too, from the same anchor.
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, Qt::ShiftModifier, shown.at(1));
    QCOMPARE(shown.view.selection().ranges(), (std::vector<RowRange>{{1, 3}}));
}

void LogViewTest::ControlClickTogglesRows()
{
    Shown shown(100);
    QVERIFY(shown.isReady());
    shown.view.verticalScrollBar()->setValue(0);
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, shown.at(3));
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, Qt::ControlModifier, shown.at(6));
    QCOMPARE(shown.view.selection().ranges(), (std::vector<RowRange>{{3, 3}, {6, 6}}));
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, Qt::ControlModifier, shown.at(3));
    QCOMPARE(shown.view.selection().ranges(), (std::vector<RowRange>{{6, 6}}));
}

void LogViewTest::ShiftArrowsExtendTheSelection()
{
    Shown shown(1000);
    QVERIFY(shown.isReady());
    shown.view.setCurrentRow(500);
    QTest::keyClick(&shown.view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&shown.view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(shown.view.selection().ranges(), (std::vector<RowRange>{{500, 502}}));
    QTest::keyClick(&shown.view, Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(shown.view.selection().ranges(), (std::vector<RowRange>{{0, 500}}));
    QTest::keyClick(&shown.view, Qt::Key_Down);
    QCOMPARE(shown.view.selection().ranges(), (std::vector<RowRange>{{1, 1}}));
    QTest::keyClick(&shown.view, Qt::Key_PageDown);
    QVERIFY(shown.view.currentRow() > 15U);
}

void LogViewTest::SelectAllOverBillionsOfRowsIsOneRange()
{
    Shown shown(manyRows);
    QVERIFY(shown.isReady());
    QTest::keyClick(&shown.view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(shown.view.selection().count(), manyRows);
    QCOMPARE(shown.view.selection().ranges().size(), std::size_t{1});
}

void LogViewTest::DraggingBelowTheViewScrolls()
{
    Shown shown(10'000);
    QVERIFY(shown.isReady());
    shown.view.verticalScrollBar()->setValue(0);
    QWidget* viewport = shown.view.viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, shown.at(2));
    QMouseEvent outside(QEvent::MouseMove, QPointF(50, viewport->height() + 40),
                        QPointF(50, viewport->height() + 40), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(viewport, &outside);
    QTRY_VERIFY(shown.view.topRow() > 20);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, {50, 50});
    const auto ranges = shown.view.selection().ranges();
    QCOMPARE(ranges.size(), std::size_t{1});
    QCOMPARE(ranges.front().first, quint64{2});
    QVERIFY(ranges.front().last > 20);
}

void LogViewTest::SmallWheelStepsAddUp()
{
    Shown shown(10'000);
    QVERIFY(shown.isReady());
    shown.view.setCurrentRow(0);
    const auto turn = [&](QPoint pixels, QPoint angle) {
        QWheelEvent wheel(QPointF(50, 50), shown.view.viewport()->mapToGlobal(QPointF(50, 50)),
                          pixels, angle, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(shown.view.viewport(), &wheel);
    };
    // A touchpad: pixel by pixel.
    turn({0, -30}, {});
    QCOMPARE(shown.view.topRow(), quint64{1});
    QCOMPARE(shown.view.rowRect(1).top(), -8);
    // A fine wheel: less than a notch at a time adds up to whole notches.
    shown.view.verticalScrollBar()->setValue(0);
    for (int step = 0; step < 120; ++step) {
        turn({}, {0, -1});
    }
    const auto lines = static_cast<quint64>(QApplication::wheelScrollLines());
    QVERIFY(shown.view.topRow() >= lines - 1);
    QVERIFY(shown.view.topRow() <= lines);
}

void LogViewTest::DoubleClickOnAHandleFitsTheColumn()
{
    Shown shown(100);
    QVERIFY(shown.isReady());
    LogHeader* header = shown.view.header();
    header->setWidth(LogColumn::Peer, 400);
    emit header->fitRequested(LogColumn::Peer);
    const int text = shown.view.fontMetrics().horizontalAdvance(QStringLiteral("app.exe (4120)"));
    QVERIFY(header->width(LogColumn::Peer) >= text);
    QVERIFY(header->width(LogColumn::Peer) < text + 40);
}

void LogViewTest::HiddenColumnStaysHiddenAfterRestore()
{
    Shown first(10);
    first.view.header()->setShown(LogColumn::Connection, false);
    first.view.header()->setWidth(LogColumn::Time, 222);
    const QByteArray state = first.view.header()->saveState();
    Shown second(10);
    QVERIFY(second.view.header()->restoreState(state));
    QVERIFY(!second.view.header()->isShown(LogColumn::Connection));
    QCOMPARE(second.view.header()->width(LogColumn::Time), 222);
    QVERIFY(!second.view.header()->shownColumns().contains(LogColumn::Connection));
}

void LogViewTest::ScreenReaderReadsRowsInSight()
{
    Shown shown(manyRows);
    QVERIFY(shown.isReady());
    shown.view.setCurrentRow(4'294'967'300);
    QAccessibleInterface* table = QAccessible::queryAccessibleInterface(&shown.view);
    QVERIFY(table != nullptr);
    QCOMPARE(table->role(), QAccessible::Table);
    // The rows in sight, then the heads of the columns.
    QCOMPARE(table->childCount(),
             shown.view.visibleRows() + int(shown.view.header()->shownColumns().size()));
    QAccessibleInterface* row = table->focusChild();
    QVERIFY(row != nullptr);
    QCOMPARE(row->role(), QAccessible::Row);
    QVERIFY(row->text(QAccessible::Name).startsWith(QStringLiteral("4294967301 ")));
    QVERIFY(row->text(QAccessible::Name).contains(QStringLiteral("app.exe (4120)")));
    QVERIFY(row->state().focused);
    QVERIFY(row->state().selected);
    QVERIFY(table->text(QAccessible::Value).contains(QStringLiteral("app.exe (4120)")));
    QVERIFY(table->indexOfChild(row) >= 0);
}

void LogViewTest::DeltaIsTheTimeSinceTheRowAbove()
{
    Shown shown(100);
    QVERIFY(shown.isReady());
    shown.view.setTimeFormat(TimeFormat::Delta);
    QCOMPARE(shown.view.text(0).time, QStringLiteral("+0.000000"));
    QCOMPARE(shown.view.text(50).time, QStringLiteral("+0.001000"));
    shown.view.setTimeFormat(TimeFormat::Relative);
    QCOMPARE(shown.view.text(50).time, QStringLiteral("+0.050000"));
}

void LogViewTest::DarkAndLightPaintDifferently()
{
    Shown shown(100);
    QVERIFY(shown.isReady());
    Theme::instance().setMode(Theme::Mode::Light);
    const QImage light = shown.view.viewport()->grab().toImage();
    Theme::instance().setMode(Theme::Mode::Dark);
    const QImage dark = shown.view.viewport()->grab().toImage();
    Theme::instance().setMode(Theme::Mode::System);
    QVERIFY(light.pixelColor(500, 5).lightness() > 200);
    QVERIFY(dark.pixelColor(500, 5).lightness() < 80);
}

PIPESCOPE_GUI_TEST(LogViewTest)
#include "tst_log_view.moc"
