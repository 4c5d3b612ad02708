#include "log/log_header.h"
#include "log/log_view.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace pipescope {

namespace {

constexpr int barWidth = 3;

Token toneToken(RowTone tone)
{
    switch (tone) {
    case RowTone::Received: return Token::Received;
    case RowTone::Sent: return Token::Sent;
    case RowTone::Warning: return Token::Warning;
    case RowTone::Error: return Token::Error;
    case RowTone::Event: break;
    }
    return Token::Event;
}

bool isMessage(RowTone tone)
{
    return tone == RowTone::Received || tone == RowTone::Sent;
}

/// Plain text with its line ends, wrapped where it is long.
QString asToolTip(const QString& text)
{
    return text.isEmpty() ? QString()
                          : QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>")
                                .arg(text.toHtmlEscaped());
}

/// Shortens before measuring: a preview has more characters than any column shows.
QString elided(const QPainter& painter, const QString& text, int width)
{
    const QFontMetrics metrics = painter.fontMetrics();
    // No character is wider than two common ones: what surely fits need not be measured.
    if (text.size() * 2 * metrics.averageCharWidth() <= width) {
        return text;
    }
    const int narrow = std::max(1, metrics.horizontalAdvance(QLatin1Char('i')));
    const qsizetype most = width / narrow + 2;
    if (text.size() > most) {
        return metrics.elidedText(text.left(most) + QChar(u'…'), Qt::ElideRight, width);
    }
    return metrics.elidedText(text, Qt::ElideRight, width);
}

/// A short way to draw one line: QPainter's own with a rectangle lays out a paragraph.
void drawLine(QPainter& painter, const QRect& rect, Qt::Alignment alignment, const QString& text)
{
    if (text.isEmpty()) {
        return;
    }
    const QFontMetrics metrics = painter.fontMetrics();
    int left = rect.left();
    if (alignment != Qt::AlignLeft) {
        const int room = rect.width() - metrics.horizontalAdvance(text);
        left += alignment == Qt::AlignRight ? room : room / 2;
    }
    painter.drawText(left, rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent(),
                     text);
}

/// A small flag at the left edge, where no column has its text.
void paintMark(QPainter& painter, const QRect& rect)
{
    const int left = rect.left() + 4;
    const int top = rect.top() + 4;
    const QPolygon flag({QPoint(left, top), QPoint(left + 6, top), QPoint(left + 6, top + 12),
                         QPoint(left + 3, top + 9), QPoint(left, top + 12)});
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::instance().color(Token::Mark));
    painter.drawPolygon(flag);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

void LogView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    const Theme& theme = Theme::instance();
    painter.fillRect(event->rect(), theme.color(Token::Base));
    if (m_count == 0) {
        paintEmpty(painter);
        return;
    }
    const quint64 top = topRow();
    const quint64 behind = top + static_cast<quint64>(visibleRows());
    for (quint64 row = top; row < behind; ++row) {
        const QRect rect = rowRect(row);
        if (rect.intersects(event->rect())) {
            paintRow(painter, row, rect);
        }
    }
}

void LogView::paintRow(QPainter& painter, quint64 row, const QRect& rect) const
{
    const Theme& theme = Theme::instance();
    const RowText& words = text(row);
    const bool selected = m_selection.contains(row);
    const bool current = m_current == row;

    // Full tints side by side are loud on a dark surface.
    const int tint = theme.isDark() ? 140 : 255;
    if (words.highlight) {
        painter.fillRect(rect, theme.color(*words.highlight));
    } else if (words.tone == RowTone::Received) {
        painter.fillRect(rect, withAlpha(theme.color(Token::ReceivedBackground), tint));
    } else if (words.tone == RowTone::Sent) {
        painter.fillRect(rect, withAlpha(theme.color(Token::SentBackground), tint));
    } else if (words.number % 2 == 0) {
        painter.fillRect(rect, theme.color(Token::Alternate));
    }
    // One quiet line keeps rows of the same tint apart.
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1,
                     withAlpha(theme.color(Token::Line), 110));
    if (m_marks.isMatch && m_marks.isMatch(row)) {
        painter.fillRect(rect.right() - barWidth + 1, rect.top(), barWidth, rect.height(),
                         theme.color(Token::Warning));
    }
    if (selected) {
        painter.fillRect(rect, withAlpha(theme.color(Token::Accent), hasFocus() ? 64 : 40));
        painter.fillRect(rect.left(), rect.top(), barWidth, rect.height(),
                         theme.color(Token::Accent));
    }
    if (words.marked) {
        paintMark(painter, rect);
    }
    for (const LogColumn column : m_header->shownColumns()) {
        const QRect cell(m_header->left(column), rect.top(), m_header->width(column), rowHeight);
        if (cell.right() >= 0 && cell.left() < rect.width()) {
            paintCell(painter, column, words, cell, selected);
        }
    }
    if (current && hasFocus()) {
        painter.setPen(theme.color(Token::Accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
    }
}

void LogView::paintCell(QPainter& painter, LogColumn column, const RowText& text, const QRect& cell,
                        bool selected) const
{
    const Theme& theme = Theme::instance();
    const QColor strong = theme.color(Token::Text);
    // On a coloured ground only the strongest colour is sure to be readable.
    const QColor quiet = selected || text.highlight ? strong : theme.color(Token::Muted);
    QRect inner = cell.adjusted(cellPadding, 0, -cellPadding, 0);
    const auto draw = [&](const QString& words, Qt::Alignment alignment, const QColor& color) {
        painter.setPen(color);
        drawLine(painter, inner, alignment, elided(painter, words, inner.width()));
    };
    painter.setFont(font());
    switch (column) {
    case LogColumn::Number: draw(formatCount(text.number), Qt::AlignRight, quiet); break;
    case LogColumn::Time:
        // The sign says it as well as the colour.
        draw(text.isZero ? QStringLiteral(u"◆ ") + text.time : text.time, Qt::AlignRight,
             text.isZero && !text.highlight ? theme.color(Token::Accent) : quiet);
        break;
    case LogColumn::Connection: draw(text.connection, Qt::AlignLeft, strong); break;
    case LogColumn::Peer: draw(text.peer, Qt::AlignLeft, strong); break;
    case LogColumn::Direction: {
        QFont bold = font();
        bold.setBold(isMessage(text.tone));
        painter.setFont(bold);
        inner = cell;
        draw(text.sign, Qt::AlignHCenter,
             text.highlight ? strong : theme.color(toneToken(text.tone)));
        break;
    }
    case LogColumn::Length:
        if (text.length) {
            const QString unit = tr("B", "bytes, after a number");
            draw(unit, Qt::AlignRight, quiet);
            inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(unit) - 4);
            draw(formatCount(*text.length), Qt::AlignRight, strong);
        }
        break;
    case LogColumn::Latency: draw(text.latency, Qt::AlignRight, strong); break;
    case LogColumn::Comment: draw(text.comment.simplified(), Qt::AlignLeft, strong); break;
    case LogColumn::Preview: paintPreview(painter, text, inner); break;
    }
}

QRect LogView::paintComment(QPainter& painter, const QString& comment, const QRect& cell) const
{
    constexpr int inset = 6;
    constexpr int gap = 8;
    const Theme& theme = Theme::instance();
    painter.setFont(font());
    const QString shown =
        elided(painter, QStringLiteral(u"✎ ") + comment.simplified(), cell.width() / 2);
    const int width = painter.fontMetrics().horizontalAdvance(shown) + 2 * inset;
    const QRect chip(cell.right() - width + 1, cell.top() + 2, width, cell.height() - 4);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(theme.color(Token::Mark), 40));
    painter.drawRoundedRect(chip, 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(theme.color(Token::Text));
    drawLine(painter, chip, Qt::AlignHCenter, shown);
    return cell.adjusted(0, 0, -width - gap, 0);
}

void LogView::paintPreview(QPainter& painter, const RowText& text, QRect cell) const
{
    const Theme& theme = Theme::instance();
    if (!text.comment.isEmpty() && !m_header->isShown(LogColumn::Comment)) {
        // At the end of what is in sight of it, also when the columns are wider than the view.
        cell = paintComment(painter, text.comment, cell & viewport()->rect());
        painter.setFont(font());
    }
    if (text.highlight) {
        painter.setPen(theme.color(Token::Text));
        painter.setFont(isMessage(text.tone) ? theme.monospaceFont() : font());
    } else if (!isMessage(text.tone)) {
        painter.setPen(theme.color(toneToken(text.tone)));
    } else {
        painter.setFont(Theme::instance().monospaceFont());
        painter.setPen(theme.color(text.muted ? Token::Muted : Token::Text));
    }
    const QString shown = elided(painter, text.preview, cell.width());
    if (m_marks.marksIn && !text.muted) {
        const QFontMetrics metrics = painter.fontMetrics();
        for (const auto& [start, length] : m_marks.marksIn(shown)) {
            const int left = metrics.horizontalAdvance(shown, static_cast<int>(start));
            const int right = metrics.horizontalAdvance(shown, static_cast<int>(start + length));
            const QRect mark(cell.left() + left, cell.top() + 3, right - left, cell.height() - 6);
            painter.fillRect(mark, withAlpha(theme.color(Token::Warning), 96));
        }
    }
    drawLine(painter, cell, Qt::AlignLeft, shown);
}

QString LogView::hiddenText(QPoint position) const
{
    const auto row = rowAt(position);
    const int section = m_header->logicalIndexAt(position.x());
    if (!row || section < 0) {
        return {};
    }
    const auto column = static_cast<LogColumn>(section);
    const RowText& shown = text(*row);
    const bool isPreview = column == LogColumn::Preview;
    const bool hasComment = !shown.comment.isEmpty();
    if (column == LogColumn::Comment
        || (isPreview && hasComment && !m_header->isShown(LogColumn::Comment))) {
        return asToolTip(shown.comment);
    }
    const QString told = isPreview                   ? shown.preview
                         : column == LogColumn::Peer ? shown.peer
                                                     : QString();
    const QFontMetrics metrics(
        isPreview && isMessage(shown.tone) ? Theme::instance().monospaceFont() : font());
    const bool fits = metrics.horizontalAdvance(told) <= m_header->width(column) - 2 * cellPadding;
    return fits ? QString() : asToolTip(told);
}

void LogView::paintEmpty(QPainter& painter) const
{
    const Theme& theme = Theme::instance();
    const QRect area = viewport()->rect().adjusted(24, 24, -24, -24);
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.25);
    title.setWeight(QFont::DemiBold);
    const int wrap = static_cast<int>(Qt::AlignHCenter) | Qt::TextWordWrap;
    const QFontMetrics titleMetrics(title);
    const QRect titleSize = titleMetrics.boundingRect(area, wrap, m_emptyTitle);
    const QRect hintSize = fontMetrics().boundingRect(area, wrap, m_emptyHint);
    constexpr int gap = 8;
    const int height = titleSize.height() + gap + hintSize.height();
    // A little above the middle is where the eye expects it.
    const int top = area.top() + std::max(0, (area.height() - height) * 2 / 5);
    painter.setFont(title);
    painter.setPen(theme.color(Token::Text));
    painter.drawText(QRect(area.left(), top, area.width(), titleSize.height()), wrap, m_emptyTitle);
    painter.setFont(font());
    painter.setPen(theme.color(Token::Muted));
    painter.drawText(
        QRect(area.left(), top + titleSize.height() + gap, area.width(), hintSize.height()), wrap,
        m_emptyHint);
}

void LogView::fitColumn(LogColumn column)
{
    const QFontMetrics plain(font());
    const QFontMetrics fixed(Theme::instance().monospaceFont());
    int width = 0;
    const quint64 behind = topRow() + static_cast<quint64>(visibleRows());
    for (quint64 row = topRow(); row < behind; ++row) {
        const RowText& words = text(row);
        const QString shown = cellText(words, column);
        const QFontMetrics& metrics = column == LogColumn::Preview ? fixed : plain;
        width = std::max(width, metrics.horizontalAdvance(shown));
    }
    if (width > 0) {
        m_header->setWidth(column, width + 2 * cellPadding + 2);
    }
}

} // namespace pipescope
