#pragma once

#include "rows/log_column.h"

#include <QAccessible>
#include <QPointer>

namespace pipescope {

class LogView;

/// Base of rows, cells and headers of an accessible log: their view, and no children of their own.
/// They are invalid once the view, the row or the column is gone.
class AccessibleLogPart : public QAccessibleInterface
{
public:
    explicit AccessibleLogPart(LogView* view);

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override;
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override {}

protected:
    [[nodiscard]] LogView* view() const;
    /// State of a row, or of its cells.
    [[nodiscard]] QAccessible::State rowState(quint64 row) const;

private:
    QPointer<QObject> m_view;
};

/// A row; its name is the whole row on one line.
class AccessibleLogRow final : public AccessibleLogPart
{
public:
    AccessibleLogRow(LogView* view, quint64 row) : AccessibleLogPart(view), m_row(row) {}

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Row; }
    [[nodiscard]] QAccessible::State state() const override { return rowState(m_row); }
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface* child(int index) const override;
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* wanted) const override;

private:
    quint64 m_row;
};

/// Cell of the log: a column of a row.
class AccessibleLogCell final : public AccessibleLogPart, public QAccessibleTableCellInterface
{
public:
    AccessibleLogCell(LogView* view, quint64 row, LogColumn column)
        : AccessibleLogPart(view)
        , m_row(row)
        , m_column(column)
    {}

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Cell; }
    [[nodiscard]] QAccessible::State state() const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessibleInterface* parent() const override;
    void* interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] bool isSelected() const override;
    [[nodiscard]] QList<QAccessibleInterface*> columnHeaderCells() const override;
    [[nodiscard]] QList<QAccessibleInterface*> rowHeaderCells() const override;
    [[nodiscard]] int columnIndex() const override;
    [[nodiscard]] int rowIndex() const override;
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface* table() const override;

private:
    quint64 m_row;
    LogColumn m_column;
};

/// The head of a column.
class AccessibleLogHead final : public AccessibleLogPart
{
public:
    AccessibleLogHead(LogView* view, LogColumn column) : AccessibleLogPart(view), m_column(column)
    {}

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ColumnHeader; }
    [[nodiscard]] QAccessible::State state() const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    [[nodiscard]] QRect rect() const override;

private:
    LogColumn m_column;
};

} // namespace pipescope
