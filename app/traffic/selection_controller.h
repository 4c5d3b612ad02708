#pragma once

#include "rows/frame_places.h"
#include "rows/row_copy.h"
#include "tasks/task.h"

#include "pipecore/export/export.h"

#include <QObject>

#include <optional>
#include <utility>

class QMenu;

namespace pipescope {

class LogView;
class ShownRows;

/// Copies, counts, saves and compares the selected rows. GUI thread only.
class SelectionController : public QObject
{
    Q_OBJECT

public:
    /// `rows` and `view` are not owned.
    SelectionController(ShownRows& rows, LogView& view, QObject* parent);

    /// Copies the selected rows to the clipboard, up to a limit, with a notice if it was reached.
    /// In the background: the clipboard is set a moment later.
    void copy(CopyFormat format);
    /// Returns when no rows are copied any more.
    void stop();
    /// The selected rows, as session rows.
    [[nodiscard]] pipecore::RowRanges rows() const;
    /// The selection, for other rows of the same session.
    struct Kept
    {
        pipecore::RowRanges rows;            ///< session rows
        bool hasCurrent = false;             ///< a row is current
        std::optional<int> placeOfCurrent{}; ///< LogView::placeOfCurrent()
    };
    [[nodiscard]] Kept kept(const RowMap& toNew) const;
    /// Selects these rows beside the current one: those that are shown, and those that a filter or a connection
    /// shows a little later.
    void restore(Kept kept);
    /// Goes on with it: more rows are shown.
    void selectFound();
    /// Makes a row current without ending restore().
    void goTo(quint64 row);
    /// The two selected messages, as session rows; empty for any other selection.
    [[nodiscard]] std::optional<std::pair<quint64, quint64>> pair() const;
    /// Updates the description of the selection.
    void tell();
    /// Adds actions for payloads; `isMessage`: the current row is one.
    void addActions(QMenu* menu, bool isMessage);

signals:
    /// The number of selected rows and the time between them; empty for less than two.
    void told(const QString& text);
    /// Empty if the last notice no longer applies.
    void noticed(const QString& text);
    void saveRequested(quint64 sessionRow);
    void compareRequested(quint64 first, quint64 second);

private:
    void takeCopied(const CopiedRows& copied, quint64 selected);

    ShownRows& m_rows;
    LogView& m_view;
    QString m_told;
    Kept m_wanted; ///< to be selected once it is shown
    bool m_isSelecting = false;
    Task m_copying{"copy"};
};

} // namespace pipescope
