#include "detail/hex_view.h"

#include "widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <cmath>

namespace pipescope {

namespace {

constexpr int margin = 12;
constexpr int offsetDigits = 8;
constexpr quint64 half = HexView::bytesPerLine / 2;

bool isPrintable(std::byte byte)
{
    return byte >= std::byte{0x20} && byte < std::byte{0x7F};
}

} // namespace

HexView::HexView(QWidget* parent) : LineView(parent)
{
    setObjectName(QStringLiteral("hexView"));
    viewport()->setCursor(Qt::IBeamCursor);
    setAccessibleName(tr("Hex dump"));
    measure();
}

void HexView::setBytes(std::shared_ptr<const pipecore::Bytes> bytes, bool keepPlace)
{
    m_bytes = std::move(bytes);
    if (!keepPlace) {
        m_anchor = 0;
        m_cursor = 0;
        m_selected = false;
        verticalScrollBar()->setValue(0);
    }
    updateBars();
    viewport()->update();
    emit selectionChanged();
}

pipecore::ByteView HexView::bytes() const
{
    return m_bytes ? pipecore::ByteView(*m_bytes) : pipecore::ByteView();
}

std::optional<quint64> HexView::selectionStart() const
{
    if (size() == 0) {
        return std::nullopt;
    }
    return m_selected ? std::min(m_anchor, m_cursor) : m_cursor;
}

quint64 HexView::selectionLength() const
{
    return m_selected && size() > 0
               ? std::max(m_anchor, m_cursor) - std::min(m_anchor, m_cursor) + 1
               : 0;
}

void HexView::select(quint64 first, quint64 length)
{
    if (length == 0 || first >= size()) {
        return;
    }
    m_anchor = first;
    m_cursor = std::min(size(), first + length) - 1;
    m_selected = true;
    ensureVisible(m_anchor);
    viewport()->update();
    emit selectionChanged();
}

void HexView::selectAll()
{
    if (size() > 0) {
        m_anchor = 0;
        m_cursor = size() - 1;
        m_selected = true;
        viewport()->update();
        emit selectionChanged();
    }
}

quint64 HexView::lineCount() const
{
    return (size() + bytesPerLine - 1) / bytesPerLine;
}

int HexView::hexLeft(quint64 column) const
{
    const double chars =
        offsetDigits + 2 + static_cast<double>(column * 3 + (column >= half ? 1 : 0));
    return margin + static_cast<int>(std::round(chars * charWidth()))
           - horizontalScrollBar()->value();
}

int HexView::textLeft(quint64 column) const
{
    constexpr double before = offsetDigits + 2 + bytesPerLine * 3 + 2;
    return margin
           + static_cast<int>(std::round((before + static_cast<double>(column)) * charWidth()))
           - horizontalScrollBar()->value();
}

QRect HexView::byteRect(quint64 byte, bool inText) const
{
    const auto top =
        static_cast<int>(byte / bytesPerLine) * lineHeight() - verticalScrollBar()->value();
    const quint64 column = byte % bytesPerLine;
    const auto width = static_cast<int>(std::round(charWidth()));
    return inText ? QRect(textLeft(column), top, width, lineHeight())
                  : QRect(hexLeft(column), top, 2 * width, lineHeight());
}

quint64 HexView::nearestByte(QPoint position) const
{
    const int y = std::max(0, position.y() + verticalScrollBar()->value());
    const quint64 line = std::min(static_cast<quint64>(y / lineHeight()), lineCount() - 1);
    quint64 column = 0;
    const int x = position.x();
    if (x >= textLeft(0) - static_cast<int>(charWidth())) {
        column = static_cast<quint64>(std::clamp((x - textLeft(0)) / charWidth(), 0.0,
                                                 static_cast<double>(bytesPerLine - 1)));
    } else {
        // Half of the gap beside a byte belongs to it.
        const auto slack = static_cast<int>(charWidth() / 2);
        while (column + 1 < bytesPerLine && x >= hexLeft(column + 1) - slack) {
            ++column;
        }
    }
    return std::min(line * bytesPerLine + column, size() - 1);
}

std::optional<quint64> HexView::byteAt(QPoint position) const
{
    if (size() == 0 || !viewport()->rect().contains(position)) {
        return std::nullopt;
    }
    const int y = position.y() + verticalScrollBar()->value();
    if (static_cast<quint64>(y / lineHeight()) >= lineCount()) {
        return std::nullopt;
    }
    return nearestByte(position);
}

void HexView::updateBars()
{
    updateVerticalBar();
    const int width = textLeft(bytesPerLine) + horizontalScrollBar()->value() + margin;
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(std::max(1, viewport()->width()));
    horizontalScrollBar()->setSingleStep(static_cast<int>(charWidth() * 3));
}

void HexView::ensureVisible(quint64 byte)
{
    QScrollBar* bar = verticalScrollBar();
    const int top = static_cast<int>(byte / bytesPerLine) * lineHeight();
    if (top < bar->value()) {
        bar->setValue(top);
    } else if (top + lineHeight() > bar->value() + viewport()->height()) {
        bar->setValue(top + lineHeight() - viewport()->height());
    }
}

void HexView::paintLine(QPainter& painter, quint64 line, int top) const
{
    paintSelection(painter, line, top);
    paintText(painter, line, top);
}

void HexView::paintSelection(QPainter& painter, quint64 line, int top) const
{
    const Theme& theme = Theme::instance();
    const quint64 begin = line * bytesPerLine;
    const quint64 end = std::min(size(), begin + bytesPerLine) - 1;
    if (m_selected) {
        const quint64 first = std::max(begin, std::min(m_anchor, m_cursor));
        const quint64 last = std::min(end, std::max(m_anchor, m_cursor));
        if (first <= last) {
            // The active column has the stronger colour.
            const auto tint = [&](bool inText) {
                const bool strong = hasFocus() && inText == m_inText;
                return withAlpha(theme.color(Token::Accent), strong ? 96 : 52);
            };
            const QRect hex = byteRect(first, false).united(byteRect(last, false));
            const QRect text = byteRect(first, true).united(byteRect(last, true));
            painter.fillRect(hex.adjusted(-2, 0, 2, 0), tint(false));
            painter.fillRect(text, tint(true));
        }
    }
    if (m_cursor >= begin && m_cursor <= end) {
        painter.setBrush(Qt::NoBrush);
        for (const bool inText : {false, true}) {
            const bool active = hasFocus() && inText == m_inText;
            painter.setPen(theme.color(active ? Token::Accent : Token::Line));
            const QRect place = byteRect(m_cursor, inText);
            const int room = inText ? 0 : 2;
            painter.drawRect(place.left() - room, top, place.width() - 1 + 2 * room,
                             lineHeight() - 1);
        }
    }
}

void HexView::paintText(QPainter& painter, quint64 line, int top) const
{
    const Theme& theme = Theme::instance();
    const quint64 begin = line * bytesPerLine;
    const quint64 count = std::min(size() - begin, bytesPerLine);
    constexpr std::array<char16_t, 16> digits = {u'0', u'1', u'2', u'3', u'4', u'5', u'6', u'7',
                                                 u'8', u'9', u'A', u'B', u'C', u'D', u'E', u'F'};
    // Zeros and non-characters are dimmed: two strings a column, each drawn in one call.
    constexpr qsizetype hexChars = bytesPerLine * 3 + 1;
    QString hex(hexChars, QLatin1Char(' '));
    QString hexZero = hex;
    QString text(bytesPerLine, QLatin1Char(' '));
    QString textOther = text;
    for (quint64 column = 0; column < count; ++column) {
        const std::byte byte = (*m_bytes)[begin + column];
        QString& to = byte == std::byte{0} ? hexZero : hex;
        const auto place = static_cast<qsizetype>(column * 3 + (column >= half ? 1 : 0));
        to[place] = digits[std::to_integer<std::size_t>(byte) >> 4U];
        to[place + 1] = digits[std::to_integer<std::size_t>(byte) & 15U];
        const auto at = static_cast<qsizetype>(column);
        if (isPrintable(byte)) {
            text[at] = QChar(std::to_integer<char16_t>(byte));
        } else {
            textOther[at] = QChar(u'·');
        }
    }
    const int baseline = top + ascent();
    const int offsetLeft = margin - horizontalScrollBar()->value();
    painter.setPen(theme.color(Token::Muted));
    painter.drawText(offsetLeft, baseline,
                     QStringLiteral("%1").arg(begin, offsetDigits, 16, QLatin1Char('0')).toUpper());
    painter.drawText(hexLeft(0), baseline, hexZero);
    painter.drawText(textLeft(0), baseline, textOther);
    painter.setPen(theme.color(Token::Text));
    painter.drawText(hexLeft(0), baseline, hex);
    painter.drawText(textLeft(0), baseline, text);
}

void HexView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Hex dump"));
    }
    LineView::changeEvent(event);
}

} // namespace pipescope
