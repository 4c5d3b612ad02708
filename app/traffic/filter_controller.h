#pragma once

#include <QObject>

class QMenu;
class QWidget;

namespace pipescope {

class FilterBar;
enum class LogColumn;
class LogView;
class ShownRows;

/// The line with the filter, what it says of the rows that pass, and filters that are made from a
/// cell. GUI thread only.
class FilterController : public QObject
{
    Q_OBJECT

public:
    /// `rows` and `view` are not owned. The bar becomes a child of `panel`.
    FilterController(ShownRows& rows, LogView& view, QWidget* panel);

    [[nodiscard]] FilterBar* bar() const { return m_bar; }
    /// Goes to the line.
    void start();
    /// Empty text shows all rows; a text that is wrong shows its mistake and changes no row.
    void setText(const QString& text);
    [[nodiscard]] QString text() const;

    /// Says again how many rows pass.
    void updateStatus();
    /// Adds filters that leave rows like this one; `column` is where the menu was asked for.
    void addActions(QMenu* menu, quint64 row, LogColumn column);

signals:
    /// The line has another filter that is right.
    void filterChanged();

private:
    ShownRows& m_rows;
    FilterBar* m_bar;
};

} // namespace pipescope
