#pragma once

#include "detail/compare_lines.h"
#include "detail/line_view.h"
#include "pipecore/base/bytes.h"

#include <memory>
#include <optional>

namespace pipescope {

/// Two messages side by side in hex and text. What differs has a colour and a sign: ≠ changed, − only on the
/// left, + only on the right, at the byte's line and as a line below, a line through or a frame around the
/// byte. Paints only the lines in sight. GUI thread only.
class CompareView : public LineView
{
    Q_OBJECT

public:
    explicit CompareView(QWidget* parent = nullptr);

    void setMessages(std::shared_ptr<const pipecore::Bytes> left,
                     std::shared_ptr<const pipecore::Bytes> right, CompareLines lines);
    [[nodiscard]] const CompareLines& lines() const { return m_lines; }

    /// The current difference, from 0.
    [[nodiscard]] std::optional<std::size_t> current() const { return m_current; }
    void goToDifference(std::size_t number);
    /// Goes to the next difference after the visible or current one; wraps around.
    void goToNext(bool forwards);

    /// Cells in a line, by the available width.
    [[nodiscard]] quint64 cellsPerLine() const { return m_perLine; }
    /// The signs of a line: any of ≠ − +.
    [[nodiscard]] QString signsOf(quint64 line) const;
    /// A line as text, for screen readers and tests: `00000000  48 65 …  ≠  00000000  48 66 …`.
    [[nodiscard]] QString lineText(quint64 line) const;
    [[nodiscard]] quint64 lineCount() const override;

signals:
    void currentChanged();

protected:
    void paintLine(QPainter& painter, quint64 line, int top) const override;
    void updateBars() override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Side { Left, Right };

    [[nodiscard]] int sideLeft(Side side) const;
    [[nodiscard]] int hexLeft(Side side, quint64 column) const;
    [[nodiscard]] int textLeft(Side side, quint64 column) const;
    [[nodiscard]] int signsLeft() const;
    void paintCell(QPainter& painter, Side side, quint64 index, quint64 column, int top) const;
    void paintMark(QPainter& painter, pipecore::DiffKind kind, const QRect& place) const;
    [[nodiscard]] bool isCurrent(quint64 index) const;
    void ensureVisible(quint64 line);

    std::shared_ptr<const pipecore::Bytes> m_left;
    std::shared_ptr<const pipecore::Bytes> m_right;
    CompareLines m_lines;
    std::optional<std::size_t> m_current;
    quint64 m_perLine = 16;
};

} // namespace pipescope
