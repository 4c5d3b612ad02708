#include "log/log_header.h"

#include "widgets/theme.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QMenu>
#include <QPainter>

#include <utility>

namespace pipescope {

namespace {

int index(LogColumn column)
{
    return std::to_underlying(column);
}

} // namespace

LogHeader::LogHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_titles(0, logColumnCount)
{
    setObjectName(QStringLiteral("logHeader"));
    setModel(&m_titles);
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setStretchLastSection(true);
    setMinimumSectionSize(28);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    retranslate();
    resetColumns();
    connect(this, &QHeaderView::sectionHandleDoubleClicked, this,
            [this](int logical) { emit fitRequested(static_cast<LogColumn>(logical)); });
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

QList<LogColumn> LogHeader::shownColumns() const
{
    QList<LogColumn> columns;
    for (int visual = 0; visual < count(); ++visual) {
        const int logical = logicalIndex(visual);
        if (!isSectionHidden(logical)) {
            columns.append(static_cast<LogColumn>(logical));
        }
    }
    return columns;
}

int LogHeader::left(LogColumn column) const
{
    return sectionViewportPosition(index(column));
}

int LogHeader::width(LogColumn column) const
{
    return sectionSize(index(column));
}

void LogHeader::setWidth(LogColumn column, int width)
{
    resizeSection(index(column), width);
}

bool LogHeader::isShown(LogColumn column) const
{
    return !isSectionHidden(index(column));
}

void LogHeader::setShown(LogColumn column, bool shown)
{
    setSectionHidden(index(column), !shown);
}

void LogHeader::resetColumns()
{
    const QFontMetrics metrics(font());
    // Reserves room for longer figures, so that the columns do not move.
    const auto widthOf = [&](const QString& sample) {
        return metrics.horizontalAdvance(sample) + 2 * cellPadding;
    };
    for (const LogColumn column : allLogColumns) {
        // While its column is hidden, a comment is shown at the end of the preview.
        setShown(column, column != LogColumn::Comment);
        moveSection(visualIndex(index(column)), index(column));
    }
    setWidth(LogColumn::Number, widthOf(QStringLiteral("100 000 000")));
    setWidth(LogColumn::Time, widthOf(QStringLiteral("00:00:00.000000")) + cellPadding);
    setWidth(LogColumn::Connection, widthOf(tr("Conn.")) + cellPadding);
    setWidth(LogColumn::Peer, widthOf(QStringLiteral("application.exe (00000)")));
    setWidth(LogColumn::Direction, 36);
    setWidth(LogColumn::Length, widthOf(QStringLiteral("67 108 864 B")));
    setWidth(LogColumn::Latency, widthOf(QStringLiteral("999.999 ms")));
    setWidth(LogColumn::Comment, 180);
    setWidth(LogColumn::Preview, 220); // stretched to the remaining space
}

QSize LogHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), 28};
}

void LogHeader::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QHeaderView::changeEvent(event);
}

void LogHeader::retranslate()
{
    m_titles.setHorizontalHeaderLabels({tr("#"), tr("Time"), tr("Conn."), tr("Peer"), tr("⇄"),
                                        tr("Length"), tr("Latency"), tr("Comment"), tr("Preview")});
    const QStringList tips = {tr("Row number"),
                              tr("Time in microseconds"),
                              tr("Connection"),
                              tr("Program and process ID of the peer"),
                              tr("→ sent, ← received, ● event"),
                              tr("Length of the message in bytes"),
                              tr("Replies only: time since the request, the preceding message in "
                                 "the other direction on the connection"),
                              tr("Comment on the row"),
                              tr("Start of the message, or the event")};
    for (int column = 0; column < logColumnCount; ++column) {
        m_titles.setHeaderData(column, Qt::Horizontal, tips.at(column), Qt::ToolTipRole);
    }
}

void LogHeader::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    for (const LogColumn column : allLogColumns) {
        QAction* action = menu.addAction(columnName(column));
        action->setCheckable(true);
        action->setChecked(isShown(column));
        // Without columns, no header would be left to show one again.
        action->setEnabled(!isShown(column) || shownColumns().size() > 1);
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { setShown(column, shown); });
    }
    menu.addSeparator();
    emit menuOpening(&menu);
    menu.addAction(tr("Reset columns"), this, &LogHeader::resetColumns);
    menu.exec(event->globalPos());
}

void LogHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    const Theme& theme = Theme::instance();
    painter->fillRect(rect, theme.color(Token::Window));
    painter->setPen(theme.color(Token::Line));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.right(), rect.top() + 6, rect.right(), rect.bottom() - 6);

    const auto column = static_cast<LogColumn>(logicalIndex);
    const int alignment = column == LogColumn::Direction ? Qt::AlignHCenter
                          : isRightAligned(column)       ? Qt::AlignRight
                                                         : Qt::AlignLeft;
    const QRect inner = rect.adjusted(column == LogColumn::Direction ? 0 : cellPadding, 0,
                                      column == LogColumn::Direction ? 0 : -cellPadding, 0);
    painter->setPen(theme.color(Token::Muted));
    painter->setFont(font());
    painter->drawText(inner, alignment | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(
                          m_titles.headerData(logicalIndex, Qt::Horizontal).toString(),
                          Qt::ElideRight, inner.width()));
}

} // namespace pipescope
