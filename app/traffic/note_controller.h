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

    /// Whether the current row can be noted, and has a mark.
    [[nodiscard]] bool canNote() const;
    [[nodiscard]] bool isMarked() const;
    /// Marks the selected rows, or takes the marks away when the current row has one.
    void toggleMark();
    /// The next or previous marked row that is shown, round the end.
    void goToMark(bool forwards);
    /// Asks for the comment of the current row.
    void editComment();

signals:
    /// A mark or a comment was changed.
    void annotated();
    void noticed(const QString& text);

private:
    /// False when there is no room for more; the user was told.
    bool note(quint64 sessionRow, const std::function<void(pipecore::Annotation&)>& change);

    ShownRows& m_rows;
    LogView& m_view;
    QWidget* const m_panel;
};

} // namespace pipescope
