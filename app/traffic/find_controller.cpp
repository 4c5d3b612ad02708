#include "traffic/find_controller.h"

#include "log/log_view.h"
#include "rows/finder.h"
#include "traffic/find_bar.h"
#include "traffic/shown_rows.h"
#include "widgets/formatting.h"

#include <optional>

namespace pipescope {

FindController::FindController(ShownRows& rows, LogView& view, QWidget* panel)
    : QObject(panel)
    , m_rows(rows)
    , m_view(view)
    , m_bar(new FindBar(panel))
    , m_finder(new Finder(this))
{
    m_bar->hide();
    connect(m_bar, &FindBar::patternChanged, this, &FindController::patternChanged);
    connect(m_bar, &FindBar::nextRequested, this, &FindController::next);
    connect(m_bar, &FindBar::previousRequested, this, &FindController::previous);
    connect(m_bar, &FindBar::closeRequested, this, &FindController::close);
    connect(m_finder, &Finder::progressed, this, &FindController::progressed);
    connect(&view, &LogView::currentRowChanged, this, &FindController::updateStatus);
}

FindController::~FindController() = default;

bool FindController::isOpen() const
{
    return m_bar->isVisible();
}

void FindController::start()
{
    if (!isOpen()) {
        m_bar->show();
        m_origin = m_view.currentRow().value_or(m_view.topRow());
        patternChanged();
    }
    m_bar->focusField();
}

void FindController::close()
{
    m_bar->hide();
    m_finder->stop();
    m_pendingJump = Jump::None;
    m_view.setMarks({});
    emit matchesChanged();
    m_view.setFocus(Qt::OtherFocusReason);
}

void FindController::next()
{
    if (isOpen()) {
        jump(Jump::Forwards);
    } else {
        start();
    }
}

void FindController::previous()
{
    if (isOpen()) {
        jump(Jump::Backwards);
    } else {
        start();
    }
}

void FindController::stop()
{
    m_finder->stop();
}

void FindController::rowsChanged()
{
    m_origin = 0;
    if (isOpen()) {
        patternChanged();
    }
}

void FindController::rowsAdded()
{
    m_finder->searchNewRows();
}

void FindController::annotationsChanged()
{
    if (isOpen() && m_finder->pattern().filter().usesAnnotations()) {
        search(Jump::None); // the current row stays
    }
}

const pipecore::RowSet& FindController::matches() const
{
    return m_finder->matches();
}

void FindController::patternChanged()
{
    // Typing continues the search from its start, not from an intermediate match.
    search(Jump::Here);
}

void FindController::search(Jump then)
{
    const FindPattern pattern = m_bar->pattern();
    m_wrapped = Jump::None;
    m_pendingJump = then;
    m_finder->start(m_rows.rows(), pattern, m_origin);
    if (pattern.isEmpty()) {
        m_pendingJump = Jump::None;
        m_view.setMarks({});
    } else {
        m_view.setMarks({[this](quint64 row) { return m_finder->matches().contains(row); },
                         [pattern](const QString& preview) { return pattern.marksIn(preview); }});
    }
    updateStatus();
}

void FindController::progressed()
{
    if (m_pendingJump != Jump::None) {
        jump(m_pendingJump);
    }
    m_view.viewport()->update();
    emit matchesChanged();
    updateStatus();
}

void FindController::jump(Jump direction)
{
    const pipecore::RowSet& matches = m_finder->matches();
    const quint64 last = m_view.rowCount() - (m_view.rowCount() > 0 ? 1 : 0);
    const quint64 origin =
        direction == Jump::Here ? m_origin : m_view.currentRow().value_or(m_origin);
    std::optional<quint64> found;
    if (direction == Jump::Backwards) {
        found = origin > 0 ? matches.previous(origin - 1) : std::nullopt;
    } else {
        found = matches.next(direction == Jump::Here ? origin : origin + 1);
    }
    m_wrapped = Jump::None;
    if (!found && !m_finder->isRunning()) {
        found = direction == Jump::Backwards ? matches.previous(last) : matches.next(0);
        m_wrapped = found && direction != Jump::Here ? direction : Jump::None;
    }
    // Not found yet: the next piece of the search tries again.
    m_pendingJump = found || !m_finder->isRunning() ? Jump::None : direction;
    if (found) {
        if (direction != Jump::Here) {
            m_origin = *found;
        }
        emit matchVisited();
        m_view.setCurrentRow(*found);
    }
    updateStatus();
}

void FindController::updateStatus()
{
    if (!isOpen()) {
        return;
    }
    FindBar::Status status;
    status.isRunning = m_finder->isRunning();
    status.progress = m_finder->progress();
    const pipecore::RowSet& matches = m_finder->matches();
    const QString count = formatCount(matches.size());
    const auto current = m_view.currentRow();
    const QString problem = m_bar->inputProblem();
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
    if (m_wrapped == Jump::Backwards) {
        status.text = tr("%1, wrapped to the bottom").arg(status.text);
    } else if (m_wrapped != Jump::None) {
        status.text = tr("%1, wrapped to the top").arg(status.text);
    }
    m_bar->setStatus(status);
}

} // namespace pipescope
