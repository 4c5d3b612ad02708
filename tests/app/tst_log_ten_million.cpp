#include "log_scale.h"

#include "index_rows.h"
#include "log/log_view.h"
#include "runner/register.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTest>

using namespace pipescope;

/// The log over ten million rows of a real index.
class LogTenMillionTest : public QObject
{
    Q_OBJECT

private slots:
    void TenMillionRowsAreShownLikeTen() { checkLogOfRows(10'000'000); }

    /// Pulling the pointer below the log selects through all of it, faster and faster.
    void DragSelectsMillionsOfRows()
    {
        IndexRows source;
        constexpr std::uint64_t rows = 10'000'000;
        QVERIFY(source.add(rows));
        auto all = std::make_shared<SourceRows>(source, 0);
        all->setCount(source.rowCount());
        LogView view;
        view.resize(1000, 600);
        view.setFollowTail(false);
        view.setRows(all);
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view, 20'000));
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, view.rowRect(2).center());
        const QPointF below(50, view.viewport()->height() + 60);
        QMouseEvent outside(QEvent::MouseMove, below, below, Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(view.viewport(), &outside);
        // At first slow enough to aim: rows, not millions of them.
        QTest::qWait(200);
        QVERIFY(view.selection().count() > 3);
        QVERIFY2(view.selection().count() < 1000,
                 qPrintable(QString::number(view.selection().count())));
        QTRY_COMPARE_WITH_TIMEOUT(view.selection().count(), rows - 2, 60'000);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, {50, 50});
        QCOMPARE(view.selection().ranges().size(), std::size_t{1});
    }
};

PIPESCOPE_GUI_TEST(LogTenMillionTest)
#include "tst_log_ten_million.moc"
