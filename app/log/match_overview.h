#pragma once

#include "widgets/theme.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace pipescope {

/// A narrow strip beside the scroll bar that stands for the whole log: where the errors, the matches
/// and the marks are, each in a lane of its own. Asks one question a pixel and lane, so its cost does
/// not grow with the number of rows. GUI thread only.
class MatchOverview : public QWidget
{
    Q_OBJECT

public:
    static constexpr int stripWidth = 14;

    struct Lane
    {
        Token token = Token::Text;
        /// The first one in [first, behind), if there is one. Must not take longer for more rows.
        std::function<std::optional<quint64>(quint64 first, quint64 behind)> firstIn;
    };

    explicit MatchOverview(QWidget* parent);

    /// From left to right.
    void setLanes(std::vector<Lane> lanes);
    /// There are that many rows; `top` to `behind` are in sight.
    void setRows(quint64 count, quint64 top, quint64 behind);
    /// Something else is in the lanes. Cheap: the answers are asked for later, a few times a second.
    void invalidate();
    /// What is shown at a height, one bit a lane; for tests and the tool tip.
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
