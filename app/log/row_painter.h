#pragma once

#include "rows/log_column.h"
#include "rows/row_text.h"

#include <QCoreApplication>
#include <QList>

#include <functional>
#include <utility>

class QPainter;
class QRect;
class QWidget;

namespace pipescope {

class LogHeader;

/// Paints rows of the log in the columns of a header, and measures them. GUI thread only.
class RowPainter
{
    Q_DECLARE_TR_FUNCTIONS(RowPainter)

public:
    /// Parts of a preview to mark: pairs of start and length.
    using MarksIn = std::function<QList<std::pair<qsizetype, qsizetype>>(const QString& preview)>;

    /// The state of a row apart from its text.
    struct State
    {
        bool selected = false;
        bool current = false;
        bool focused = false; ///< the view has the focus
        bool matches = false; ///< matches the search
    };

    /// `view` gives font and visible area, `header` the columns. Both must outlive this.
    RowPainter(const QWidget& view, const LogHeader& header);

    /// May be empty.
    void setMarksIn(MarksIn marksIn) { m_marksIn = std::move(marksIn); }

    void paintRow(QPainter& painter, const RowText& words, const QRect& rect,
                  const State& state) const;
    /// Paints title and hint instead of rows.
    void paintEmpty(QPainter& painter, const QRect& area, const QString& title,
                    const QString& hint) const;

    /// Tool tip with the full text of a cell; empty if all of it is visible.
    [[nodiscard]] QString hiddenText(const RowText& text, LogColumn column) const;
    /// Width in pixels that fits a cell; 0 for an empty cell.
    [[nodiscard]] int widthFor(const RowText& text, LogColumn column) const;

private:
    void paintCell(QPainter& painter, LogColumn column, const RowText& text, const QRect& cell,
                   bool selected) const;
    void paintPreview(QPainter& painter, const RowText& text, QRect cell) const;
    /// Paints a comment at the end of a preview; returns the rest of the cell.
    [[nodiscard]] QRect paintComment(QPainter& painter, const QString& comment,
                                     const QRect& cell) const;

    const QWidget& m_view;
    const LogHeader& m_header;
    MarksIn m_marksIn;
};

} // namespace pipescope
