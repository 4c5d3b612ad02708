#include "traffic/note_controller.h"

#include "log/log_view.h"
#include "traffic/comment_dialog.h"
#include "traffic/shown_rows.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"

#include "pipecore/session/annotations.h"

#include <optional>
#include <utility>

namespace pipescope {

namespace {

/// Limit of rows marked in one step; more is hardly intended.
constexpr quint64 maxMarkedAtOnce = 100'000;

} // namespace

NoteController::NoteController(ShownRows& rows, LogView& view, QWidget* panel)
    : QObject(panel)
    , m_rows(rows)
    , m_view(view)
    , m_panel(panel)
{
    connect(&view, &LogView::markRequested, this, &NoteController::toggleMark);
}

bool NoteController::canNote() const
{
    return m_rows.sessionRow(m_view.currentRow()) && m_rows.annotations() != nullptr;
}

bool NoteController::isMarked() const
{
    return canNote() && m_rows.annotations()->isMarked(*m_rows.sessionRow(m_view.currentRow()));
}

void NoteController::toggleMark()
{
    if (!canNote()) {
        return;
    }
    const RowSelection& selection = m_view.selection();
    if (selection.count() > maxMarkedAtOnce) {
        emit noticed(
            tr("Cannot mark more than %1 rows at once.").arg(formatCount(maxMarkedAtOnce)));
        return;
    }
    const auto set = [mark = !isMarked()](pipecore::Annotation& noted) { noted.marked = mark; };
    bool room = note(*m_rows.sessionRow(m_view.currentRow()), set);
    for (const RowRange& range : selection.ranges()) {
        for (quint64 row = range.first; room && row <= range.last; ++row) {
            room = note(m_rows.rows()->sourceRow(row), set);
        }
    }
    emit annotated();
}

bool NoteController::note(quint64 sessionRow,
                          const std::function<void(pipecore::Annotation&)>& change)
{
    pipecore::Annotations& annotations = *m_rows.annotations();
    pipecore::Annotation noted = annotations.at(sessionRow);
    change(noted);
    const auto set = annotations.set(sessionRow, std::move(noted));
    if (!set) {
        emit noticed(errorLine(set.error()));
    }
    return set.has_value();
}

void NoteController::goToMark(bool forwards)
{
    const pipecore::Annotations* const annotations = m_rows.annotations();
    if (annotations == nullptr || m_view.rowCount() == 0) {
        return;
    }
    const quint64 last = m_view.rowCount() - 1;
    const quint64 origin = m_view.currentRow().value_or(m_view.topRow());
    const auto next = [annotations](quint64 row) { return annotations->nextMark(row); };
    const auto previous = [annotations](quint64 row) { return annotations->previousMark(row); };
    std::optional<quint64> found;
    if (forwards) {
        found = origin < last ? m_rows.firstFound(origin + 1, last + 1, next) : std::nullopt;
        found = found ? found : m_rows.firstFound(0, origin + 1, next);
    } else {
        found = origin > 0 ? m_rows.lastFound(0, origin, previous) : std::nullopt;
        found = found ? found : m_rows.lastFound(origin, last + 1, previous);
    }
    if (found) {
        m_view.setCurrentRow(*found);
    } else {
        emit noticed(tr("No marked rows. Press M to mark the current row."));
    }
}

void NoteController::editComment()
{
    if (!canNote() || m_panel->findChild<CommentDialog*>() != nullptr) {
        return;
    }
    const quint64 row = *m_rows.sessionRow(m_view.currentRow());
    auto* dialog =
        new CommentDialog(row + 1, fromCore(m_rows.annotations()->comment(row)), m_panel);
    connect(dialog, &CommentDialog::commentEdited, this,
            [this, row, source = m_rows.source()](const QString& comment) {
                // The session may have changed meanwhile.
                if (source == m_rows.source()) {
                    note(row, [&](pipecore::Annotation& noted) {
                        noted.comment = comment.toStdString();
                    });
                    emit annotated();
                }
            });
    dialog->open();
}

} // namespace pipescope
