#include "traffic/overview_controller.h"

#include "log/log_view.h"
#include "log/match_overview.h"
#include "rows/head_scan.h"
#include "traffic/find_controller.h"
#include "traffic/shown_rows.h"

#include "pipecore/session/annotations.h"

#include <optional>
#include <utility>

namespace pipescope {

namespace {

/// Limit of skipped hidden rows per query of the overview.
constexpr int overviewHops = 64;

} // namespace

OverviewController::OverviewController(ShownRows& rows, LogView& view, const FindController& find,
                                       QObject* parent)
    : QObject(parent)
    , m_rows(rows)
    , m_view(view)
    , m_errors(new HeadScan(this))
{
    std::vector<MatchOverview::Lane> lanes;
    lanes.push_back({Token::Error, [this](quint64 first, quint64 behind) {
                         return m_rows.firstFound(
                             first, behind, [this](quint64 row) { return m_errorRows.next(row); },
                             overviewHops);
                     }});
    lanes.push_back({Token::Warning, [&find](quint64 first, quint64 behind) {
                         const auto row = find.matches().next(first);
                         return row && *row < behind ? row : std::nullopt;
                     }});
    lanes.push_back({Token::Mark, [this](quint64 first, quint64 behind) {
                         const pipecore::Annotations* notes = m_rows.annotations();
                         return notes == nullptr
                                    ? std::nullopt
                                    : m_rows.firstFound(
                                        first, behind,
                                        [notes](quint64 row) { return notes->nextMark(row); },
                                        overviewHops);
                     }});
    m_view.overview()->setLanes(std::move(lanes));
    connect(m_errors, &HeadScan::found, this, &OverviewController::errorsFound);
}

OverviewController::~OverviewController() = default;

void OverviewController::stop()
{
    m_errors->stop();
}

void OverviewController::startErrors()
{
    m_errorRows.clear();
    m_errors->stop();
    if (m_rows.all()) {
        m_errors->start(m_rows.all(), [](const auto& head) {
            return head.kind == pipecore::RecordKind::Failed
                   || head.kind == pipecore::RecordKind::Dropped;
        });
    }
}

void OverviewController::includeNewRows()
{
    m_errors->scanNewRows();
}

void OverviewController::update()
{
    m_view.overview()->invalidate();
}

void OverviewController::errorsFound(const std::vector<quint64>& rows)
{
    for (const quint64 row : rows) {
        m_errorRows.add(m_rows.all()->sourceRow(row));
    }
    if (!rows.empty()) {
        update();
    }
}

} // namespace pipescope
