#include "log/match_overview.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace pipescope {

namespace {

/// Delay before the lanes are updated after a change.
constexpr int rebinMs = 100;
constexpr int laneWidth = 4;
/// Minimum height of a tick: a row of one pixel would be hard to see.
constexpr int tickHeight = 2;

} // namespace

MatchOverview::MatchOverview(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("matchOverview"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setCursor(Qt::PointingHandCursor);
    m_timer.setSingleShot(true);
    m_timer.setInterval(rebinMs);
    connect(&m_timer, &QTimer::timeout, this, &MatchOverview::bin);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MatchOverview::setLanes(std::vector<Lane> lanes)
{
    m_lanes = std::move(lanes);
    invalidate();
}

void MatchOverview::setRows(quint64 count, quint64 top, quint64 behind)
{
    if (count != m_count) {
        m_count = count;
        invalidate();
    }
    if (top != m_top || behind != m_behind) {
        m_top = top;
        m_behind = behind;
        update();
    }
}

void MatchOverview::invalidate()
{
    // Not restarted: continuous changes must not delay the update forever.
    if (!m_timer.isActive()) {
        m_timer.start();
    }
}

void MatchOverview::bin()
{
    const auto pixels = static_cast<std::size_t>(std::max(0, height()));
    std::vector<unsigned> bins(pixels, 0);
    for (std::size_t y = 0; y < pixels && m_count > 0; ++y) {
        const quint64 first = rowAt(static_cast<int>(y));
        // With fewer rows than pixels, each row is at its first pixel only.
        const quint64 behind = std::max(first + 1, rowAt(static_cast<int>(y) + 1));
        if (y > 0 && rowAt(static_cast<int>(y) - 1) == first) {
            continue;
        }
        for (std::size_t lane = 0; lane < m_lanes.size(); ++lane) {
            if (m_lanes[lane].firstIn(first, std::min(behind, m_count))) {
                bins[y] |= 1U << lane;
            }
        }
    }
    if (bins != m_bins) {
        m_bins = std::move(bins);
        update();
    }
}

quint64 MatchOverview::rowAt(int y) const
{
    // In double: 2^64 rows times pixels overflow, and a pixel is many rows there.
    const double part = static_cast<double>(std::clamp(y, 0, height())) / std::max(1, height());
    return std::min(m_count, static_cast<quint64>(part * static_cast<double>(m_count)));
}

int MatchOverview::yOf(quint64 row) const
{
    if (m_count == 0) {
        return 0;
    }
    return static_cast<int>(static_cast<double>(row) / static_cast<double>(m_count) * height());
}

unsigned MatchOverview::lanesAt(int y) const
{
    const auto place = static_cast<std::size_t>(std::max(0, y));
    return place < m_bins.size() ? m_bins[place] : 0U;
}

void MatchOverview::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Window));
    if (m_count > 0) {
        QColor sight = theme.color(Token::Muted);
        sight.setAlpha(48);
        const int top = yOf(m_top);
        painter.fillRect(0, top, width(), std::max(3, yOf(m_behind) - top), sight);
    }
    painter.fillRect(0, 0, 1, height(), theme.color(Token::Line));
    for (std::size_t lane = 0; lane < m_lanes.size(); ++lane) {
        const int left = 1 + static_cast<int>(lane) * laneWidth;
        const QColor color = theme.color(m_lanes[lane].token);
        for (std::size_t y = 0; y < m_bins.size(); ++y) {
            if ((m_bins[y] & (1U << lane)) != 0) {
                painter.fillRect(left, static_cast<int>(y), laneWidth, tickHeight, color);
            }
        }
    }
}

void MatchOverview::request(int y)
{
    if (m_count == 0) {
        return;
    }
    // Snaps to a tick near the pointer.
    constexpr int reach = 3;
    for (int distance = 0; distance <= reach; ++distance) {
        for (const int near : {y - distance, y + distance}) {
            const unsigned there = near >= 0 ? lanesAt(near) : 0U;
            for (std::size_t lane = 0; lane < m_lanes.size(); ++lane) {
                if ((there & (1U << lane)) == 0) {
                    continue;
                }
                const quint64 first = rowAt(near);
                const quint64 behind = std::min(m_count, std::max(first + 1, rowAt(near + 1)));
                if (const auto row = m_lanes[lane].firstIn(first, behind)) {
                    emit rowRequested(*row);
                    return;
                }
            }
        }
    }
    emit rowRequested(std::min(rowAt(y), m_count - 1));
}

void MatchOverview::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        request(event->position().toPoint().y());
    }
}

void MatchOverview::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        request(event->position().toPoint().y());
    }
}

void MatchOverview::resizeEvent(QResizeEvent*)
{
    invalidate();
}

} // namespace pipescope
