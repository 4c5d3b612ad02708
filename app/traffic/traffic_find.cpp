// The part of the traffic panel that searches.
#include "log/log_view.h"
#include "rows/finder.h"
#include "traffic/find_bar.h"
#include "traffic/traffic_panel.h"
#include "widgets/formatting.h"

namespace pipescope {

void TrafficPanel::startFind()
{
    if (!m_findBar->isVisible()) {
        m_findBar->show();
        m_findOrigin = m_view->currentRow().value_or(m_view->topRow());
        patternChanged();
    }
    m_findBar->focusField();
}

void TrafficPanel::closeFind()
{
    m_findBar->hide();
    m_finder->stop();
    m_pendingJump = Jump::None;
    m_view->setMarks({});
    updateOverview();
    m_view->setFocus(Qt::OtherFocusReason);
}

void TrafficPanel::findNext()
{
    if (!m_findBar->isVisible()) {
        startFind();
        return;
    }
    jump(Jump::Forwards);
}

void TrafficPanel::findPrevious()
{
    if (!m_findBar->isVisible()) {
        startFind();
        return;
    }
    jump(Jump::Backwards);
}

bool TrafficPanel::isFinding() const
{
    return m_findBar->isVisible();
}

quint64 TrafficPanel::findOrigin() const
{
    return m_view->currentRow().value_or(m_findOrigin);
}

void TrafficPanel::patternChanged()
{
    // What is typed next is looked for where the search began, not behind what half a word found.
    search(Jump::Here);
}

void TrafficPanel::search(Jump then)
{
    const FindPattern pattern = m_findBar->pattern();
    m_wrapped = false;
    m_pendingJump = then;
    m_finder->start(m_shown, pattern, m_findOrigin);
    if (pattern.isEmpty()) {
        m_pendingJump = Jump::None;
        m_view->setMarks({});
    } else {
        m_view->setMarks({[this](quint64 row) { return m_finder->matches().contains(row); },
                          [pattern](const QString& preview) { return pattern.marksIn(preview); }});
    }
    updateFindStatus();
}

void TrafficPanel::findProgressed()
{
    if (m_pendingJump != Jump::None) {
        jump(m_pendingJump);
    }
    m_view->viewport()->update();
    updateOverview();
    updateFindStatus();
}

void TrafficPanel::jump(Jump direction)
{
    const pipecore::RowSet& matches = m_finder->matches();
    const quint64 last = m_view->rowCount() - (m_view->rowCount() > 0 ? 1 : 0);
    const quint64 origin = direction == Jump::Here ? m_findOrigin : findOrigin();
    std::optional<quint64> found;
    if (direction == Jump::Backwards) {
        found = origin > 0 ? matches.previous(origin - 1) : std::nullopt;
    } else {
        found = matches.next(direction == Jump::Here ? origin : origin + 1);
    }
    m_wrapped = false;
    if (!found && !m_finder->isRunning()) {
        found = direction == Jump::Backwards ? matches.previous(last) : matches.next(0);
        m_wrapped = found.has_value() && direction != Jump::Here;
    }
    // Not found so far: the next piece of the search tries again.
    m_pendingJump = found || !m_finder->isRunning() ? Jump::None : direction;
    if (found) {
        if (direction != Jump::Here) {
            m_findOrigin = *found;
        }
        m_wantedRow.reset(); // a filter that is still running does not take it back
        m_view->setCurrentRow(*found);
    }
    updateFindStatus();
}

void TrafficPanel::updateFindStatus()
{
    if (!m_findBar->isVisible()) {
        return;
    }
    FindBar::Status status;
    status.isRunning = m_finder->isRunning();
    status.progress = m_finder->progress();
    const pipecore::RowSet& matches = m_finder->matches();
    const QString count = formatCount(matches.size());
    const auto current = m_view->currentRow();
    const QString problem = m_findBar->inputProblem();
    if (!problem.isEmpty()) {
        status.text = problem;
        status.isWarning = true;
    } else if (m_finder->pattern().isEmpty()) {
        status.text = QString();
    } else if (matches.size() == 0) {
        status.text = status.isRunning ? tr("searching…") : tr("not found");
        status.isWarning = !status.isRunning;
    } else if (current && matches.contains(*current)) {
        const QString place = formatCount(matches.rank(*current) + 1);
        status.text = status.isRunning ? tr("%1 of %2 so far").arg(place, count)
                                       : tr("%1 of %2").arg(place, count);
    } else {
        status.text = status.isRunning ? tr("rows found so far: %1").arg(count)
                                       : tr("rows found: %1").arg(count);
    }
    if (m_wrapped) {
        status.text = tr("%1, went round the end").arg(status.text);
    }
    m_findBar->setStatus(status);
}

} // namespace pipescope
