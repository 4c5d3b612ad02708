#include "filter/filter_bar.h"
#include "filter/filter_line.h"
#include "filter/saved_filters.h"
#include "log/log_view.h"
#include "log/tail_button.h"
#include "memory_records.h"
#include "pipecore/session/annotations.h"
#include "runner/register.h"
#include "shown_log.h"
#include "test_settings.h"
#include "traffic/find_bar.h"
#include "traffic/find_controller.h"
#include "traffic/note_controller.h"
#include "traffic/selection_controller.h"
#include "traffic/traffic_panel.h"
#include "widgets/formatting.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QTest>

#include <algorithm>

using namespace pipescope;

/// The line above the log that says which rows are shown.
class FilterTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("tst_filter"); }
    void init() { TestSettings::clear(); }

    void HintIsCutToTheLine()
    {
        ShownLog shown;
        const QString whole = shown.line()->placeholderText();
        QVERIFY(whole.endsWith(u'"'));
        shown.panel.resize(420, 500);
        QTRY_VERIFY(shown.line()->placeholderText().endsWith(QChar(0x2026)));
        QVERIFY(shown.line()->fontMetrics().horizontalAdvance(shown.line()->placeholderText())
                <= shown.line()->viewport()->width());
        shown.panel.resize(1000, 500);
        QTRY_COMPARE(shown.line()->placeholderText(), whole);
    }

    void FilterAndFindOfMarksFollowTheMarks()
    {
        ShownLog shown;
        shown.talk(4);
        shown.panel.goToRow(5);
        shown.panel.notes().toggleMark();
        shown.panel.setFilter(QStringLiteral("mark"));
        QTRY_COMPARE(shown.rows(), QStringLiteral("5"));
        QVERIFY(shown.records.annotations()->set(7, {true, {}}));
        shown.panel.goToRow(5);
        shown.panel.notes().toggleMark();
        QTRY_COMPARE(shown.rows(), QStringLiteral("7"));
        shown.panel.setFilter(QString());

        shown.panel.find().start();
        const auto* status = shown.panel.findChild<QLabel*>(QStringLiteral("findStatus"));
        shown.panel.findChild<QComboBox*>(QStringLiteral("findMode"))->setCurrentIndex(2);
        shown.panel.findChild<QLineEdit*>(QStringLiteral("findField"))
            ->setText(QStringLiteral("mark"));
        QTRY_COMPARE(status->text(), QStringLiteral("1 of 1"));
        shown.panel.goToRow(3);
        shown.panel.notes().toggleMark();
        QTRY_COMPARE(status->text(), QStringLiteral("1 of 2"));
        QCOMPARE(shown.panel.currentRow(), std::optional<quint64>(3));
    }

    void RowsInSightAndSelectedOnesAreThoseOfTheSession()
    {
        ShownLog shown;
        shown.talk(4);
        QVERIFY(!shown.panel.visibleRanges());
        shown.panel.setFilter(QStringLiteral("dir == out"));
        QTRY_COMPARE(shown.view()->rowCount(), 4ULL);
        const auto inSight = shown.panel.visibleRanges();
        QVERIFY(inSight);
        QCOMPARE(inSight->count(), 4ULL);
        QCOMPARE(inSight->ranges().front().first, 4ULL);
        shown.view()->setCurrentRow(1);
        const pipecore::RowRanges selected = shown.panel.selection().rows();
        QCOMPARE(selected.count(), 1ULL);
        QCOMPARE(selected.ranges().front().first, 6ULL);
        shown.view()->selectAll();
        QVERIFY(std::ranges::equal(shown.panel.selection().rows().ranges(), inSight->ranges()));
    }

    void TypedFilterShowsTheRightRows()
    {
        ShownLog shown;
        shown.talk(4); // rows 3 to 10
        shown.type("conn == 1 && dir == in");
        QTRY_COMPARE(shown.rows(), QStringLiteral("3 7"));
        QTRY_COMPARE(shown.status(), QStringLiteral("2 of 11"));
        QCOMPARE(shown.view()->text(1).preview, QStringLiteral("question 2"));
        QCOMPARE(shown.view()->text(1).number, quint64(8));
        shown.panel.setFilter(QStringLiteral("text contains \"answer 3\" || kind == opened"));
        QTRY_COMPARE(shown.rows(), QStringLiteral("0 10"));
        shown.panel.setFilter(QString());
        QCOMPARE(shown.view()->rowCount(), quint64(11));
        QCOMPARE(shown.status(), QString());
    }

    void AMistakeIsUnderlinedAtItsPlaceAndChangesNoRow()
    {
        ShownLog shown;
        shown.talk(2);
        shown.panel.setFilter(QStringLiteral("dir == out"));
        QTRY_COMPARE(shown.rows(), QStringLiteral("4 6"));
        QVERIFY(shown.line()->extraSelections().isEmpty());
        shown.panel.setFilter(QStringLiteral(u"text ~ \"ü\" && dir == up"));
        QCOMPARE(shown.line()->extraSelections().size(), qsizetype(1));
        const QTextCursor marked = shown.line()->extraSelections().constFirst().cursor;
        QCOMPARE(marked.selectedText(), QStringLiteral("up"));
        QVERIFY(shown.mistake()->isVisible());
        QVERIFY(shown.mistake()->text().contains(QStringLiteral("in, out")));
        QCOMPARE(shown.mistake()->text(),
                 QStringLiteral("Column 22: %1").arg(shown.line()->toolTip()));
        // The filter before goes on.
        shown.talk(1);
        QTRY_COMPARE(shown.rows(), QStringLiteral("4 6 8"));
        shown.panel.setFilter(QStringLiteral("dir == in"));
        QVERIFY(!shown.mistake()->isVisible());
        QTRY_COMPARE(shown.rows(), QStringLiteral("3 5 7"));
    }

    void HalfAWordIsNoMistakeUntilOneStops()
    {
        ShownLog shown;
        shown.type("dir == o");
        QVERIFY(!shown.mistake()->isVisible());
        QVERIFY(!shown.line()->extraSelections().isEmpty());
        QTRY_VERIFY(shown.mistake()->isVisible());
    }

    void RowsThatArriveAreFilteredAndFollowed()
    {
        ShownLog shown;
        shown.panel.setFilter(QStringLiteral("text contains \"answer\""));
        QVERIFY(shown.panel.followsTail());
        shown.talk(200);
        QTRY_COMPARE(shown.view()->rowCount(), quint64(200));
        QVERIFY(shown.panel.followsTail());
        QCOMPARE(shown.view()->topRow() + quint64(shown.view()->visibleRows()), quint64(200));
        shown.panel.setPaused(true);
        shown.talk(50);
        QTest::qWait(100);
        QCOMPARE(shown.view()->rowCount(), quint64(200));
        shown.panel.setPaused(false);
        QTRY_COMPARE(shown.view()->rowCount(), quint64(250));
        QTRY_COMPARE(shown.status(), QStringLiteral("250 of 503"));
    }

    void TheNextKeystrokeEndsTheFilterBefore()
    {
        ShownLog shown;
        const std::string hard = std::string(20'000, 'a') + "!";
        for (int i = 0; i < 400; ++i) {
            shown.records.received(shown.app, hard);
        }
        shown.records.received(shown.app, "easy");
        shown.panel.refresh();
        shown.panel.setFilter(QStringLiteral("text ~ \"^(a+)+[bc]$\""));
        QTRY_VERIFY(shown.panel.findChild<QWidget*>(QStringLiteral("filterProgress"))->isVisible());
        QElapsedTimer clock;
        clock.start();
        shown.panel.setFilter(QStringLiteral("text ~ \"^easy$\""));
        QVERIFY2(clock.elapsed() < 200, qPrintable(QString::number(clock.elapsed())));
        QTRY_COMPARE(shown.rows(), QStringLiteral("403"));
        clock.restart();
        shown.panel.setFilter(QStringLiteral("text ~ \"^(a+)+[bc]$\""));
        shown.panel.setSource(nullptr); // waits until no thread uses it
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    }

    void CostlyExpressionsAreReported()
    {
        ShownLog shown;
        shown.records.received(shown.app, std::string(3000, 'a') + "!");
        shown.records.received(shown.app, "aab");
        shown.panel.refresh();
        shown.panel.setFilter(QStringLiteral("text ~ \"^(a+)+[bc]$\""));
        QTRY_COMPARE(shown.status(), QStringLiteral("1 of 5, 1 undecided"));
    }

    void TheCurrentRowStaysWhereItShows()
    {
        ShownLog shown;
        shown.talk(4);
        shown.panel.goToRow(5);
        shown.panel.setFilter(QStringLiteral("conn == 2"));
        QTRY_COMPARE(shown.rows(), QStringLiteral("2 5 6 9 10"));
        QTRY_COMPARE(shown.panel.currentRow(), std::optional<quint64>(5));
        shown.panel.setFilter(QStringLiteral("conn == 1"));
        QTRY_COMPARE(shown.rows(), QStringLiteral("1 3 4 7 8"));
        QCOMPARE(shown.panel.currentRow(), std::optional<quint64>());
        shown.panel.goToRow(7);
        shown.panel.setFilter(QString());
        QCOMPARE(shown.panel.currentRow(), std::optional<quint64>(7));
    }

    void GoingToARowThatDoesNotPassShowsAll()
    {
        ShownLog shown;
        shown.talk(4);
        shown.panel.setFilter(QStringLiteral("dir == in"));
        QTRY_COMPARE(shown.view()->rowCount(), quint64(4));
        shown.panel.goToRow(7); // passes
        QCOMPARE(shown.panel.currentRow(), std::optional<quint64>(7));
        QCOMPARE(shown.view()->rowCount(), quint64(4));
        shown.panel.goToRow(8);
        QCOMPARE(shown.panel.filterText(), QString());
        QCOMPARE(shown.panel.currentRow(), std::optional<quint64>(8));
        QCOMPARE(shown.view()->rowCount(), quint64(11));
    }

    void EscapeClearsAndThenGoesToTheLog()
    {
        ShownLog shown;
        shown.talk(2);
        QVERIFY(QTest::qWaitForWindowExposed(&shown.panel));
        shown.panel.activateWindow();
        shown.panel.startFilter();
        QTRY_VERIFY(shown.line()->hasFocus());
        shown.type("dir == in ");
        QTRY_COMPARE(shown.view()->rowCount(), quint64(2));
        shown.offers()->hide();
        QTest::keyClick(shown.line(), Qt::Key_Escape);
        QCOMPARE(shown.panel.filterText(), QString());
        QCOMPARE(shown.view()->rowCount(), quint64(7));
        QTest::keyClick(shown.line(), Qt::Key_Escape);
        QTRY_COMPARE(shown.panel.focusWidget(), shown.view());
        shown.panel.setFilter(QStringLiteral("dir == in"));
        QTest::keyClick(shown.view(), Qt::Key_Escape);
        QCOMPARE(shown.panel.filterText(), QString());
    }

    void FilterAndOneConnectionGoTogether()
    {
        ShownLog shown;
        shown.talk(4);
        shown.panel.setFilter(QStringLiteral("dir == in || kind == connected"));
        shown.panel.showConnection(shown.node);
        QTRY_COMPARE(shown.rows(), QStringLiteral("2 5 9"));
        shown.panel.setFilter(QString());
        QTRY_COMPARE(shown.rows(), QStringLiteral("2 5 6 9 10"));
        shown.panel.setFilter(QStringLiteral("dir == out"));
        QTRY_COMPARE(shown.rows(), QStringLiteral("6 10"));
        shown.panel.showConnection(std::nullopt);
        QTRY_COMPARE(shown.rows(), QStringLiteral("4 6 8 10"));
    }

    void ClearedRowsStayOutOfSight()
    {
        ShownLog shown;
        shown.talk(2);
        shown.panel.setFilter(QStringLiteral("dir == in"));
        QTRY_COMPARE(shown.rows(), QStringLiteral("3 5"));
        shown.panel.clearRows();
        QTRY_COMPARE(shown.view()->rowCount(), quint64(0));
        shown.talk(1);
        QTRY_COMPARE(shown.rows(), QStringLiteral("7"));
        QCOMPARE(shown.view()->text(0).preview, QStringLiteral("question 2"));
    }

    void NamesAndValuesAreOffered()
    {
        ShownLog shown;
        QVERIFY(QTest::qWaitForWindowExposed(&shown.panel));
        shown.panel.activateWindow();
        shown.panel.startFilter();
        shown.type("im");
        QTRY_VERIFY(shown.offers()->isVisible());
        const auto offer = [&shown](int row) {
            return shown.offers()->model()->index(row, 0).data(Qt::UserRole).toString();
        };
        QCOMPARE(shown.offers()->model()->rowCount(), 1);
        QCOMPARE(offer(0), QStringLiteral("image"));
        QTest::keyClick(shown.offers(), Qt::Key_Return);
        QTRY_COMPARE(shown.line()->text(), QStringLiteral("image "));
        QVERIFY(!shown.offers()->isVisible());
        shown.type("== n");
        QTRY_VERIFY(shown.offers()->isVisible());
        QCOMPARE(offer(0), QStringLiteral("\"node.exe\""));
        QTest::keyClick(shown.offers(), Qt::Key_Return);
        QTRY_COMPARE(shown.line()->text(), QStringLiteral("image == \"node.exe\" "));
        QTRY_COMPARE(shown.rows(), QStringLiteral("2"));
        QTest::keyClick(shown.line(), Qt::Key_Space, Qt::ControlModifier);
        QTRY_VERIFY(shown.offers()->isVisible());
        QCOMPARE(offer(0), QStringLiteral("&&"));
        QTest::keyClick(shown.offers(), Qt::Key_Escape);
        QTRY_VERIFY(!shown.offers()->isVisible());
        QCOMPARE(shown.line()->text(), QStringLiteral("image == \"node.exe\" "));
    }

    void TabTakesTheOfferAndDownKeepsIt()
    {
        ShownLog shown;
        QVERIFY(QTest::qWaitForWindowExposed(&shown.panel));
        shown.panel.activateWindow();
        shown.panel.startFilter();
        shown.type("te");
        QTRY_VERIFY(shown.offers()->isVisible());
        QTest::keyClick(shown.offers(), Qt::Key_Tab);
        QTRY_COMPARE(shown.line()->text(), QStringLiteral("text "));
        QVERIFY(shown.line()->hasFocus());
        shown.panel.setFilter(QString());
        // With one candidate there is nothing to go down to.
        shown.type("im");
        QTRY_VERIFY(shown.offers()->isVisible());
        QTest::keyClick(shown.offers(), Qt::Key_Down);
        QTest::keyClick(shown.offers(), Qt::Key_Return);
        QTRY_COMPARE(shown.line()->text(), QStringLiteral("image "));
        // Without offers Tab goes on.
        shown.offers()->hide();
        QTest::keyClick(shown.line(), Qt::Key_Tab);
        QVERIFY(!shown.line()->hasFocus());
    }

    /// Rows that were there before the filter are found later than the filter begins.
    void WhatAFilterFindsIsNotNew()
    {
        ShownLog shown;
        QVERIFY(QTest::qWaitForWindowExposed(&shown.panel));
        shown.talk(100);
        shown.panel.goToRow(0);
        const auto* tail = shown.panel.findChild<TailButton*>();
        shown.panel.setFilter(QStringLiteral("len > 3"));
        QTRY_COMPARE(shown.view()->rowCount(), quint64(200));
        QTest::qWait(50);
        QVERIFY2(!tail->isVisible(), qPrintable(tail->text()));
        shown.talk(3);
        QTRY_VERIFY(tail->isVisible());
        QTRY_VERIFY2(tail->text().contains(QStringLiteral("6")), qPrintable(tail->text()));
    }

    void PastedLinesBecomeOne()
    {
        ShownLog shown;
        shown.line()->setText(QStringLiteral("dir == in\n&& conn == 1\r\n"));
        QCOMPARE(shown.line()->text(), QStringLiteral("dir == in && conn == 1  "));
        QCOMPARE(shown.line()->document()->blockCount(), 1);
        QVERIFY(shown.line()->filter());
    }

    void KeptFiltersComeBack()
    {
        SavedFilters filters;
        filters.add(QStringLiteral("logins"), QStringLiteral("text contains \"login\""));
        filters.add(QStringLiteral("big & new"), QStringLiteral("len > 100 && dir == in"));
        filters.add(QStringLiteral("logins"), QStringLiteral("text ~ \"login\""));
        QSettings settings;
        filters.save(settings);
        settings.sync();
        SavedFilters read;
        read.load(QSettings());
        QCOMPARE(read.entries(), filters.entries());
        QCOMPARE(read.entries().size(), qsizetype(2));

        ShownLog shown;
        shown.talk(1);
        auto* menu = shown.panel.findChild<QMenu*>(QStringLiteral("savedFilters"));
        emit menu->aboutToShow();
        menu->actions().constFirst()->trigger();
        QCOMPARE(shown.panel.filterText(), QStringLiteral("len > 100 && dir == in"));
        // The last but one is "Keep", the last one "Remove".
        QMenu* removing = menu->actions().constLast()->menu();
        QVERIFY(removing != nullptr);
        QCOMPARE(removing->actions().size(), qsizetype(2));
        removing->actions().constFirst()->trigger();
        read.load(QSettings());
        QCOMPARE(read.entries().size(), qsizetype(1));
        QCOMPARE(read.entries().constFirst().name, QStringLiteral("logins"));
        settings.setValue(QStringLiteral("filters/saved"), QByteArray("[{\"name\":3},7"));
        read.load(settings);
        QVERIFY(read.entries().isEmpty());
    }

    void FindLooksForFiltersToo()
    {
        ShownLog shown;
        shown.talk(4);
        shown.panel.find().start();
        auto* mode = shown.panel.findChild<QComboBox*>(QStringLiteral("findMode"));
        auto* field = shown.panel.findChild<QLineEdit*>(QStringLiteral("findField"));
        auto* status = shown.panel.findChild<QLabel*>(QStringLiteral("findStatus"));
        mode->setCurrentIndex(2);
        field->setText(QStringLiteral("conn == 2 && dir == out"));
        QTRY_COMPARE(shown.panel.currentRow(), std::optional<quint64>(6));
        QTRY_COMPARE(status->text(), QStringLiteral("1 of 2"));
        shown.panel.find().next();
        QTRY_COMPARE(shown.panel.currentRow(), std::optional<quint64>(10));
        shown.panel.find().next();
        QTRY_COMPARE(shown.panel.currentRow(), std::optional<quint64>(6));
        QVERIFY(status->text().contains(QStringLiteral("1 of 2")));
        // In what is left by a filter.
        shown.panel.setFilter(QStringLiteral("text contains \"answer\""));
        field->setText(QStringLiteral("conn == 1"));
        QTRY_COMPARE(status->text(), QStringLiteral("1 of 2"));
        QTest::qWait(100); // the filter, when it is done, leaves the find's row current
        QCOMPARE(status->text(), QStringLiteral("1 of 2"));
        field->setText(QStringLiteral("conn == "));
        QVERIFY(status->text().contains(QStringLiteral("an integer")));
        QVERIFY(status->text().startsWith(QStringLiteral("Column 9:")));
    }

private:
    TestSettings m_settings;
};

PIPESCOPE_GUI_TEST(FilterTest)
#include "tst_filter.moc"
