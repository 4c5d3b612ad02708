#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace pipecore {
struct Annotation;
} // namespace pipecore

namespace pipescope {

class LogView;
class ShownRows;

/// Marks and comments of rows. GUI thread only.
class NoteController : public QObject
{
    Q_OBJECT

public:
    /// `rows` and `view` are not owned. Dialogs are children of `panel`.
    NoteController(ShownRows& rows, LogView& view, QWidget* panel);

    /// True if the current row can be annotated, and if it has a mark.
    [[nodiscard]] bool canNote() const;
    [[nodiscard]] bool isMarked() const;
    /// Marks the selected rows, or unmarks them if the current row has a mark.
    void toggleMark();
    /// Goes to the next or previous marked row that is shown; wraps around.
    void goToMark(bool forwards);
    /// Opens the dialog for the comment of the current row.
    void editComment();

signals:
    /// A mark or a comment was changed.
    void annotated();
    void noticed(const QString& text);

private:
    /// False if the limit is reached; shows a notice.
    bool note(quint64 sessionRow, const std::function<void(pipecore::Annotation&)>& change);

    ShownRows& m_rows;
    LogView& m_view;
    QWidget* const m_panel;
};

} // namespace pipescope
