// The part of the traffic panel that leaves one connection in sight, and the overview.
#include "filter/log_filter.h"
#include "log/log_view.h"
#include "log/match_overview.h"
#include "pipecore/session/annotations.h"
#include "rows/finder.h"
#include "rows/head_scan.h"
#include "rows/row_subset.h"
#include "traffic/follow_bar.h"
#include "traffic/traffic_panel.h"
#include "widgets/formatting.h"

#include <algorithm>

namespace pipescope {

namespace {

/// Rows that are not shown are passed over so many times for one answer of the overview.
constexpr int overviewHops = 64;

} // namespace

void TrafficPanel::showConnectionOfRow()
{
    if (shownConnection()) {
        showConnection(std::nullopt);
        return;
    }
    const auto row = currentRow();
    const auto connection = row ? m_source->head(*row).connection : pipecore::ConnectionId();
    if (connection) {
        showConnection(connection);
    } else if (row) {
        showNotice(tr("This row belongs to no connection."));
    }
}

void TrafficPanel::showConnection(std::optional<pipecore::ConnectionId> connection)
{
    if (!m_rows || m_connection == connection) {
        return;
    }
    const auto current = currentRow();
    m_connection = connection;
    showRows();
    m_wantedRow = current;
    goToWantedRow();
    emit shownConnectionChanged();
}

void TrafficPanel::goToWantedRow()
{
    if (!m_wantedRow) {
        return;
    }
    // It may be found a little later.
    if (const auto row = m_shown->rowOf(*m_wantedRow)) {
        m_wantedRow.reset();
        m_view->setCurrentRow(*row);
    }
}

void TrafficPanel::showRows()
{
    m_finder->stop();
    m_filter->cancel();
    m_follow->stop();
    m_subset.reset();
    m_wantedRow.reset();
    m_shown = m_rows;
    if (isFiltered() && m_rows) {
        showFiltered();
    } else if (m_connection && m_rows) {
        m_subset = std::make_shared<RowSubset>(m_rows);
        m_shown = m_subset;
        m_follow->start(m_rows, [wanted = *m_connection](const auto& head) {
            return head.connection == wanted;
        });
    }
    m_seen = m_shown ? m_shown->count() : 0;
    m_known = m_rows ? m_rows->first() + m_rows->count() : 0;
    m_findOrigin = 0;
    m_view->setRows(m_shown);
    retranslate();
    updateOverlays();
    updateFollowBar();
    updateFilterStatus();
    updateOverview();
    if (isFinding()) {
        patternChanged();
    }
}

void TrafficPanel::followFound(const std::vector<quint64>& rows)
{
    if (!m_subset) {
        return;
    }
    m_subset->add(rows);
    shownRowsCame();
    goToWantedRow();
    updateFollowBar();
}

void TrafficPanel::updateFollowBar()
{
    m_followBar->setVisible(m_connection.has_value());
    if (!m_connection || !m_source) {
        return;
    }
    const QString peer = peerText(m_rows->peer(*m_connection).get());
    const QString name = QStringLiteral("%1 %2").arg(connectionText(*m_connection), peer).trimmed();
    const QString count = formatCount(m_shown->count());
    m_followBar->setText(m_follow->isRunning() || !m_filter->progress().isDone()
                             ? tr("Only connection %1: %2 rows so far").arg(name, count)
                             : tr("Only connection %1: %2 rows").arg(name, count));
}

void TrafficPanel::startErrorScan()
{
    m_errorRows.clear();
    m_errors->stop();
    if (m_rows) {
        m_errors->start(m_rows, [](const auto& head) {
            return head.kind == pipecore::RecordKind::Failed
                   || head.kind == pipecore::RecordKind::Dropped;
        });
    }
}

void TrafficPanel::errorsFound(const std::vector<quint64>& rows)
{
    for (const quint64 row : rows) {
        m_errorRows.add(m_rows->sourceRow(row));
    }
    if (!rows.empty()) {
        m_view->overview()->invalidate();
    }
}

std::optional<quint64> TrafficPanel::firstShown(quint64 first, quint64 behind, const NextRow& next,
                                                int hops) const
{
    if (!m_shown || first >= behind || behind > m_shown->count()) {
        return std::nullopt;
    }
    const quint64 last = m_shown->sourceRow(behind - 1);
    quint64 from = m_shown->sourceRow(first);
    for (int hop = 0; hop < hops; ++hop) {
        const auto found = next(from);
        if (!found || *found > last) {
            return std::nullopt;
        }
        const quint64 row = m_shown->firstFrom(*found);
        const quint64 shown = m_shown->sourceRow(row);
        if (shown == *found) {
            return row;
        }
        from = shown;
    }
    return std::nullopt;
}

std::optional<quint64> TrafficPanel::lastShown(quint64 first, quint64 behind,
                                               const NextRow& previous) const
{
    if (!m_shown || first >= behind || behind > m_shown->count()) {
        return std::nullopt;
    }
    const quint64 begin = m_shown->sourceRow(first);
    quint64 from = m_shown->sourceRow(behind - 1);
    for (;;) {
        const auto found = previous(from);
        if (!found || *found < begin) {
            return std::nullopt;
        }
        if (const auto row = m_shown->rowOf(*found)) {
            return row;
        }
        if (*found == 0) {
            return std::nullopt;
        }
        from = *found - 1;
    }
}

void TrafficPanel::makeOverview()
{
    std::vector<MatchOverview::Lane> lanes;
    lanes.push_back({Token::Error, [this](quint64 first, quint64 behind) {
                         return firstShown(
                             first, behind, [this](quint64 row) { return m_errorRows.next(row); },
                             overviewHops);
                     }});
    lanes.push_back({Token::Warning, [this](quint64 first, quint64 behind) {
                         const auto row = m_finder->matches().next(first);
                         return row && *row < behind ? row : std::nullopt;
                     }});
    lanes.push_back({Token::Mark, [this](quint64 first, quint64 behind) {
                         const pipecore::Annotations* notes = annotations();
                         return notes == nullptr
                                    ? std::nullopt
                                    : firstShown(
                                        first, behind,
                                        [notes](quint64 row) { return notes->nextMark(row); },
                                        overviewHops);
                     }});
    m_view->overview()->setLanes(std::move(lanes));
}

void TrafficPanel::updateOverview()
{
    m_view->overview()->invalidate();
}

} // namespace pipescope
