#pragma once

#include "tasks/task.h"

#include <QObject>

class QMenu;
class QWidget;

namespace pipescope {

class FilterBar;
enum class LogColumn;
class LogView;
class ShownRows;

/// Controls the filter line, its status and candidates, and filters made from cells. GUI thread only.
class FilterController : public QObject
{
    Q_OBJECT

public:
    /// `rows` and `view` are not owned. The bar becomes a child of `panel`.
    FilterController(ShownRows& rows, LogView& view, QWidget* panel);

    [[nodiscard]] FilterBar* bar() const { return m_bar; }
    /// Forgets what is known of the rows; call it before they get another source.
    void forgetSource();
    /// Decoders of the user were loaded or removed.
    void decodersChanged();
    /// The rows have other types of messages.
    void typesChanged();
    /// Focuses the line.
    void start();
    /// Sets the filter. Empty text shows all rows; an invalid text shows its error and changes no
    /// row.
    void setText(const QString& text);
    [[nodiscard]] QString text() const;

    /// Updates the number of matching rows.
    void updateStatus();
    /// Adds filter actions for a row; `column` is where the menu was opened.
    void addActions(QMenu* menu, quint64 row, LogColumn column);

signals:
    /// The line has a new valid filter.
    void filterChanged();

private:
    void findFields();

    ShownRows& m_rows;
    FilterBar* m_bar;
    quint64 m_searchedRows = 0; ///< of the source, when its decoded fields were looked for
    Task m_fieldSearch;
};

} // namespace pipescope
