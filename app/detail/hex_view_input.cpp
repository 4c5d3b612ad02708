#include "detail/hex_view.h"

#include "pipecore/payload/payload.h"
#include "rows/payload_text.h"
#include "widgets/copy_menu.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace pipescope {

namespace {

constexpr int dragScrollMs = 30;

} // namespace

void HexView::moveCursor(quint64 byte, bool extend)
{
    m_cursor = std::min(byte, size() - 1);
    if (extend) {
        m_selected = true;
    } else {
        m_anchor = m_cursor;
        m_selected = false;
    }
    ensureVisible(m_cursor);
    viewport()->update();
    emit selectionChanged();
}

void HexView::keyPressEvent(QKeyEvent* event)
{
    if (size() == 0) {
        LineView::keyPressEvent(event);
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        copy(m_inText ? pipecore::CopyStyle::Text : pipecore::CopyStyle::Hex);
        return;
    }
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool whole = event->modifiers().testFlag(Qt::ControlModifier);
    const quint64 lineStart = m_cursor / bytesPerLine * bytesPerLine;
    const quint64 page =
        static_cast<quint64>(std::max(1, viewport()->height() / lineHeight() - 1)) * bytesPerLine;
    const auto back = [this](quint64 step) {
        return m_cursor >= step ? m_cursor - step : m_cursor;
    };
    const auto forth = [this](quint64 step) {
        return m_cursor + step < size() ? m_cursor + step : m_cursor;
    };
    switch (event->key()) {
    case Qt::Key_Left: moveCursor(back(1), extend); return;
    case Qt::Key_Right: moveCursor(forth(1), extend); return;
    case Qt::Key_Up: moveCursor(back(bytesPerLine), extend); return;
    case Qt::Key_Down: moveCursor(forth(bytesPerLine), extend); return;
    case Qt::Key_PageUp:
        moveCursor(m_cursor >= page ? m_cursor - page : m_cursor % bytesPerLine, extend);
        return;
    case Qt::Key_PageDown: moveCursor(m_cursor + page, extend); return;
    case Qt::Key_Home: moveCursor(whole ? 0 : lineStart, extend); return;
    case Qt::Key_End: moveCursor(whole ? size() - 1 : lineStart + bytesPerLine - 1, extend); return;
    default: event->ignore();
    }
}

bool HexView::event(QEvent* event)
{
    // While focused, copy and select all refer to these bytes, whatever the shortcuts.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)) {
            event->accept();
            return true;
        }
    }
    return LineView::event(event);
}

void HexView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const QPoint position = event->position().toPoint();
    if (const auto byte = byteAt(position)) {
        m_inText = position.x() >= textLeft(0) - static_cast<int>(charWidth());
        m_dragging = true;
        moveCursor(*byte, event->modifiers().testFlag(Qt::ShiftModifier));
    }
}

void HexView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragging || size() == 0) {
        return;
    }
    m_dragPosition = event->position().toPoint();
    const bool outside = m_dragPosition.y() < 0 || m_dragPosition.y() >= viewport()->height();
    if (outside && !m_dragTimer.isActive()) {
        m_dragTimer.start(dragScrollMs, this);
    } else if (!outside) {
        m_dragTimer.stop();
    }
    const quint64 byte = nearestByte(m_dragPosition);
    if (byte != m_cursor || m_selected) {
        moveCursor(byte, true);
    }
}

void HexView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_dragging = false;
        m_dragTimer.stop();
    }
}

void HexView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_dragTimer.timerId()) {
        LineView::timerEvent(event);
        return;
    }
    if (size() == 0) {
        return;
    }
    const int y = m_dragPosition.y();
    const int distance = y < 0 ? y : y - viewport()->height() + 1;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + distance * 2);
    const int inside = std::clamp(y, 0, std::max(0, viewport()->height() - 1));
    moveCursor(nearestByte({m_dragPosition.x(), inside}), true);
}

void HexView::focusInEvent(QFocusEvent* event)
{
    LineView::focusInEvent(event);
    viewport()->update();
}

void HexView::focusOutEvent(QFocusEvent* event)
{
    LineView::focusOutEvent(event);
    viewport()->update();
}

void HexView::copy(pipecore::CopyStyle style)
{
    pipecore::ByteView wanted = bytes();
    if (m_selected) {
        wanted = wanted.subspan(*selectionStart(), selectionLength());
    }
    const pipecore::ByteView part = wanted.first(std::min(wanted.size(), copyLimit));
    const QString text = style == pipecore::CopyStyle::Text
                             ? decodeText(part, guessEncoding(part))
                             : fromCore(pipecore::formatForCopy(part, style));
    QApplication::clipboard()->setText(text);
    if (part.size() < wanted.size()) {
        emit copyCut(part.size(), wanted.size());
    }
}

void HexView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    const bool some = size() > 0;
    addCopyMenu(&menu, [this](pipecore::CopyStyle style) { copy(style); })->setEnabled(some);
    menu.addSeparator();
    menu.addAction(tr("Select all"), this, [this] { selectAll(); })->setEnabled(some);
    menu.exec(event->globalPos());
}

} // namespace pipescope
