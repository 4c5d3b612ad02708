#pragma once

#include <QAbstractScrollArea>

class QPainter;

namespace pipescope {

/// Base of what shows bytes as lines of monospace text, all as high as each other. Paints only the
/// lines in sight. GUI thread only.
class LineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LineView(QWidget* parent);

    [[nodiscard]] virtual quint64 lineCount() const = 0;

protected:
    /// Paints a line whose upper edge is at `top` in the viewport; the font is set.
    virtual void paintLine(QPainter& painter, quint64 line, int top) const = 0;
    /// Sets the scroll bars to what there is and to the room for it.
    virtual void updateBars() = 0;

    /// Takes the measures of the font and then updates the bars; for constructors of views, too.
    void measure();
    /// The part of updateBars() for lines.
    void updateVerticalBar();

    [[nodiscard]] double charWidth() const { return m_charWidth; }
    [[nodiscard]] int lineHeight() const { return m_lineHeight; }
    /// Of the letters, below the upper edge of the line.
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
