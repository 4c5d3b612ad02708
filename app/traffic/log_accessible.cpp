#include "traffic/log_accessible.h"

#include "traffic/log_view.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <vector>

namespace pipescope {

namespace {

/// One row in sight, counted from the top of the view: there are never more of them than fit.
class AccessibleRow final : public QAccessibleInterface
{
public:
    AccessibleRow(LogView* view, int place) : m_view(view), m_place(place) {}

    [[nodiscard]] bool isValid() const override
    {
        return m_view != nullptr && m_place < m_view->visibleRows();
    }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Row; }
    void setText(QAccessible::Text, const QString&) override {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid()
                   ? rowLine(m_view->text(row()), QStringLiteral(" "))
                   : QString();
    }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid()) {
            return {};
        }
        const QRect place = m_view->rowRect(row());
        return {m_view->viewport()->mapToGlobal(place.topLeft()), place.size()};
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selectable = true;
        state.focusable = true;
        state.selected = m_view->selection().contains(row());
        state.focused = m_view->hasFocus() && m_view->currentRow() == row();
        return state;
    }

private:
    [[nodiscard]] quint64 row() const { return m_view->topRow() + static_cast<quint64>(m_place); }

    QPointer<LogView> m_view;
    int m_place;
};

class AccessibleLog final : public QAccessibleWidget
{
public:
    explicit AccessibleLog(LogView* view) : QAccessibleWidget(view, QAccessible::Table) {}
    AccessibleLog(const AccessibleLog&) = delete;
    AccessibleLog& operator=(const AccessibleLog&) = delete;

    [[nodiscard]] int childCount() const override { return view()->visibleRows(); }

    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= view()->visibleRows()) {
            return nullptr;
        }
        while (m_rows.size() <= static_cast<std::size_t>(index)) {
            m_rows.push_back(QAccessible::registerAccessibleInterface(
                new AccessibleRow(view(), static_cast<int>(m_rows.size()))));
        }
        return QAccessible::accessibleInterface(m_rows[static_cast<std::size_t>(index)]);
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        for (std::size_t index = 0; index < m_rows.size(); ++index) {
            if (QAccessible::accessibleInterface(m_rows[index]) == wanted) {
                return static_cast<int>(index);
            }
        }
        return -1;
    }

    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        const auto row = view()->rowAt(view()->viewport()->mapFromGlobal(QPoint(x, y)));
        return row ? child(static_cast<int>(*row - view()->topRow())) : nullptr;
    }

    [[nodiscard]] QAccessibleInterface* focusChild() const override
    {
        const auto row = view()->currentRow();
        if (!view()->hasFocus() || !row || *row < view()->topRow()) {
            return nullptr;
        }
        const quint64 place = *row - view()->topRow();
        return place < static_cast<quint64>(view()->visibleRows()) ? child(static_cast<int>(place))
                                                                   : nullptr;
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value && view()->currentRow()) {
            return rowLine(view()->text(*view()->currentRow()), QStringLiteral(" "));
        }
        return QAccessibleWidget::text(kind);
    }

private:
    ~AccessibleLog() override
    {
        for (const QAccessible::Id id : m_rows) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }
    [[nodiscard]] LogView* view() const { return static_cast<LogView*>(object()); }

    mutable std::vector<QAccessible::Id> m_rows;
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object)
{
    auto* view = qobject_cast<LogView*>(object);
    return view == nullptr ? nullptr : new AccessibleLog(view);
}

} // namespace

void installLogAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(&makeAccessible);
        return true;
    }();
    Q_UNUSED(installed);
}

void announceLogRow(LogView* view, quint64 row)
{
    if (!QAccessible::isActive() || row < view->topRow()) {
        return;
    }
    const int place = static_cast<int>(row - view->topRow());
    QAccessibleEvent name(view, QAccessible::NameChanged);
    name.setChild(place);
    QAccessible::updateAccessibility(&name);
    QAccessibleEvent focus(view, QAccessible::Focus);
    focus.setChild(place);
    QAccessible::updateAccessibility(&focus);
}

} // namespace pipescope
