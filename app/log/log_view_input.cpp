#include "log/log_accessible.h"
#include "log/log_header.h"
#include "log/log_view.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace pipescope {

namespace {

constexpr int dragScrollMs = 30;
/// A notch of the wheel, in the units of QWheelEvent::angleDelta().
constexpr double notch = 120.0;
/// Outside the view, scrolling accelerates: the speed doubles after so many ticks, ...
constexpr int ticksToDouble = 10;
/// ... but the whole log takes at least this many.
constexpr qint64 ticksThroughAll = 60;

} // namespace

void LogView::moveCurrent(quint64 row, bool extend)
{
    if (extend) {
        selectTo(row);
    } else {
        m_anchor = row;
        m_selection.set({row, row});
    }
    const bool changed = m_current != row;
    m_current = row;
    ensureVisible(row);
    viewport()->update();
    emit selectionChanged();
    if (changed) {
        emit currentRowChanged(m_current);
        announceCurrent();
    }
}

void LogView::selectTo(quint64 row)
{
    m_selection.set({std::min(m_anchor, row), std::max(m_anchor, row)});
}

void LogView::keyPressEvent(QKeyEvent* event)
{
    if (m_count == 0) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        emit copyRequested();
        return;
    }
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const quint64 last = m_count - 1;
    const auto page = static_cast<quint64>(std::max(1, viewport()->height() / rowHeight - 1));
    // Without a current row, keys start from the visible rows.
    const quint64 current = m_current.value_or(m_following ? last : topRow());
    const bool hasCurrent = m_current.has_value();

    switch (event->key()) {
    case Qt::Key_Up:
        setFollowTail(false);
        moveCurrent(hasCurrent ? current - std::min<quint64>(1, current) : current, extend);
        return;
    case Qt::Key_Down:
        setFollowTail(false);
        moveCurrent(hasCurrent ? std::min(last, current + 1) : current, extend);
        return;
    case Qt::Key_PageUp:
        setFollowTail(false);
        moveCurrent(current - std::min(page, current), extend);
        return;
    case Qt::Key_PageDown:
        setFollowTail(false);
        moveCurrent(std::min(last, current + page), extend);
        return;
    case Qt::Key_Home:
        setFollowTail(false);
        moveCurrent(0, extend);
        return;
    case Qt::Key_End:
        moveCurrent(last, extend);
        setFollowTail(true);
        return;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int step = event->key() == Qt::Key_Left ? -3 * rowHeight : 3 * rowHeight;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + step);
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current) {
            emit rowActivated(*m_current);
            return;
        }
        break;
    case Qt::Key_M:
        if (event->modifiers() == Qt::NoModifier) {
            emit markRequested();
            return;
        }
        break;
    default: break;
    }
    // Not to QAbstractScrollArea: it would scroll by the scroll bar's coarse units.
    event->ignore();
}

void LogView::wheelEvent(QWheelEvent* event)
{
    QPointF pixels(event->pixelDelta());
    if (event->pixelDelta().isNull()) {
        const double lines = QApplication::wheelScrollLines();
        pixels = QPointF(event->angleDelta()) / notch * lines * rowHeight;
    }
    if (event->modifiers().testFlag(Qt::ShiftModifier) && pixels.x() == 0.0) {
        pixels = pixels.transposed();
    }
    // High-resolution wheels send less than a pixel at a time.
    m_wheelRest += pixels;
    const QPoint whole(static_cast<int>(m_wheelRest.x()), static_cast<int>(m_wheelRest.y()));
    m_wheelRest -= QPointF(whole);
    if (whole.x() != 0) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - whole.x());
    }
    if (whole.y() != 0) {
        scrollByUser(-whole.y());
    }
    event->accept();
}

void LogView::mousePressEvent(QMouseEvent* event)
{
    const auto row = rowAt(event->position().toPoint());
    if (event->button() == Qt::RightButton) {
        // The menu applies to the row under the pointer.
        if (row && !m_selection.contains(*row)) {
            setFollowTail(false);
            moveCurrent(*row, false);
        }
        return;
    }
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if (!row) {
        m_selection.clear();
        viewport()->update();
        emit selectionChanged();
        return;
    }
    // Selecting a row stops auto-scroll, so that the row stays in view.
    setFollowTail(false);
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        RowSelection toggled = m_selection;
        toggled.toggle(*row);
        moveCurrent(*row, false);
        m_selection = std::move(toggled);
        emit selectionChanged();
        return;
    }
    moveCurrent(*row, event->modifiers().testFlag(Qt::ShiftModifier));
    m_dragging = true;
    m_dragTicks = 0;
}

void LogView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragging || m_count == 0) {
        return;
    }
    const int y = event->position().toPoint().y();
    m_dragY = y;
    const bool outside = y < 0 || y >= viewport()->height();
    if (outside && !m_dragTimer.isActive()) {
        m_dragTimer.start(dragScrollMs, this);
    } else if (!outside) {
        m_dragTimer.stop();
        m_dragTicks = 0;
    }
    if (const quint64 row = nearestRow(y); row != m_current) {
        moveCurrent(row, true);
    }
}

void LogView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_dragging = false;
        m_dragTimer.stop();
    }
}

void LogView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const auto row = rowAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && row) {
        emit rowActivated(*row);
    }
}

void LogView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_dragTimer.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    if (m_count == 0) {
        return;
    }
    const int y = m_dragY;
    // The speed grows with the distance of the pointer.
    const int distance = y < 0 ? y : std::max(1, y - viewport()->height());
    const auto fastest = static_cast<qint64>(maximumPosition()) / ticksThroughAll;
    const qint64 slowest = qint64{distance} * 2;
    const int doublings = std::min(++m_dragTicks / ticksToDouble, 48);
    const qint64 step = std::abs(slowest) >= fastest
                            ? slowest
                            : static_cast<qint64>(std::clamp(
                                std::ldexp(static_cast<double>(slowest), doublings),
                                -static_cast<double>(fastest), static_cast<double>(fastest)));
    if (step < 0) {
        setPosition(m_position - std::min(m_position, static_cast<quint64>(-step)));
    } else {
        setPosition(m_position + static_cast<quint64>(step));
    }
    if (const quint64 row = nearestRow(y); row != m_current) {
        moveCurrent(row, true);
    }
}

void LogView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    announceCurrent();
}

void LogView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool LogView::event(QEvent* event)
{
    // While focused, navigation keys belong to the log, whatever the shortcuts.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::SelectAll) || key->matches(QKeySequence::Copy)
            || key->key() == Qt::Key_Home || key->key() == Qt::Key_End) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool LogView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString told = hiddenText(help->pos());
        QToolTip::showText(help->globalPos(), told, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void LogView::announceCurrent()
{
    if (m_current && hasFocus()) {
        announceLogRow(this, *m_current);
    }
}

QString LogView::hiddenText(QPoint position) const
{
    const auto row = rowAt(position);
    const int section = m_header->logicalIndexAt(position.x());
    if (!row || section < 0) {
        return {};
    }
    return m_painter->hiddenText(text(*row), static_cast<LogColumn>(section));
}

} // namespace pipescope
