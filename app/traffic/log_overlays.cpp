#include "traffic/log_overlays.h"

#include "log/log_view.h"
#include "log/match_overview.h"
#include "log/tail_button.h"
#include "traffic/shown_rows.h"
#include "widgets/formatting.h"

#include <QEvent>
#include <QPushButton>

#include <algorithm>

namespace pipescope {

namespace {

constexpr int overlayMargin = 12;

} // namespace

LogOverlays::LogOverlays(ShownRows& rows, LogView& view, QObject* parent)
    : QObject(parent)
    , m_rows(rows)
    , m_view(view)
    , m_tail(new TailButton(&view))
    , m_showAgain(new QPushButton(&view))
{
    m_tail->hide();
    m_showAgain->hide();
    m_showAgain->setObjectName(QStringLiteral("showClearedButton"));
    connect(m_tail, &QAbstractButton::clicked, this, &LogOverlays::tailRequested);
    connect(m_showAgain, &QAbstractButton::clicked, this, &LogOverlays::clearedRequested);
    connect(&view, &LogView::viewMoved, this, &LogOverlays::update);
    view.installEventFilter(this);
}

bool LogOverlays::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        update();
    }
    return QObject::eventFilter(watched, event);
}

void LogOverlays::setPaused(bool paused)
{
    m_isPaused = paused;
}

void LogOverlays::rowsChanged()
{
    m_seen = m_rows.count();
    updateEmptyText();
    update();
}

void LogOverlays::update()
{
    const quint64 shown = m_view.rowCount();
    if (m_view.followsTail()) {
        m_seen = shown;
    } else {
        m_seen = std::max(m_seen, m_view.topRow() + static_cast<quint64>(m_view.visibleRows()));
        if (m_rows.rows() && !m_rows.isAll()) {
            // Rows that a filter finds among existing rows are not new.
            m_seen = std::max(m_seen, m_rows.rows()->firstFrom(m_rows.known()));
        }
    }
    placeTail();

    const auto& all = m_rows.all();
    const bool cleared = all && all->count() == 0 && all->first() > 0;
    if (cleared) {
        const QRect area = m_view.viewport()->geometry();
        const QSize size = m_showAgain->sizeHint();
        m_showAgain->setGeometry(area.center().x() - size.width() / 2,
                                 area.top() + area.height() * 3 / 5, size.width(), size.height());
    }
    m_showAgain->setVisible(cleared);
}

void LogOverlays::placeTail()
{
    const auto& all = m_rows.all();
    const quint64 recorded = all ? m_rows.source()->rowCount() - all->first() : 0;
    const quint64 taken = all ? all->count() : 0;
    const quint64 waiting = recorded - std::min(recorded, taken);
    const quint64 shown = m_view.rowCount();
    const quint64 fresh = shown - std::min(shown, m_seen);
    if (m_isPaused) {
        const QString count = formatCount(waiting);
        m_tail->setText(waiting == 0     ? tr("Paused")
                        : m_rows.isAll() ? tr("Paused · %1 new").arg(count)
                                         : tr("Paused · %1 new in the session").arg(count));
        m_tail->setToolTip(tr("Resume (show new rows)"));
    } else {
        m_tail->setText(tr("↓ %1 new").arg(formatCount(fresh)));
        m_tail->setToolTip(tr("Scroll to the end and auto-scroll (End)"));
    }
    const bool showsTail = m_isPaused || (!m_view.followsTail() && fresh > 0);
    if (showsTail) {
        const QRect area = m_view.viewport()->geometry();
        const QSize size = m_tail->sizeHint();
        m_tail->setGeometry(area.center().x() - size.width() / 2,
                            area.bottom() - size.height() - overlayMargin, size.width(),
                            size.height());
    }
    m_tail->setVisible(showsTail);
}

void LogOverlays::retranslate()
{
    m_showAgain->setText(tr("Show them"));
    m_view.overview()->setToolTip(
        tr("Left to right: errors, search matches, marks. Click to go to a row."));
    updateEmptyText();
    update();
}

void LogOverlays::updateEmptyText()
{
    if (m_rows.isFiltered()) {
        m_view.setEmptyText(tr("No matching rows"),
                            tr("Matching rows appear here. Press Esc to clear the filter."));
    } else if (m_rows.connection()) {
        m_view.setEmptyText(tr("No rows for this connection"), tr("New rows appear here."));
    } else if (m_rows.all() && m_rows.all()->first() > 0) {
        m_view.setEmptyText(tr("Cleared"),
                            tr("New rows appear here. The %1 earlier rows remain in the session.")
                                .arg(formatCount(m_rows.all()->first())));
    } else {
        m_view.setEmptyText(tr("No rows"), tr("Start a server or connect a client. Messages, "
                                              "connections and errors appear here."));
    }
}

} // namespace pipescope
