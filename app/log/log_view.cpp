#include "log/log_view.h"

#include "log/log_accessible.h"
#include "log/log_header.h"
#include "log/match_overview.h"
#include "pipecore/session/annotations.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <limits>

namespace pipescope {

namespace {

/// The limit of the scroll bar's range; larger logs are scaled to it.
constexpr int barLimit = 1 << 30;
constexpr int barStep = 3;

} // namespace

LogView::LogView(QWidget* parent) : QAbstractScrollArea(parent)
{
    // Before any notification of screen readers: they keep the first interface that they get.
    installLogAccessibility();
    // The first use of the theme sets a style, which calls changeEvent() before there is a header.
    m_header = new LogHeader(this);
    m_overview = new MatchOverview(this);
    m_painter = std::make_unique<RowPainter>(*viewport(), *m_header);
    setObjectName(QStringLiteral("logView"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setMouseTracking(false);
    // The view paints every pixel.
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Log"));
    QScrollBar* bar = verticalScrollBar();
    connect(bar, &QScrollBar::actionTriggered, this, &LogView::barAction);
    connect(bar, &QScrollBar::valueChanged, this, &LogView::barMoved);
    connect(m_header, &LogHeader::fitRequested, this, &LogView::fitColumn);
    connect(m_overview, &MatchOverview::rowRequested, this, &LogView::setCurrentRow);
    connect(this, &LogView::viewMoved, this, &LogView::showPlace);
    connect(this, &LogView::selectionChanged, this, [this] { announceLogSelection(this); });
    const auto columnsChanged = [this] {
        m_style.withLatency = m_header->isShown(LogColumn::Latency);
        dropCache();
        syncBars();
        viewport()->update();
    };
    connect(m_header, &QHeaderView::sectionResized, this, columnsChanged);
    connect(m_header, &QHeaderView::sectionMoved, this, columnsChanged);
    connect(m_header, &QHeaderView::geometriesChanged, this, columnsChanged);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    placeHeader();
}

LogView::~LogView()
{
    // The header outlives this destructor; QWidget's destructor hides it, which emits signals.
    m_header->disconnect(this);
}

void LogView::setRows(std::shared_ptr<const LogRows> rows)
{
    const bool hadCurrent = m_current.has_value();
    m_rows = std::move(rows);
    m_count = m_rows ? m_rows->count() : 0;
    m_current.reset();
    m_anchor = 0;
    m_selection.clear();
    m_position = 0;
    m_dragTimer.stop();
    m_dragging = false;
    dropCache();
    syncBars();
    setPosition(m_following ? maximumPosition() : 0);
    viewport()->update();
    if (hadCurrent) {
        emit currentRowChanged(std::nullopt);
    }
    emit selectionChanged();
    emit viewMoved();
}

void LogView::updateCount()
{
    const quint64 count = m_rows ? m_rows->count() : 0;
    if (count == m_count) {
        return;
    }
    const bool isNewVisible =
        m_following || topRow() + static_cast<quint64>(visibleRows()) >= m_count;
    m_count = count;
    syncBars();
    if (m_following) {
        setPosition(maximumPosition());
    }
    if (isNewVisible) {
        viewport()->update();
    }
    emit viewMoved();
}

void LogView::setFollowTail(bool follow)
{
    if (follow) {
        setPosition(maximumPosition());
    }
    if (m_following != follow) {
        m_following = follow;
        emit followTailChanged(follow);
        emit viewMoved();
    }
}

void LogView::setCurrentRow(quint64 row)
{
    if (row >= m_count) {
        updateCount(); // other threads find rows; the caller may be ahead of this view
    }
    if (row >= m_count) {
        return;
    }
    setFollowTail(false);
    moveCurrent(row, false);
}

void LogView::setSelection(const RowSelection& selection)
{
    if (m_selection != selection) {
        m_selection = selection;
        viewport()->update();
        emit selectionChanged();
    }
}

std::optional<int> LogView::placeOfCurrent() const
{
    if (!m_current || !viewport()->rect().contains(rowRect(*m_current).center())) {
        return std::nullopt;
    }
    return rowRect(*m_current).top();
}

void LogView::placeCurrent(int pixels)
{
    if (m_current) {
        const auto top = static_cast<qint64>(*m_current * rowHeight);
        setPosition(static_cast<quint64>(std::max<qint64>(0, top - pixels)));
        ensureVisible(*m_current);
    }
}

void LogView::selectAll()
{
    if (m_count > 0) {
        m_selection.set({0, m_count - 1});
        viewport()->update();
        emit selectionChanged();
    }
}

quint64 LogView::topRow() const
{
    return m_position / rowHeight;
}

int LogView::visibleRows() const
{
    const quint64 top = topRow();
    if (top >= m_count) {
        return 0;
    }
    const quint64 behind = m_position + static_cast<quint64>(std::max(0, viewport()->height()));
    const quint64 bottom = std::min(m_count, (behind + rowHeight - 1) / rowHeight);
    return static_cast<int>(bottom - top);
}

std::optional<quint64> LogView::rowAt(QPoint position) const
{
    if (position.y() < 0 || position.y() >= viewport()->height()) {
        return std::nullopt;
    }
    const quint64 row = (m_position + static_cast<quint64>(position.y())) / rowHeight;
    return row < m_count ? std::optional(row) : std::nullopt;
}

quint64 LogView::nearestRow(int y) const
{
    const int inside = std::clamp(y, 0, std::max(0, viewport()->height() - 1));
    const quint64 row = (m_position + static_cast<quint64>(inside)) / rowHeight;
    return std::min(row, m_count - 1);
}

QRect LogView::rowRect(quint64 row) const
{
    const qint64 top = static_cast<qint64>(row * rowHeight) - static_cast<qint64>(m_position);
    return {0, static_cast<int>(top), viewport()->width(), rowHeight};
}

const RowText& LogView::text(quint64 row) const
{
    const pipecore::RecordSource* source = m_rows ? m_rows->source() : nullptr;
    if (source != nullptr && source->annotations() != nullptr
        && source->annotations()->revision() != m_notedRevision) {
        m_notedRevision = source->annotations()->revision();
        dropCache();
    }
    CachedRow& slot = m_cache[row % cacheSlots];
    if (!slot.filled || slot.row != row || slot.text.mayChange) {
        slot.row = row;
        slot.filled = true;
        slot.text = m_rows ? describeRow(*m_rows, row, m_style) : RowText{};
        if (m_highlighter && source != nullptr) {
            slot.text.highlight =
                m_highlighter(m_rows->sourceRow(row), slot.text.length.value_or(0));
        }
    }
    return slot.text;
}

void LogView::dropCache() const
{
    for (CachedRow& slot : m_cache) {
        slot.filled = false;
    }
}

void LogView::setTimeFormat(TimeFormat format)
{
    if (m_style.format != format) {
        m_style.format = format;
        dropCache();
        viewport()->update();
    }
}

void LogView::setZeroRow(std::optional<quint64> sourceRow)
{
    m_style.zeroRow = sourceRow;
    dropCache();
    viewport()->update();
}

void LogView::showPlace()
{
    const quint64 top = topRow();
    m_overview->setRows(m_count, top, top + static_cast<quint64>(visibleRows()));
}

void LogView::setMarks(Marks marks)
{
    m_isMatch = std::move(marks.isMatch);
    m_painter->setMarksIn(std::move(marks.marksIn));
    viewport()->update();
}

void LogView::setHighlighter(Highlighter highlighter)
{
    m_highlighter = std::move(highlighter);
    highlightsChanged();
}

void LogView::highlightsChanged()
{
    dropCache();
    viewport()->update();
}

void LogView::setEmptyText(const QString& title, const QString& hint)
{
    m_emptyTitle = title;
    m_emptyHint = hint;
    if (m_count == 0) {
        viewport()->update();
    }
}

quint64 LogView::maximumPosition() const
{
    const quint64 height = m_count * rowHeight;
    return height - std::min(height, static_cast<quint64>(std::max(0, viewport()->height())));
}

int LogView::barValue(quint64 position) const
{
    const quint64 maximum = maximumPosition();
    if (maximum <= barLimit) {
        return static_cast<int>(position);
    }
    if (position >= maximum) {
        return barLimit;
    }
    const double part = static_cast<double>(position) / static_cast<double>(maximum);
    return static_cast<int>(part * barLimit);
}

quint64 LogView::positionOf(int barValue) const
{
    const quint64 maximum = maximumPosition();
    if (maximum <= barLimit) {
        return static_cast<quint64>(barValue);
    }
    // The end must be reachable whatever the scale.
    if (barValue >= barLimit) {
        return maximum;
    }
    const double part = static_cast<double>(barValue) / barLimit;
    return std::min(maximum, static_cast<quint64>(part * static_cast<double>(maximum)));
}

void LogView::setPosition(quint64 position)
{
    position = std::min(position, maximumPosition());
    if (position != m_position) {
        m_position = position;
        viewport()->update();
        emit viewMoved();
    }
    verticalScrollBar()->setValue(barValue(m_position));
}

void LogView::scrollByUser(qint64 pixels)
{
    if (pixels < 0) {
        const auto up = static_cast<quint64>(-pixels);
        const bool moves = m_position > 0;
        setPosition(m_position - std::min(m_position, up));
        if (moves) {
            setFollowTail(false);
        }
    } else {
        setPosition(m_position + static_cast<quint64>(pixels));
        followIfAtEnd();
    }
}

void LogView::followIfAtEnd()
{
    if (m_count > 0 && m_position == maximumPosition()) {
        setFollowTail(true);
    }
}

void LogView::barMoved(int value)
{
    // Also called when the bar is set to the current position; its coarse value must not overwrite
    // the exact position.
    if (value == barValue(m_position)) {
        return;
    }
    const quint64 target = positionOf(value);
    const bool up = target < m_position;
    setPosition(target);
    if (up) {
        setFollowTail(false);
    } else {
        followIfAtEnd();
    }
}

void LogView::barAction(int action)
{
    const qint64 page = std::max(rowHeight, viewport()->height() - rowHeight);
    switch (action) {
    case QAbstractSlider::SliderSingleStepAdd: scrollByUser(rowHeight); break;
    case QAbstractSlider::SliderSingleStepSub: scrollByUser(-rowHeight); break;
    case QAbstractSlider::SliderPageStepAdd: scrollByUser(page); break;
    case QAbstractSlider::SliderPageStepSub: scrollByUser(-page); break;
    default: return;
    }
    // A step of a scaled bar can be thousands of rows: scrolls by the intended distance.
    verticalScrollBar()->setSliderPosition(barValue(m_position));
}

void LogView::syncBars()
{
    const int height = std::max(1, viewport()->height());
    const quint64 maximum = maximumPosition();
    QScrollBar* vertical = verticalScrollBar();
    {
        // A smaller range changes the value without user scrolling.
        const QSignalBlocker blocker(vertical);
        vertical->setRange(0, static_cast<int>(std::min<quint64>(maximum, barLimit)));
        vertical->setSingleStep(barStep * rowHeight);
        const double scale = maximum <= barLimit
                                 ? 1.0
                                 : static_cast<double>(barLimit) / static_cast<double>(maximum);
        vertical->setPageStep(std::max(1, static_cast<int>(std::lround(height * scale))));
        m_position = std::min(m_position, maximum);
        vertical->setValue(barValue(m_position));
    }
    QScrollBar* horizontal = horizontalScrollBar();
    const int width = viewport()->width();
    horizontal->setRange(0, std::max(0, m_header->length() - width));
    horizontal->setPageStep(width);
    horizontal->setSingleStep(rowHeight);
}

void LogView::ensureVisible(quint64 row)
{
    const quint64 top = row * rowHeight;
    const auto height = static_cast<quint64>(std::max(rowHeight, viewport()->height()));
    if (top < m_position) {
        setPosition(top);
    } else if (top + rowHeight > m_position + height) {
        setPosition(top + rowHeight - height);
    }
}

void LogView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dy); // barMoved() has done it
    if (dx != 0) {
        m_header->setOffset(horizontalScrollBar()->value());
        viewport()->update();
    }
}

void LogView::placeHeader()
{
    const int height = m_header->sizeHint().height();
    setViewportMargins(0, height, MatchOverview::stripWidth, 0);
    const QRect area = viewport()->geometry();
    m_header->setGeometry(area.left(), area.top() - height, area.width(), height);
    m_overview->setGeometry(area.right() + 1, area.top(), MatchOverview::stripWidth, area.height());
}

void LogView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), Theme::instance().color(Token::Base));
    if (m_count == 0) {
        m_painter->paintEmpty(painter, viewport()->rect().adjusted(24, 24, -24, -24), m_emptyTitle,
                              m_emptyHint);
        return;
    }
    const quint64 top = topRow();
    const quint64 behind = top + static_cast<quint64>(visibleRows());
    for (quint64 row = top; row < behind; ++row) {
        const QRect rect = rowRect(row);
        if (rect.intersects(event->rect())) {
            m_painter->paintRow(painter, text(row), rect,
                                {.selected = m_selection.contains(row),
                                 .current = m_current == row,
                                 .focused = hasFocus(),
                                 .matches = m_isMatch && m_isMatch(row)});
        }
    }
}

void LogView::fitColumn(LogColumn column)
{
    int width = 0;
    const quint64 behind = topRow() + static_cast<quint64>(visibleRows());
    for (quint64 row = topRow(); row < behind; ++row) {
        width = std::max(width, m_painter->widthFor(text(row), column));
    }
    if (width > 0) {
        m_header->setWidth(column, width);
    }
}

void LogView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    placeHeader();
    syncBars();
    setPosition(m_following ? maximumPosition() : m_position);
    emit viewMoved();
}

void LogView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Log"));
        dropCache();
        viewport()->update();
    } else if (m_header != nullptr
               && (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)) {
        placeHeader();
    }
    QAbstractScrollArea::changeEvent(event);
}

} // namespace pipescope
