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

/// What is done with the selected rows: they are copied, counted, saved and compared. GUI thread
/// only.
class SelectionController : public QObject
{
    Q_OBJECT

public:
    /// `rows` and `view` are not owned.
    SelectionController(ShownRows& rows, LogView& view, QObject* parent);

    /// Puts the selected rows on the clipboard, up to a limit, and says so when it was reached.
    /// In the background: the clipboard has it a moment later.
    void copy(CopyFormat format);
    /// Returns when no rows are copied any more.
    void stop();
    /// The selected rows, as session rows.
    [[nodiscard]] pipecore::RowRanges rows() const;
    /// The two messages that are selected, as session rows; empty unless it is just these.
    [[nodiscard]] std::optional<std::pair<quint64, quint64>> pair() const;
    /// Says again what is selected.
    void tell();
    /// Adds what can be done with payloads; `isMessage`: the current row is one.
    void addActions(QMenu* menu, bool isMessage);

signals:
    /// How many rows are selected and how much time is between them; empty for less than two.
    void told(const QString& text);
    /// Empty when the last notice does not hold any more.
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
