#pragma once

#include <QObject>

class QMenu;
class QWidget;

namespace pipescope {

class FilterBar;
enum class LogColumn;
class LogView;
class ShownRows;

/// Controls the filter line, its status, and filters made from cells. GUI thread only.
class FilterController : public QObject
{
    Q_OBJECT

public:
    /// `rows` and `view` are not owned. The bar becomes a child of `panel`.
    FilterController(ShownRows& rows, LogView& view, QWidget* panel);

    [[nodiscard]] FilterBar* bar() const { return m_bar; }
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
    ShownRows& m_rows;
    FilterBar* m_bar;
};

} // namespace pipescope
