#include "log_scale.h"

#include "highlight/row_highlighter.h"
#include "index_rows.h"
#include "log/log_view.h"
#include "log/match_overview.h"
#include "traffic/traffic_panel.h"

#include <QElapsedTimer>
#include <QImage>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <ctime>
#include <vector>

namespace pipescope {

namespace {

#if defined(NDEBUG) && !defined(PIPESCOPE_SANITIZED) && !defined(Q_OS_WIN)
constexpr double paintLimitMs = 16;
#else
// A sanitizer takes its part; and the clock of a process runs on Windows while it waits for others.
constexpr double paintLimitMs = 48;
#endif

double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

/// Processor time of 200 paints at 200 places of the log that were not painted before: reads of the
/// file, the search for requests and all.
std::vector<double> paintTimes(LogView& view, int round)
{
    constexpr int frames = 200;
    QImage image(view.viewport()->size(), QImage::Format_RGB32);
    std::vector<double> times;
    QScrollBar* bar = view.verticalScrollBar();
    for (int frame = 0; frame < frames; ++frame) {
        const double place = (frame + 0.2 * round) / frames;
        bar->setValue(static_cast<int>(place * bar->maximum()));
        const std::clock_t start = std::clock();
        view.viewport()->render(&image);
        times.push_back(static_cast<double>(std::clock() - start) * 1000 / CLOCKS_PER_SEC);
    }
    return times;
}

/// The best 99th percentile of some rounds of paints, in milliseconds; the first that is good enough.
double paintPercentile(LogView& view, double goodEnough)
{
    double p99 = 0;
    for (int round = 0; round < 5; ++round) {
        const std::vector<double> times = paintTimes(view, round);
        const double worst = percentile(times, 0.99);
        p99 = round == 0 ? worst : std::min(p99, worst);
        qInfo("a paint takes %.2f ms (p50), %.2f ms (p99)", percentile(times, 0.5), worst);
        if (p99 <= goodEnough) {
            break;
        }
    }
    return p99;
}

/// Microseconds that the window works to show rows that came, the best of some times.
double appendMicros(IndexRows& source, TrafficPanel& panel)
{
    double best = 1e9;
    for (int round = 0; round < 20; ++round) {
        if (!source.add(1000)) {
            return best;
        }
        QElapsedTimer clock;
        clock.start();
        panel.refresh();
        best = std::min(best, static_cast<double>(clock.nsecsElapsed()) / 1000);
        QCoreApplication::processEvents();
    }
    return best;
}

} // namespace

void checkLogOfRows(std::uint64_t rows)
{
    IndexRows source;
    QVERIFY(source.add(1000));
    TrafficPanel panel;
    panel.resize(1200, 800);
    panel.setSource(&source);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel, 20'000));
    panel.findChild<RowHighlighter*>()->setRules(
        {{QStringLiteral("text contains \"nowhere\""), Token::HighlightRed},
         {QStringLiteral("len > 100000 || dir == out && conn == 99"), Token::HighlightBlue},
         {QStringLiteral("text ~ \"mess[a-f]ge\\\":7\""), Token::HighlightGreen}});
    const double appendToFew = appendMicros(source, panel);

    QElapsedTimer clock;
    clock.start();
    QVERIFY(source.add(rows - source.rowCount()));
    qInfo("%llu rows are in the index after %lld ms", static_cast<unsigned long long>(rows),
          clock.elapsed());
    panel.refresh();
    LogView& view = *panel.findChild<LogView*>();
    view.setFocus();
    QCOMPARE(view.rowCount(), quint64{rows});

    // The last row, by keyboard and by scroll bar.
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.topRow(), quint64{0});
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.currentRow(), std::optional<quint64>(rows - 1));
    QVERIFY(view.viewport()->rect().contains(view.rowRect(rows - 1).adjusted(0, 0, -1, -1)));
    QCOMPARE(view.text(rows - 1).number, quint64{rows});
    view.verticalScrollBar()->setValue(0);
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
    QCOMPARE(view.topRow() + static_cast<quint64>(view.visibleRows()), quint64{rows});

    const double p99 = paintPercentile(view, paintLimitMs);
    QVERIFY2(p99 <= paintLimitMs, qPrintable(QString::number(p99)));

    view.setFollowTail(true);
    const double appendToMany = appendMicros(source, panel);
    qInfo("1000 rows that come take %.0f µs with few rows, %.0f µs with %llu", appendToFew,
          appendToMany, static_cast<unsigned long long>(rows));
    // Half a millisecond is what a frame does not feel; what grows with the rows is far beyond it.
    QVERIFY2(appendToMany <= 4 * appendToFew + 500, qPrintable(QString::number(appendToMany)));

    // Marks everywhere: the overview asks once a pixel.
    for (std::uint64_t row = 0; row < rows; row += rows / 1000) {
        QVERIFY(source.annotations()->set(row, {true, {}}));
    }
    MatchOverview& overview = *view.overview();
    clock.restart();
    overview.invalidate();
    QVERIFY(QTest::qWaitFor([&] { return overview.lanesAt(overview.height() / 2) != 0; }, 5000));
}

} // namespace pipescope
