#pragma once

#include <QtGlobal>

#include <vector>

namespace pipescope {

/// Rows `first` to `last`, both included.
struct RowRange
{
    quint64 first = 0;
    quint64 last = 0;

    friend bool operator==(const RowRange&, const RowRange&) = default;
};

/// Selected rows as disjoint ranges in order: the cost grows with the number of ranges, not of
/// rows.
class RowSelection
{
public:
    void clear() { m_ranges.clear(); }
    /// Selects only this range.
    void set(RowRange range);
    void add(RowRange range);
    void remove(RowRange range);
    /// Toggles the selection of the row.
    void toggle(quint64 row);

    [[nodiscard]] bool contains(quint64 row) const;
    [[nodiscard]] bool isEmpty() const { return m_ranges.empty(); }
    /// Number of rows.
    [[nodiscard]] quint64 count() const;
    /// Disjoint, never touching, ascending.
    [[nodiscard]] const std::vector<RowRange>& ranges() const { return m_ranges; }

    friend bool operator==(const RowSelection&, const RowSelection&) = default;

private:
    std::vector<RowRange> m_ranges;
};

} // namespace pipescope
