#pragma once

#include "widgets/theme.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace pipescope {

/// A narrow strip beside the scroll bar that shows the whole log: errors, matches and marks, each
/// in a lane of its own. Makes one query per pixel and lane, so its cost does not grow with the
/// number of rows. GUI thread only.
class MatchOverview : public QWidget
{
    Q_OBJECT

public:
    static constexpr int stripWidth = 14;

    struct Lane
    {
        Token token = Token::Text;
        /// Returns the first match in [first, behind), if any. Must not take longer for more rows.
        std::function<std::optional<quint64>(quint64 first, quint64 behind)> firstIn;
    };

    explicit MatchOverview(QWidget* parent);

    /// From left to right.
    void setLanes(std::vector<Lane> lanes);
    /// Sets the number of rows; `top` to `behind` are visible.
    void setRows(quint64 count, quint64 top, quint64 behind);
    /// The lanes have changed. Cheap: they are queried later, a few times a second.
    void invalidate();
    /// The lanes at a height, one bit each; for tests and the tool tip.
    [[nodiscard]] unsigned lanesAt(int y) const;

signals:
    void rowRequested(quint64 row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void bin();
    [[nodiscard]] quint64 rowAt(int y) const;
    [[nodiscard]] int yOf(quint64 row) const;
    void request(int y);

    std::vector<Lane> m_lanes;
    std::vector<unsigned> m_bins; ///< one a pixel, one bit a lane
    quint64 m_count = 0;
    quint64 m_top = 0;
    quint64 m_behind = 0;
    QTimer m_timer;
};

} // namespace pipescope
