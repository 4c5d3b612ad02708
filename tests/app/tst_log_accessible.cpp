#include "log/log_header.h"
#include "log/log_view.h"
#include "memory_records.h"
#include "runner/register.h"
#include "traffic/traffic_panel.h"

#include <QAccessible>
#include <QTest>
#include <qtestaccessible.h>

#include <limits>

using namespace pipescope;

namespace {

struct Shown
{
    explicit Shown(int messages)
    {
        const auto server = records.openEndpoint(pipecore::Role::Server, "orders");
        const auto client = records.connectPeer(server, 4120, "/opt/app/app.exe");
        for (int message = 0; message < messages; ++message) {
            records.message(client,
                            message % 2 == 0 ? pipecore::Direction::Received
                                             : pipecore::Direction::Sent,
                            "text " + std::to_string(message));
        }
        panel.resize(1000, 500);
        panel.setSource(&records);
        panel.show();
        view()->setFocus();
    }
    [[nodiscard]] bool isReady() { return QTest::qWaitForWindowActive(&panel, 20'000); }
    [[nodiscard]] LogView* view() const { return panel.findChild<LogView*>(); }
    [[nodiscard]] QAccessibleInterface* log() const
    {
        return QAccessible::queryAccessibleInterface(view());
    }
    [[nodiscard]] QAccessibleTableInterface* table() const { return log()->tableInterface(); }
    [[nodiscard]] int column(LogColumn column) const
    {
        return int(view()->header()->shownColumns().indexOf(column));
    }
    [[nodiscard]] QString cell(int row, LogColumn which) const
    {
        QAccessibleInterface* found = table()->cellAt(row, column(which));
        return found == nullptr ? QStringLiteral("no cell") : found->text(QAccessible::Name);
    }

    MemoryRecords records;
    TrafficPanel panel;
};

/// Rows without content, any number of them.
class ManyRows final : public LogRows
{
public:
    [[nodiscard]] quint64 count() const override { return quint64{1} << 40U; }
    [[nodiscard]] pipecore::Result<pipecore::Record> read(quint64 row, std::size_t) const override
    {
        pipecore::Record record;
        record.row = row;
        return record;
    }
    [[nodiscard]] pipecore::RecordSource::RowHead head(quint64) const override { return {}; }
    [[nodiscard]] std::shared_ptr<const pipecore::PeerInfo>
    peer(pipecore::ConnectionId) const override
    {
        return nullptr;
    }
    [[nodiscard]] std::optional<pipecore::EndpointFacts>
    endpoint(pipecore::EndpointId) const override
    {
        return std::nullopt;
    }
};

} // namespace

/// The log as a screen reader sees it.
class LogAccessibleTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QTestAccessibility::initialize(); }
    void cleanupTestCase() { QTestAccessibility::cleanup(); }

    void TableGivesEveryCell()
    {
        Shown shown(200);
        QVERIFY(shown.isReady());
        QAccessibleTableInterface* table = shown.table();
        QVERIFY(table != nullptr);
        QCOMPARE(table->rowCount(), 202);
        QCOMPARE(table->columnCount(), int(shown.view()->header()->shownColumns().size()));
        // Also rows that are far out of sight.
        QCOMPARE(shown.cell(2, LogColumn::Preview), QStringLiteral("text 0"));
        QCOMPARE(shown.cell(2, LogColumn::Direction), QStringLiteral("received"));
        QCOMPARE(shown.cell(201, LogColumn::Preview), QStringLiteral("text 199"));
        QCOMPARE(shown.cell(201, LogColumn::Direction), QStringLiteral("sent"));
        QCOMPARE(shown.cell(201, LogColumn::Number), QStringLiteral("202"));
        QCOMPARE(shown.cell(201, LogColumn::Peer), QStringLiteral("app.exe (4120)"));
        QVERIFY(!shown.cell(201, LogColumn::Latency).isEmpty());
        QVERIFY(table->cellAt(202, 0) == nullptr);
        QVERIFY(table->cellAt(-1, 0) == nullptr);
        QVERIFY(table->cellAt(0, table->columnCount()) == nullptr);
    }

    void CellsKnowTheirHeads()
    {
        Shown shown(20);
        QVERIFY(shown.isReady());
        const int time = shown.column(LogColumn::Time);
        QAccessibleInterface* cell = shown.table()->cellAt(5, time);
        QCOMPARE(cell->role(), QAccessible::Cell);
        QAccessibleTableCellInterface* place = cell->tableCellInterface();
        QVERIFY(place != nullptr);
        QCOMPARE(place->rowIndex(), 5);
        QCOMPARE(place->columnIndex(), time);
        QCOMPARE(place->table(), shown.log());
        QCOMPARE(place->columnHeaderCells().size(), qsizetype(1));
        QCOMPARE(place->columnHeaderCells().first()->role(), QAccessible::ColumnHeader);
        QCOMPARE(place->columnHeaderCells().first()->text(QAccessible::Name),
                 QStringLiteral("Time"));
        QCOMPARE(place->rowHeaderCells().size(), qsizetype(1));
        QCOMPARE(place->rowHeaderCells().first()->text(QAccessible::Name), QStringLiteral("6"));
        QCOMPARE(shown.table()->columnDescription(time), QStringLiteral("Time"));
        QCOMPARE(shown.table()->rowDescription(5), QStringLiteral("6"));
        // A column that is hidden takes its cells along.
        shown.view()->header()->setShown(LogColumn::Time, false);
        QVERIFY(!cell->isValid());
        shown.view()->header()->setShown(LogColumn::Number, false);
        QVERIFY(shown.table()->cellAt(5, 0)->tableCellInterface()->rowHeaderCells().isEmpty());
    }

    void ChildrenLeadToEachCellAndBack()
    {
        Shown shown(200);
        QVERIFY(shown.isReady());
        QAccessibleInterface* log = shown.log();
        const int rows = shown.view()->visibleRows();
        for (int index = 0; index < log->childCount(); ++index) {
            QAccessibleInterface* child = log->child(index);
            QVERIFY(child != nullptr);
            QVERIFY(child->isValid());
            QCOMPARE(child->parent(), log);
            QCOMPARE(log->indexOfChild(child), index);
            QCOMPARE(child->role(), index < rows ? QAccessible::Row : QAccessible::ColumnHeader);
            QVERIFY(!child->text(QAccessible::Name).isEmpty());
        }
        QVERIFY(log->child(log->childCount()) == nullptr);
        QAccessibleInterface* row = log->child(3);
        QCOMPARE(row->childCount(), shown.table()->columnCount());
        for (int index = 0; index < row->childCount(); ++index) {
            QCOMPARE(row->child(index)->parent(), row);
            QCOMPARE(row->indexOfChild(row->child(index)), index);
        }
        // The object under a point: first the row, then the cell.
        const QPoint middle = row->child(1)->rect().center();
        QCOMPARE(log->childAt(middle.x(), middle.y()), row);
        QCOMPARE(row->childAt(middle.x(), middle.y()), row->child(1));
        const QPoint head = log->child(rows + 1)->rect().center();
        QCOMPARE(log->childAt(head.x(), head.y()), log->child(rows + 1));
    }

    /// Qt tells nobody while no screen reader asks. With QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 and a
    /// display (xcb) it does.
    void MovingSaysFocusAndSelection()
    {
        if (!QAccessible::isActive()) {
            QSKIP("accessibility is not active on this platform");
        }
        Shown shown(50);
        QVERIFY(shown.isReady());
        LogView* view = shown.view();
        view->setCurrentRow(10);
        QTestAccessibility::clearEvents();
        QTest::keyClick(view, Qt::Key_Down);
        const int place = int(11 - view->topRow());
        QAccessibleEvent focus(view, QAccessible::Focus);
        focus.setChild(place);
        QVERIFY(QTestAccessibility::containsEvent(&focus));
        QAccessibleEvent selection(view, QAccessible::Selection);
        selection.setChild(place);
        QVERIFY(QTestAccessibility::containsEvent(&selection));
        QTestAccessibility::clearEvents();
        QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
        QAccessibleEvent within(view, QAccessible::SelectionWithin);
        QVERIFY(QTestAccessibility::containsEvent(&within));
    }

    void FocusAndSelectionAreThoseOfTheLog()
    {
        Shown shown(50);
        QVERIFY(shown.isReady());
        LogView* view = shown.view();
        view->setCurrentRow(11);
        QAccessibleInterface* row = shown.log()->focusChild();
        QVERIFY(row != nullptr);
        QVERIFY(row->state().focused);
        QVERIFY(row->state().selected);
        QVERIFY(row->text(QAccessible::Name).startsWith(QStringLiteral("12 ")));
        QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(shown.table()->selectedRowCount(), 2);
        QCOMPARE(shown.table()->selectedRows(), (QList<int>{11, 12}));
        QVERIFY(shown.table()->isRowSelected(12));
        QVERIFY(!shown.table()->isRowSelected(13));
        QCOMPARE(shown.table()->selectedCells().size(), 2 * shown.table()->columnCount());
        QVERIFY(shown.table()->selectRow(40));
        QCOMPARE(view->currentRow(), std::optional<quint64>(40));
    }

    void MarksAndCommentsAreRead()
    {
        Shown shown(10);
        QVERIFY(shown.isReady());
        QVERIFY(shown.records.annotations()->set(4, {true, "why?"}));
        QVERIFY(shown.cell(4, LogColumn::Number).contains(QStringLiteral("marked")));
        QVERIFY(shown.log()->child(4)->text(QAccessible::Name).endsWith(QStringLiteral("why?")));
        shown.view()->header()->setShown(LogColumn::Comment, true);
        QCOMPARE(shown.cell(4, LogColumn::Comment), QStringLiteral("why?"));
    }

    /// Table rows are int; the log may have more.
    void RowsBeyondIntAreReachedThroughAWindow()
    {
        LogView view;
        view.resize(800, 400);
        view.setRows(std::make_shared<ManyRows>());
        view.show();
        view.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&view, 20'000));
        const quint64 row = (quint64{1} << 39U) + 7;
        view.setCurrentRow(row);
        QAccessibleInterface* log = QAccessible::queryAccessibleInterface(&view);
        QAccessibleTableInterface* table = log->tableInterface();
        QCOMPARE(table->rowCount(), std::numeric_limits<int>::max());
        QAccessibleInterface* focused = log->focusChild();
        QVERIFY(focused->text(QAccessible::Name).startsWith(QString::number(row + 1)));
        const int index = focused->child(0)->tableCellInterface()->rowIndex();
        QVERIFY(index >= 0);
        QCOMPARE(table->cellAt(index, 0), focused->child(0));
        view.selectAll();
        QCOMPARE(table->selectedRowCount(), std::numeric_limits<int>::max());
        QCOMPARE(table->selectedRows().size(), qsizetype(view.visibleRows()));
    }

    /// Reading through a long log does not keep every row's parts.
    void ReadingManyRowsKeepsFewOfThem()
    {
        LogView view;
        view.resize(800, 400);
        view.setRows(std::make_shared<ManyRows>());
        view.show();
        QAccessibleTableInterface* table =
            QAccessible::queryAccessibleInterface(&view)->tableInterface();
        QAccessibleInterface* first = table->cellAt(0, 0);
        const QAccessible::Id firstId = QAccessible::uniqueId(first);
        for (int row = 0; row < 20'000; ++row) {
            QVERIFY(table->cellAt(row, 0)->isValid());
        }
        QVERIFY(QAccessible::accessibleInterface(firstId) == nullptr);
        QVERIFY(table->cellAt(0, 0)->isValid());
    }
};

PIPESCOPE_GUI_TEST(LogAccessibleTest)
#include "tst_log_accessible.moc"
