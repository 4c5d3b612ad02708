#include "detail/compare_view.h"

#include "widgets/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pipescope {

namespace {

using pipecore::DiffKind;

constexpr int margin = 12;
constexpr int halfGap = 8;
constexpr int offsetDigits = 8;
constexpr quint64 widest = 16;
constexpr quint64 narrowest = 4;
constexpr int signChars = 5;

/// Width of one side in characters: offset, hex, text and gaps.
constexpr double sideChars(quint64 cells)
{
    return offsetDigits + 2 + static_cast<double>(cells) * 3 + 1 + static_cast<double>(cells);
}

Token tokenOf(DiffKind kind)
{
    switch (kind) {
    case DiffKind::Changed: return Token::Warning;
    case DiffKind::OnlyLeft: return Token::Error;
    case DiffKind::OnlyRight: return Token::Received;
    case DiffKind::Equal: break;
    }
    return Token::Text;
}

QString hexOf(std::byte byte)
{
    return QStringLiteral("%1").arg(std::to_integer<uint>(byte), 2, 16, QLatin1Char('0')).toUpper();
}

QChar characterOf(std::byte byte)
{
    const auto value = std::to_integer<char16_t>(byte);
    return value >= 0x20 && value < 0x7F ? QChar(value) : QChar(u'·');
}

} // namespace

CompareView::CompareView(QWidget* parent) : LineView(parent)
{
    setObjectName(QStringLiteral("compareView"));
    setAccessibleName(tr("Message comparison"));
    measure();
}

void CompareView::setMessages(std::shared_ptr<const pipecore::Bytes> left,
                              std::shared_ptr<const pipecore::Bytes> right, CompareLines lines)
{
    m_left = std::move(left);
    m_right = std::move(right);
    m_lines = std::move(lines);
    m_current.reset();
    updateBars();
    viewport()->update();
    if (!m_lines.differences().empty()) {
        goToDifference(0);
    }
}

quint64 CompareView::lineCount() const
{
    return (m_lines.cellCount() + m_perLine - 1) / m_perLine;
}

int CompareView::sideLeft(Side side) const
{
    if (side == Side::Left) {
        return margin - horizontalScrollBar()->value();
    }
    // In the right half, if there is room.
    const double before = sideChars(m_perLine) + signChars;
    const int closest = margin + static_cast<int>(std::round(before * charWidth()));
    return std::max(closest, viewport()->width() / 2 + halfGap) - horizontalScrollBar()->value();
}

int CompareView::hexLeft(Side side, quint64 column) const
{
    const double before = offsetDigits + 2 + static_cast<double>(column) * 3;
    return sideLeft(side) + static_cast<int>(std::round(before * charWidth()));
}

int CompareView::textLeft(Side side, quint64 column) const
{
    const double before =
        offsetDigits + 2 + static_cast<double>(m_perLine) * 3 + 1 + static_cast<double>(column);
    return sideLeft(side) + static_cast<int>(std::round(before * charWidth()));
}

int CompareView::signsLeft() const
{
    return sideLeft(Side::Right) - static_cast<int>(std::round((signChars - 1) * charWidth()));
}

void CompareView::updateBars()
{
    const int width = viewport()->width() - 2 * margin;
    m_perLine = widest;
    const auto needs = [this] {
        return static_cast<int>((2 * sideChars(m_perLine) + signChars) * charWidth());
    };
    while (m_perLine > narrowest && needs() > width) {
        m_perLine /= 2;
    }
    updateVerticalBar();
    horizontalScrollBar()->setRange(0, std::max(0, needs() - width));
    horizontalScrollBar()->setPageStep(std::max(1, viewport()->width()));
}

QString CompareView::signsOf(quint64 line) const
{
    bool changed = false;
    bool removed = false;
    bool added = false;
    const quint64 end = std::min(m_lines.cellCount(), (line + 1) * m_perLine);
    for (quint64 index = line * m_perLine; index < end; ++index) {
        const DiffKind kind = m_lines.cell(index).kind;
        changed |= kind == DiffKind::Changed;
        removed |= kind == DiffKind::OnlyLeft;
        added |= kind == DiffKind::OnlyRight;
    }
    QString signs;
    for (const auto& [there, sign] :
         {std::pair(changed, u'≠'), std::pair(removed, u'−'), std::pair(added, u'+')}) {
        if (there) {
            signs += QChar(sign);
        }
    }
    return signs;
}

QString CompareView::lineText(quint64 line) const
{
    QString left;
    QString right;
    std::optional<std::size_t> leftOffset;
    std::optional<std::size_t> rightOffset;
    const quint64 end = std::min(m_lines.cellCount(), (line + 1) * m_perLine);
    for (quint64 index = line * m_perLine; index < end; ++index) {
        const CompareLines::Cell cell = m_lines.cell(index);
        left +=
            QLatin1Char(' ') + (cell.left ? hexOf((*m_left)[*cell.left]) : QStringLiteral("  "));
        right +=
            QLatin1Char(' ') + (cell.right ? hexOf((*m_right)[*cell.right]) : QStringLiteral("  "));
        leftOffset = leftOffset ? leftOffset : cell.left;
        rightOffset = rightOffset ? rightOffset : cell.right;
    }
    const auto offset = [](std::optional<std::size_t> place) {
        return place ? QStringLiteral("%1").arg(*place, offsetDigits, 16, QLatin1Char('0'))
                     : QString(offsetDigits, QLatin1Char(' '));
    };
    return offset(leftOffset) + QLatin1Char(' ') + left + QLatin1String("  ") + signsOf(line)
           + QLatin1String("  ") + offset(rightOffset) + QLatin1Char(' ') + right;
}

bool CompareView::isCurrent(quint64 index) const
{
    if (!m_current) {
        return false;
    }
    const CompareLines::Range& range = m_lines.differences()[*m_current];
    return index >= range.first && index <= range.last;
}

void CompareView::goToDifference(std::size_t number)
{
    if (number >= m_lines.differences().size()) {
        return;
    }
    m_current = number;
    ensureVisible(m_lines.differences()[number].first / m_perLine);
    viewport()->update();
    emit currentChanged();
}

void CompareView::goToNext(bool forwards)
{
    const std::size_t count = m_lines.differences().size();
    if (count == 0) {
        return;
    }
    if (!m_current) {
        goToDifference(forwards ? 0 : count - 1);
        return;
    }
    goToDifference(forwards ? (*m_current + 1) % count : (*m_current + count - 1) % count);
}

void CompareView::ensureVisible(quint64 line)
{
    QScrollBar* bar = verticalScrollBar();
    const int top = static_cast<int>(line) * lineHeight();
    if (top < bar->value() || top + lineHeight() > bar->value() + viewport()->height()) {
        // Centered: the context shows the position.
        bar->setValue(top - viewport()->height() / 2);
    }
}

void CompareView::paintLine(QPainter& painter, quint64 line, int top) const
{
    const Theme& theme = Theme::instance();
    const quint64 begin = line * m_perLine;
    const quint64 end = std::min(m_lines.cellCount(), begin + m_perLine);
    for (const Side side : {Side::Left, Side::Right}) {
        std::optional<std::size_t> offset;
        for (quint64 index = begin; index < end && !offset; ++index) {
            const CompareLines::Cell cell = m_lines.cell(index);
            offset = side == Side::Left ? cell.left : cell.right;
        }
        if (offset) {
            painter.setPen(theme.color(Token::Muted));
            painter.drawText(
                sideLeft(side), top + ascent(),
                QStringLiteral("%1").arg(*offset, offsetDigits, 16, QLatin1Char('0')).toUpper());
        }
        for (quint64 index = begin; index < end; ++index) {
            paintCell(painter, side, index, index - begin, top);
        }
    }
    painter.setPen(theme.color(Token::Text));
    painter.drawText(signsLeft(), top + ascent(), signsOf(line));
}

void CompareView::paintCell(QPainter& painter, Side side, quint64 index, quint64 column,
                            int top) const
{
    const Theme& theme = Theme::instance();
    const CompareLines::Cell cell = m_lines.cell(index);
    const auto& place = side == Side::Left ? cell.left : cell.right;
    const auto width = static_cast<int>(std::round(charWidth()));
    const QRect hex(hexLeft(side, column), top, 2 * width, lineHeight());
    const QRect text(textLeft(side, column), top, width, lineHeight());
    if (isCurrent(index)) {
        painter.fillRect(hex.adjusted(-3, 0, 3, 0), withAlpha(theme.color(Token::Accent), 60));
    }
    if (!place) {
        painter.setPen(theme.color(Token::Muted));
        painter.drawText(hex.left(), top + ascent(), QStringLiteral(u"··"));
        return;
    }
    if (cell.kind != DiffKind::Equal) {
        const QColor tint = withAlpha(theme.color(tokenOf(cell.kind)), 44);
        painter.fillRect(hex.adjusted(-2, 1, 2, -1), tint);
        painter.fillRect(text.adjusted(0, 1, 0, -1), tint);
        paintMark(painter, cell.kind, hex.adjusted(-2, 1, 2, -2));
    }
    const std::byte byte = (side == Side::Left ? *m_left : *m_right)[*place];
    const bool isFaint = byte == std::byte{0} && cell.kind == DiffKind::Equal;
    painter.setPen(theme.color(isFaint ? Token::Muted : Token::Text));
    painter.drawText(hex.left(), top + ascent(), hexOf(byte));
    painter.drawText(text.left(), top + ascent(), QString(characterOf(byte)));
}

void CompareView::paintMark(QPainter& painter, DiffKind kind, const QRect& place) const
{
    painter.setPen(QPen(Theme::instance().color(tokenOf(kind)), 1));
    painter.setBrush(Qt::NoBrush);
    switch (kind) {
    case DiffKind::Changed:
        painter.drawLine(place.left(), place.bottom(), place.right(), place.bottom());
        painter.drawLine(place.left(), place.bottom() - 1, place.right(), place.bottom() - 1);
        break;
    case DiffKind::OnlyLeft:
        painter.drawLine(place.left(), place.center().y(), place.right(), place.center().y());
        break;
    case DiffKind::OnlyRight: painter.drawRect(place.adjusted(0, 0, -1, 0)); break;
    case DiffKind::Equal: break;
    }
}

bool CompareView::event(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Message comparison"));
    }
    return LineView::event(event);
}

void CompareView::keyPressEvent(QKeyEvent* event)
{
    QScrollBar* bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Up: bar->triggerAction(QAbstractSlider::SliderSingleStepSub); break;
    case Qt::Key_Down: bar->triggerAction(QAbstractSlider::SliderSingleStepAdd); break;
    case Qt::Key_PageUp: bar->triggerAction(QAbstractSlider::SliderPageStepSub); break;
    case Qt::Key_PageDown: bar->triggerAction(QAbstractSlider::SliderPageStepAdd); break;
    case Qt::Key_Home: bar->setValue(0); break;
    case Qt::Key_End: bar->setValue(bar->maximum()); break;
    case Qt::Key_N: goToNext(true); break;
    case Qt::Key_P: goToNext(false); break;
    default: LineView::keyPressEvent(event);
    }
}

} // namespace pipescope
