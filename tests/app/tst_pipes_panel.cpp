#include "fake_lister.h"

#include "explorer/pipes_model.h"
#include "explorer/pipes_panel.h"
#include "runner/register.h"
#include "test_settings.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace pipescope;
using pipecore::ListedPipe;

namespace {

using Pipes = std::vector<ListedPipe>;

constexpr int patienceMs = 20'000;

} // namespace

/// The list of pipes as a user meets it, with a lister that lists what the test wants.
class PipesPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("pipes"); }
    void init() { TestSettings::clear(); }

    void PipesAreListedWithTheirProperties();
    void WindowsListHasInstancesAndLimits();
    void NewAndRemovedPipesAreMarkedForAMoment();
    void FirstListingIsNotNew();
    void PipeThatComesBackIsOneRow();
    void UpdateKeepsSelectionAndScroll();
    void SameListingChangesNothing();
    void FilterFindsNamePathAndProgram();
    void NoMatchIsSaid();
    void ColumnsSort();
    void PausedAndHiddenListsStandStill();
    void UnsupportedSystemIsSaidOnce();
    void ErrorIsSaidAndListingGoesOn();
    void NoPipesIsSaid();
    void DoubleClickConnects();
    void ButtonsAndMenuAct();
    void UnconnectablePipesAreNotOffered();
    void ClosedPipeOffersNothing();
    void TwoThousandRowsUpdateFast();
    void RealListerShowsOwnSocket();

private:
    struct Panel
    {
        FakePipes pipes;
        PipesPanel widget{pipes.maker()};
        QTreeView* tree = widget.findChild<QTreeView*>();
        QAbstractItemModel* model = tree->model();
        QAbstractItemModelTester tester{model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest};

        explicit Panel(FakePipes::Listing listing)
        {
            pipes.set(std::move(listing));
            widget.resize(700, 300);
            widget.show();
            QVERIFY(QTest::qWaitForWindowExposed(&widget));
            waitForListing();
        }
        /// Until a listing that is asked for from now on is shown.
        void waitForListing() const
        {
            const int before = pipes.listings();
            QTRY_VERIFY_WITH_TIMEOUT(pipes.listings() >= before + (before == 0 ? 1 : 2),
                                     patienceMs);
            QCoreApplication::processEvents();
        }
        void change(FakePipes::Listing listing)
        {
            pipes.set(std::move(listing));
            waitForListing();
        }
        [[nodiscard]] QString text(int row, int column) const
        {
            return model->index(row, column).data().toString();
        }
        [[nodiscard]] QStringList names() const
        {
            QStringList names;
            for (int row = 0; row < model->rowCount(); ++row) {
                names += text(row, PipesModel::Name);
            }
            return names;
        }
        [[nodiscard]] bool isStruck(int row) const
        {
            return model->index(row, 0).data(Qt::FontRole).value<QFont>().strikeOut();
        }
        [[nodiscard]] bool isMarked(int row) const
        {
            return model->index(row, 0).data(rowMarkRole).isValid();
        }
        void select(int row) { tree->setCurrentIndex(model->index(row, 0)); }
        [[nodiscard]] QPushButton* button(const QString& text) const
        {
            for (QPushButton* found : widget.findChildren<QPushButton*>()) {
                if (found->text() == text) {
                    return found;
                }
            }
            return nullptr;
        }
        void filter(const QString& text) const { widget.findChild<QLineEdit*>()->setText(text); }
    };

    TestSettings m_settings;
};

void PipesPanelTest::PipesAreListedWithTheirProperties()
{
    ListedPipe busy = FakePipes::socket("busy", 2, 200);
    busy.connected = 3;
    busy.waiting = 1;
    ListedPipe foreign = FakePipes::socket("@abstract", 3);
    foreign.server.processId = pipecore::refuse("x", pipecore::ErrorKind::AccessDenied);
    foreign.server.image = pipecore::refuse("x", pipecore::ErrorKind::AccessDenied);
    Panel panel(Pipes{foreign, busy, FakePipes::socket("orders", 1, 4711)});
    QTRY_COMPARE(panel.names(), QStringList({QStringLiteral("@abstract"), QStringLiteral("busy"),
                                             QStringLiteral("orders")}));
    QCOMPARE(panel.text(2, PipesModel::ProcessId), QStringLiteral("4711"));
    QCOMPARE(panel.text(2, PipesModel::Program), QStringLiteral("node"));
    QCOMPARE(panel.text(1, PipesModel::Count), QStringLiteral("3 + 1"));
    QCOMPARE(panel.text(0, PipesModel::ProcessId), QStringLiteral("–"));
    QVERIFY(panel.tree->isColumnHidden(PipesModel::Limit));
    QVERIFY(!panel.tree->isColumnHidden(PipesModel::Type));
    const QString tip = panel.model->index(2, 0).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(QStringLiteral("/tmp/CoreFxPipe_orders")), qPrintable(tip));
    QVERIFY2(tip.contains(QStringLiteral("/usr/bin/node")), qPrintable(tip));
    QVERIFY(panel.widget.notice().isEmpty());
}

void PipesPanelTest::WindowsListHasInstancesAndLimits()
{
    Panel panel(Pipes{FakePipes::windowsPipe("lsass", 4), FakePipes::windowsPipe("orders", 1, 10)});
    QTRY_COMPARE(panel.model->rowCount(), 2);
    QCOMPARE(panel.text(0, PipesModel::Count), QStringLiteral("4"));
    QCOMPARE(panel.text(0, PipesModel::Limit), QStringLiteral("none"));
    QCOMPARE(panel.text(1, PipesModel::Limit), QStringLiteral("10"));
    QVERIFY(!panel.tree->isColumnHidden(PipesModel::Limit));
    QVERIFY(panel.tree->isColumnHidden(PipesModel::Type));
    QVERIFY(panel.tree->isColumnHidden(PipesModel::Program));
    QVERIFY(panel.tree->isColumnHidden(PipesModel::ProcessId));
    QCOMPARE(panel.model->headerData(PipesModel::Count, Qt::Horizontal).toString(),
             QStringLiteral("Instances"));
}

void PipesPanelTest::NewAndRemovedPipesAreMarkedForAMoment()
{
    Panel panel(Pipes{FakePipes::windowsPipe("a"), FakePipes::windowsPipe("b")});
    QTRY_COMPARE(panel.model->rowCount(), 2);
    panel.pipes.set(Pipes{FakePipes::windowsPipe("b"), FakePipes::windowsPipe("c")});
    QTRY_COMPARE(panel.model->rowCount(), 3);
    QCOMPARE(panel.names().join(QString()), QStringLiteral("abc"));
    QVERIFY(panel.isStruck(0));
    QVERIFY(!panel.isStruck(1) && !panel.isStruck(2));
    QTRY_VERIFY(panel.isMarked(0) && panel.isMarked(2));
    QVERIFY(!panel.isMarked(1));
    QVERIFY(panel.model->index(0, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("removed")));
    // The gone one leaves, the new one is like the others.
    QTRY_COMPARE_WITH_TIMEOUT(panel.model->rowCount(), 2, patienceMs);
    QTRY_VERIFY(!panel.isMarked(1));
}

void PipesPanelTest::FirstListingIsNotNew()
{
    PipeRowKeeper keeper;
    keeper.setListing({FakePipes::windowsPipe("a")}, 1000);
    QCOMPARE(keeper.rows(1000).at(0).marks, RowMarks());
    keeper.clear();
    keeper.setListing({FakePipes::windowsPipe("b")}, 2000);
    QCOMPARE(keeper.rows(2000).at(0).marks, RowMarks());
    keeper.setListing({FakePipes::windowsPipe("b"), FakePipes::windowsPipe("c")}, 3000);
    QCOMPARE(keeper.rows(3000).at(1).marks.appearedAt, qint64{3000});
}

void PipesPanelTest::PipeThatComesBackIsOneRow()
{
    PipeRowKeeper keeper;
    keeper.setListing({FakePipes::windowsPipe("a"), FakePipes::windowsPipe("b")}, 1000);
    const quint64 id = keeper.rows(1000).at(0).id;
    keeper.setListing({FakePipes::windowsPipe("b")}, 2000);
    QCOMPARE(keeper.rows(2000).size(), std::size_t{2});
    QVERIFY(keeper.rows(2000).at(0).isGone());
    keeper.setListing({FakePipes::windowsPipe("a", 7), FakePipes::windowsPipe("b")}, 3000);
    QCOMPARE(keeper.rows(3000).size(), std::size_t{2});
    QCOMPARE(keeper.rows(3000).at(0).id, id);
    QVERIFY(!keeper.rows(3000).at(0).isGone());
    QVERIFY(keeper.rows(3000).at(0).pipe.instances == 7U);
    // Gone for longer than it stays listed: another row.
    keeper.setListing({FakePipes::windowsPipe("b")}, 4000);
    QCOMPARE(keeper.rows(4000 + PipeRowKeeper::removedStay).size(), std::size_t{1});
    keeper.setListing({FakePipes::windowsPipe("a"), FakePipes::windowsPipe("b")}, 9000);
    QVERIFY(keeper.rows(9000).at(0).id != id);
}

void PipesPanelTest::UpdateKeepsSelectionAndScroll()
{
    std::vector<ListedPipe> many;
    many.reserve(200);
    for (int i = 0; i < 200; ++i) {
        many.push_back(FakePipes::windowsPipe("pipe-" + std::to_string(1000 + i)));
    }
    Panel panel(many);
    QTRY_COMPARE(panel.model->rowCount(), 200);
    panel.select(120);
    panel.tree->scrollTo(panel.model->index(110, 0), QAbstractItemView::PositionAtTop);
    const QString top = panel.tree->indexAt({0, 0}).data().toString();
    many.insert(many.begin(), FakePipes::windowsPipe("another"));
    many.insert(many.begin(), FakePipes::windowsPipe("an"));
    panel.pipes.set(many);
    QTRY_COMPARE(panel.model->rowCount(), 202);
    QCOMPARE(panel.tree->indexAt({0, 0}).data().toString(), top);
    QCOMPARE(panel.tree->currentIndex().data().toString(), QStringLiteral("pipe-1120"));
}

void PipesPanelTest::SameListingChangesNothing()
{
    Panel panel(Pipes{FakePipes::windowsPipe("a"), FakePipes::windowsPipe("b")});
    QTRY_COMPARE(panel.model->rowCount(), 2);
    QSignalSpy changed(panel.model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(panel.model, &QAbstractItemModel::rowsInserted);
    QSignalSpy layout(panel.model, &QAbstractItemModel::layoutChanged);
    panel.waitForListing();
    QCOMPARE(changed.size() + inserted.size() + layout.size(), 0);
}

void PipesPanelTest::FilterFindsNamePathAndProgram()
{
    Panel panel(Pipes{FakePipes::socket("/run/app.sock", 1, 1, "/usr/bin/python3"),
                      FakePipes::socket("orders", 2), FakePipes::socket("billing", 3)});
    QTRY_COMPARE(panel.model->rowCount(), 3);
    panel.filter(QStringLiteral("ORD"));
    QCOMPARE(panel.names(), QStringList(QStringLiteral("orders")));
    panel.filter(QStringLiteral("*.sock"));
    QCOMPARE(panel.names(), QStringList(QStringLiteral("/run/app.sock")));
    panel.filter(QStringLiteral("python"));
    QCOMPARE(panel.names(), QStringList(QStringLiteral("/run/app.sock")));
    panel.filter(QStringLiteral("CoreFx"));
    QCOMPARE(panel.model->rowCount(), 2);
    panel.filter({});
    QCOMPARE(panel.model->rowCount(), 3);
}

void PipesPanelTest::NoMatchIsSaid()
{
    Panel panel(Pipes{FakePipes::windowsPipe("a"), FakePipes::windowsPipe("b")});
    QTRY_COMPARE(panel.model->rowCount(), 2);
    panel.filter(QStringLiteral("zzz"));
    const QString text = panel.widget.notice();
    QVERIFY2(text.contains(QStringLiteral("No matching pipes")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("None of 2 pipes")), qPrintable(text));
    QVERIFY(panel.widget.findChild<QLineEdit*>()->isVisible());
    // A matching pipe appears later.
    panel.pipes.set(Pipes{FakePipes::windowsPipe("zzz-1")});
    QTRY_VERIFY(panel.widget.notice().isEmpty());
}

void PipesPanelTest::ColumnsSort()
{
    Panel panel(Pipes{FakePipes::windowsPipe("B", 10, 20), FakePipes::windowsPipe("a", 9),
                      FakePipes::windowsPipe("c", 100, 3)});
    QTRY_COMPARE(panel.names().join(QString()), QStringLiteral("aBc"));
    panel.tree->sortByColumn(PipesModel::Count, Qt::AscendingOrder);
    QCOMPARE(panel.names().join(QString()), QStringLiteral("aBc")); // 9, 10, 100: numbers
    panel.tree->sortByColumn(PipesModel::Limit, Qt::DescendingOrder);
    QCOMPARE(panel.names().join(QString()), QStringLiteral("aBc")); // none, 20, 3
    panel.tree->sortByColumn(PipesModel::Name, Qt::DescendingOrder);
    QCOMPARE(panel.names().join(QString()), QStringLiteral("cBa"));
}

void PipesPanelTest::PausedAndHiddenListsStandStill()
{
    Panel panel(Pipes{FakePipes::windowsPipe("a")});
    QTRY_COMPARE(panel.model->rowCount(), 1);
    const auto* watcher = panel.widget.findChild<PipeWatcher*>();
    QVERIFY(watcher->isActive());
    panel.widget.findChild<QToolButton*>(QStringLiteral("pipesPause"))->click();
    QVERIFY(panel.widget.isPaused());
    QVERIFY(!watcher->isActive());
    panel.pipes.set(Pipes{FakePipes::windowsPipe("a"), FakePipes::windowsPipe("b")});
    panel.widget.setPaused(false);
    QTRY_COMPARE(panel.model->rowCount(), 2);
    panel.widget.hide();
    QVERIFY(!watcher->isActive());
    const int before = panel.pipes.listings();
    panel.widget.show();
    QTRY_VERIFY(panel.pipes.listings() > before);
}

void PipesPanelTest::UnsupportedSystemIsSaidOnce()
{
    FakePipes pipes;
    pipes.set(pipecore::refuse("x", pipecore::ErrorKind::NotSupported));
    PipesPanel panel(pipes.maker());
    panel.show();
    QTRY_VERIFY(panel.notice().contains(QStringLiteral("list not available")));
    QVERIFY(!panel.findChild<QLineEdit*>()->isVisible());
    QTest::qWait(1500); // longer than from one listing to the next: that nothing comes takes time
    QCOMPARE(pipes.listings(), 1);
    QSignalSpy client(&panel, &PipesPanel::newClientRequested);
    for (QPushButton* button : panel.findChildren<QPushButton*>()) {
        if (button->isVisible()) {
            button->click();
        }
    }
    QCOMPARE(client.size(), 1);
}

void PipesPanelTest::ErrorIsSaidAndListingGoesOn()
{
    Panel panel(pipecore::refuse("too many files", pipecore::ErrorKind::Resources));
    QTRY_VERIFY(panel.widget.notice().contains(QStringLiteral("too many files")));
    panel.pipes.set(Pipes{FakePipes::windowsPipe("a")});
    QTRY_COMPARE(panel.model->rowCount(), 1);
    QVERIFY(panel.widget.notice().isEmpty());
}

void PipesPanelTest::NoPipesIsSaid()
{
    Panel panel(Pipes{});
    QTRY_VERIFY(panel.widget.notice().contains(QStringLiteral("No pipes")));
}

void PipesPanelTest::DoubleClickConnects()
{
    Panel panel(Pipes{FakePipes::windowsPipe("a"), FakePipes::windowsPipe("b")});
    QTRY_COMPARE(panel.model->rowCount(), 2);
    QSignalSpy spy(&panel.widget, &PipesPanel::connectRequested);
    const QPoint place = panel.tree->visualRect(panel.model->index(1, 0)).center();
    QTest::mouseClick(panel.tree->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(panel.tree->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.at(0).at(0).value<ListedPipe>().name, std::string("b"));
    QTest::keyClick(panel.tree, Qt::Key_Return);
    QCOMPARE(spy.size(), 2);
}

void PipesPanelTest::ButtonsAndMenuAct()
{
    Panel panel(Pipes{FakePipes::windowsPipe("a"), FakePipes::windowsPipe("b")});
    QTRY_COMPARE(panel.model->rowCount(), 2);
    QPushButton* const inspect = panel.button(QStringLiteral("Inspect…"));
    QVERIFY(!inspect->isEnabled());
    panel.select(0);
    QVERIFY(inspect->isEnabled());
    QSignalSpy connects(&panel.widget, &PipesPanel::connectRequested);
    QSignalSpy serves(&panel.widget, &PipesPanel::serveRequested);
    QSignalSpy inspects(&panel.widget, &PipesPanel::inspectRequested);
    panel.button(QStringLiteral("Connect…"))->click();
    panel.button(QStringLiteral("Clone as server…"))->click();
    inspect->click();
    QCOMPARE(connects.size(), 1);
    QCOMPARE(serves.size(), 1);
    QCOMPARE(inspects.size(), 1);

    emit panel.tree->customContextMenuRequested({5, 5});
    auto* menu = panel.widget.findChild<QMenu*>();
    QVERIFY(menu != nullptr);
    for (QAction* action : menu->actions()) {
        if (!action->isSeparator()) {
            action->trigger();
        }
    }
    menu->close();
    QCOMPARE(connects.size(), 2);
    QCOMPARE(serves.size(), 2);
    QCOMPARE(inspects.size(), 2);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("\\\\.\\pipe\\a"));
}

void PipesPanelTest::UnconnectablePipesAreNotOffered()
{
    Panel panel(Pipes{FakePipes::socket("@abstract", 1)});
    QTRY_COMPARE(panel.model->rowCount(), 1);
    panel.select(0);
    QSignalSpy spy(&panel.widget, &PipesPanel::connectRequested);
    QTest::keyClick(panel.tree, Qt::Key_Return);
    QCOMPARE(spy.size(), 0);
    QVERIFY(!panel.button(QStringLiteral("Connect…"))->isEnabled());
    QVERIFY(panel.button(QStringLiteral("Inspect…"))->isEnabled());
}

void PipesPanelTest::ClosedPipeOffersNothing()
{
    Panel panel(Pipes{FakePipes::windowsPipe("a"), FakePipes::windowsPipe("b")});
    QTRY_COMPARE(panel.model->rowCount(), 2);
    panel.select(0);
    panel.pipes.set(Pipes{FakePipes::windowsPipe("b")});
    QTRY_VERIFY(panel.isStruck(0));
    QTRY_VERIFY(!panel.button(QStringLiteral("Inspect…"))->isEnabled());
}

void PipesPanelTest::TwoThousandRowsUpdateFast()
{
    PipesModel model;
    std::vector<ListedPipe> pipes;
    pipes.reserve(2000);
    for (int i = 0; i < 2000; ++i) {
        pipes.push_back(FakePipes::socket("pipe-" + std::to_string(i), std::uint64_t(i) + 1));
    }
    model.setListing(pipes);
    QCOMPARE(model.rowCount(), 2000);
    QElapsedTimer clock;
    clock.start();
    for (int round = 0; round < 10; ++round) {
        for (std::size_t i = 0; i < pipes.size(); i += 10) {
            pipes[i].connected = std::uint32_t(round) + 1;
        }
        model.setListing(pipes);
        model.tick();
    }
    // A bound that only something quadratic would pass, also under the sanitizers.
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
}

void PipesPanelTest::RealListerShowsOwnSocket()
{
#ifdef Q_OS_WIN
    QSKIP("Wine does not list pipes: needs Windows");
#else
    // The panel's own words for whatever this machine has.
    PipesPanel panel;
    panel.show();
    QTRY_VERIFY(panel.findChild<QTreeView*>()->model()->rowCount() > 0
                || panel.notice().contains(QStringLiteral("No pipes")));
#endif
}

PIPESCOPE_GUI_TEST(PipesPanelTest)
#include "tst_pipes_panel.moc"
