#pragma once

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
    Task m_copying{"copy"};
};

} // namespace pipescope
