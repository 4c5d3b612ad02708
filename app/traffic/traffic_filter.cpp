// The part of the traffic panel that leaves rows in sight that pass a filter.
#include "filter/cell_filter.h"
#include "filter/filter_bar.h"
#include "filter/log_filter.h"
#include "log/log_header.h"
#include "log/log_view.h"
#include "rows/finder.h"
#include "traffic/traffic_panel.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <QMenu>

namespace pipescope {

void TrafficPanel::makeFilterBar()
{
    m_filterBar->setFacts([this] { return m_source != nullptr ? &m_source->facts() : nullptr; });
    connect(m_filterBar, &FilterBar::filterChanged, this, &TrafficPanel::filterChanged);
    connect(m_filterBar, &FilterBar::leaveRequested, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_filter, &LogFilter::progressed, this, &TrafficPanel::filterProgressed);
}

void TrafficPanel::startFilter()
{
    m_filterBar->focusLine();
}

void TrafficPanel::setFilter(const QString& text)
{
    m_filterBar->setText(text);
}

QString TrafficPanel::filterText() const
{
    return m_filterBar->text();
}

bool TrafficPanel::isFiltered() const
{
    return !m_filterBar->filter().isEmpty();
}

bool TrafficPanel::passesFilter(quint64 sourceRow) const
{
    return m_shown->rowOf(sourceRow).has_value()
           || m_filterBar->filter().matches(*m_source, sourceRow);
}

void TrafficPanel::filterChanged()
{
    const auto current = currentRow();
    const bool follows = followsTail();
    showRows();
    m_wantedRow = current;
    goToWantedRow();
    setFollowTail(follows);
}

void TrafficPanel::showFiltered()
{
    pipecore::Filter filter = m_filterBar->filter();
    if (m_connection) {
        const auto both = pipecore::Filter::parse(
            "(" + filter.text() + ") && conn == " + std::to_string(m_connection->value));
        // Only a text at the limits of the language becomes too much by that.
        filter = both.value_or(filter);
    }
    m_shown = m_filter->start(m_rows, filter);
}

void TrafficPanel::filterProgressed()
{
    const bool follows = followsTail();
    shownRowsCame();
    if (m_wantedRow) {
        goToWantedRow();
        setFollowTail(follows);
    }
    updateFilterStatus();
    updateFollowBar();
    updateOverview();
}

void TrafficPanel::updateFilterStatus()
{
    FilterBar::Status status;
    if (m_filter->isActive()) {
        const auto progress = m_filter->progress();
        status.isRunning = !progress.isDone();
        status.progress =
            static_cast<double>(progress.looked) / static_cast<double>(progress.total + 1);
        status.text =
            tr("%1 of %2").arg(formatCount(progress.matches), formatCount(progress.total));
        if (progress.undecided > 0) {
            status.isWarning = true;
            status.text = tr("%1, %2 undecided").arg(status.text, formatCount(progress.undecided));
            status.detail =
                tr("The regular expression takes too long for these rows. They are left "
                   "out; a simpler expression decides them.");
        } else if (progress.problem) {
            status.isWarning = true;
            status.detail = errorLine(*progress.problem);
        }
    }
    m_filterBar->setStatus(status);
}

void TrafficPanel::addFilterActions(QMenu* menu, quint64 row, LogColumn column)
{
    const QString same = cellFilter(*m_shown, row, column);
    QMenu* like =
        menu->addMenu(Theme::instance().icon(QStringLiteral("filter")), tr("Filter like this"));
    like->setObjectName(QStringLiteral("filterLikeThis"));
    like->setEnabled(!same.isEmpty());
    const auto add = [&](const QString& filter) {
        QString label = filter;
        like->addAction(label.replace(u'&', QLatin1String("&&")), this,
                        [this, filter] { setFilter(filter); });
    };
    if (!same.isEmpty()) {
        add(same);
        add(negatedFilter(same));
        if (isFiltered()) {
            const QString now = fromCore(m_filterBar->filter().text());
            add(bothFilters(now, same));
            add(bothFilters(now, negatedFilter(same)));
        }
    }
}

} // namespace pipescope
