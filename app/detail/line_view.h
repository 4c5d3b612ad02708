#pragma once

#include <QAbstractScrollArea>

class QPainter;

namespace pipescope {

/// Base of views that show bytes as monospace lines of equal height. Paints only visible lines. GUI
/// thread only.
class LineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LineView(QWidget* parent);

    [[nodiscard]] virtual quint64 lineCount() const = 0;

protected:
    /// Paints a line whose upper edge is at `top` in the viewport; the font is set.
    virtual void paintLine(QPainter& painter, quint64 line, int top) const = 0;
    /// Updates the scroll bars to content and viewport.
    virtual void updateBars() = 0;

    /// Measures the font, then updates the bars; also called by constructors of views.
    void measure();
    /// Updates the vertical bar, a part of updateBars().
    void updateVerticalBar();

    [[nodiscard]] double charWidth() const { return m_charWidth; }
    [[nodiscard]] int lineHeight() const { return m_lineHeight; }
    /// Ascent of the font, below the upper edge of the line.
    [[nodiscard]] int ascent() const { return m_ascent; }

    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    double m_charWidth = 8;
    int m_lineHeight = 20;
    int m_ascent = 14;
};

} // namespace pipescope
