#include "log/row_painter.h"

#include "log/log_header.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <QPainter>
#include <QWidget>

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
    // No character is wider than two average ones: short texts need no measuring.
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

/// Draws one line: QPainter's text in a rectangle would lay out a paragraph.
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

/// A small flag at the left edge, where no column has text.
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

RowPainter::RowPainter(const QWidget& view, const LogHeader& header)
    : m_view(view)
    , m_header(header)
{}

void RowPainter::paintRow(QPainter& painter, const RowText& words, const QRect& rect,
                          const State& state) const
{
    const Theme& theme = Theme::instance();

    // Adjacent full tints are too strong on a dark surface.
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
    // A thin line separates rows of the same tint.
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1,
                     withAlpha(theme.color(Token::Line), 110));
    if (state.matches) {
        painter.fillRect(rect.right() - barWidth + 1, rect.top(), barWidth, rect.height(),
                         theme.color(Token::Warning));
    }
    if (state.selected) {
        painter.fillRect(rect, withAlpha(theme.color(Token::Accent), state.focused ? 64 : 40));
        painter.fillRect(rect.left(), rect.top(), barWidth, rect.height(),
                         theme.color(Token::Accent));
    }
    if (words.marked) {
        paintMark(painter, rect);
    }
    for (const LogColumn column : m_header.shownColumns()) {
        const QRect cell(m_header.left(column), rect.top(), m_header.width(column), rect.height());
        if (cell.right() >= 0 && cell.left() < rect.width()) {
            paintCell(painter, column, words, cell, state.selected);
        }
    }
    if (state.current && state.focused) {
        painter.setPen(theme.color(Token::Accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
    }
}

void RowPainter::paintCell(QPainter& painter, LogColumn column, const RowText& text,
                           const QRect& cell, bool selected) const
{
    const Theme& theme = Theme::instance();
    const QColor strong = theme.color(Token::Text);
    // On a coloured background, only the strongest text colour is readable.
    const QColor quiet = selected || text.highlight ? strong : theme.color(Token::Muted);
    QRect inner = cell.adjusted(cellPadding, 0, -cellPadding, 0);
    const auto draw = [&](const QString& words, Qt::Alignment alignment, const QColor& color) {
        painter.setPen(color);
        drawLine(painter, inner, alignment, elided(painter, words, inner.width()));
    };
    painter.setFont(m_view.font());
    switch (column) {
    case LogColumn::Number: draw(formatCount(text.number), Qt::AlignRight, quiet); break;
    case LogColumn::Time:
        // The sign repeats the information of the colour.
        draw(text.isZero ? QStringLiteral(u"◆ ") + text.time : text.time, Qt::AlignRight,
             text.isZero && !text.highlight ? theme.color(Token::Accent) : quiet);
        break;
    case LogColumn::Connection: draw(text.connection, Qt::AlignLeft, strong); break;
    case LogColumn::Peer: draw(text.peer, Qt::AlignLeft, strong); break;
    case LogColumn::Direction: {
        QFont bold = m_view.font();
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

QRect RowPainter::paintComment(QPainter& painter, const QString& comment, const QRect& cell) const
{
    constexpr int inset = 6;
    constexpr int gap = 8;
    const Theme& theme = Theme::instance();
    painter.setFont(m_view.font());
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

void RowPainter::paintPreview(QPainter& painter, const RowText& text, QRect cell) const
{
    const Theme& theme = Theme::instance();
    if (!text.comment.isEmpty() && !m_header.isShown(LogColumn::Comment)) {
        // At the end of the visible part, even if the columns are wider than the view.
        cell = paintComment(painter, text.comment, cell & m_view.rect());
        painter.setFont(m_view.font());
    }
    if (text.highlight) {
        painter.setPen(theme.color(Token::Text));
        painter.setFont(isMessage(text.tone) ? theme.monospaceFont() : m_view.font());
    } else if (!isMessage(text.tone)) {
        painter.setPen(theme.color(toneToken(text.tone)));
    } else {
        painter.setFont(Theme::instance().monospaceFont());
        painter.setPen(theme.color(text.muted ? Token::Muted : Token::Text));
    }
    const QString shown = elided(painter, text.preview, cell.width());
    if (m_marksIn && !text.muted) {
        const QFontMetrics metrics = painter.fontMetrics();
        for (const auto& [start, length] : m_marksIn(shown)) {
            const int left = metrics.horizontalAdvance(shown, static_cast<int>(start));
            const int right = metrics.horizontalAdvance(shown, static_cast<int>(start + length));
            const QRect mark(cell.left() + left, cell.top() + 3, right - left, cell.height() - 6);
            painter.fillRect(mark, withAlpha(theme.color(Token::Warning), 96));
        }
    }
    drawLine(painter, cell, Qt::AlignLeft, shown);
}

QString RowPainter::hiddenText(const RowText& text, LogColumn column) const
{
    const bool isPreview = column == LogColumn::Preview;
    const bool hasComment = !text.comment.isEmpty();
    if (column == LogColumn::Comment
        || (isPreview && hasComment && !m_header.isShown(LogColumn::Comment))) {
        return asToolTip(text.comment);
    }
    const QString told = isPreview                   ? text.preview
                         : column == LogColumn::Peer ? text.peer
                                                     : QString();
    const QFontMetrics metrics(isPreview && isMessage(text.tone) ? Theme::instance().monospaceFont()
                                                                 : m_view.font());
    const bool fits = metrics.horizontalAdvance(told) <= m_header.width(column) - 2 * cellPadding;
    return fits ? QString() : asToolTip(told);
}

int RowPainter::widthFor(const RowText& text, LogColumn column) const
{
    const QFontMetrics metrics(column == LogColumn::Preview ? Theme::instance().monospaceFont()
                                                            : m_view.font());
    const int width = metrics.horizontalAdvance(cellText(text, column));
    return width > 0 ? width + 2 * cellPadding + 2 : 0;
}

void RowPainter::paintEmpty(QPainter& painter, const QRect& area, const QString& title,
                            const QString& hint) const
{
    const Theme& theme = Theme::instance();
    QFont titleFont = m_view.font();
    titleFont.setPointSizeF(titleFont.pointSizeF() * 1.25);
    titleFont.setWeight(QFont::DemiBold);
    const int wrap = static_cast<int>(Qt::AlignHCenter) | Qt::TextWordWrap;
    const QFontMetrics titleMetrics(titleFont);
    const QRect titleSize = titleMetrics.boundingRect(area, wrap, title);
    const QRect hintSize = m_view.fontMetrics().boundingRect(area, wrap, hint);
    constexpr int gap = 8;
    const int height = titleSize.height() + gap + hintSize.height();
    // Slightly above the middle.
    const int top = area.top() + std::max(0, (area.height() - height) * 2 / 5);
    painter.setFont(titleFont);
    painter.setPen(theme.color(Token::Text));
    painter.drawText(QRect(area.left(), top, area.width(), titleSize.height()), wrap, title);
    painter.setFont(m_view.font());
    painter.setPen(theme.color(Token::Muted));
    painter.drawText(
        QRect(area.left(), top + titleSize.height() + gap, area.width(), hintSize.height()), wrap,
        hint);
}

} // namespace pipescope
