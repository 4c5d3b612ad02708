#pragma once

#include "log/log_accessible_parts.h"

#include <QAccessibleWidget>
#include <QtGlobal>
#include <map>
#include <utility>

namespace pipescope {

class LogView;

/// Makes logs accessible to screen readers; any number of calls. The log is a table: its children
/// are the visible rows, then the column headers; a row's children are its cells, and as a table it
/// also has the cells of rows that are not visible.
void installLogAccessibility();

/// Notifies screen readers of the focused row, so that they read it.
void announceLogRow(LogView* view, quint64 row);
/// Notifies screen readers of a changed selection.
void announceLogSelection(LogView* view);

/// The log for screen readers. Rows and cells are made on request, and a limited number is cached.
///
/// Table rows are int. For more rows, the table is a window around the visible ones.
class AccessibleLog final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit AccessibleLog(LogView* view);
    AccessibleLog(const AccessibleLog&) = delete;
    AccessibleLog& operator=(const AccessibleLog&) = delete;

    /// Null beyond the last row. Owned by this object, as the following.
    [[nodiscard]] QAccessibleInterface* row(quint64 row) const;
    /// `column` counts the visible ones, from the left.
    [[nodiscard]] QAccessibleInterface* cell(quint64 row, int column) const;
    [[nodiscard]] QAccessibleInterface* head(LogColumn column) const;
    /// The row's number in the table.
    [[nodiscard]] int tableRow(quint64 row) const;

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface* child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* wanted) const override;
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface* focusChild() const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void* interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QAccessibleInterface* caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* cellAt(int row, int column) const override;
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] int rowCount() const override;
    [[nodiscard]] QString columnDescription(int column) const override;
    [[nodiscard]] QString rowDescription(int row) const override;
    [[nodiscard]] int selectedCellCount() const override;
    /// Of visible rows only: all of a log would be too many.
    [[nodiscard]] QList<QAccessibleInterface*> selectedCells() const override;
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override;
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    /// As selectedCells().
    [[nodiscard]] QList<int> selectedRows() const override;
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int row) const override;
    bool selectRow(int row) override;
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override {}

private:
    using Kept = std::map<std::pair<quint64, int>, QAccessible::Id>;

    ~AccessibleLog() override;
    [[nodiscard]] LogView* view() const;
    [[nodiscard]] quint64 logRow(int tableRow) const;
    [[nodiscard]] quint64 firstTableRow() const;
    template <typename Make>
    QAccessibleInterface* keep(std::pair<quint64, int> key, Make make) const;
    void forgetOutOfSight() const;

    mutable Kept m_kept; ///< by row and column; columns below 0 are rows, and row ~0 are headers
};

} // namespace pipescope
