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

/// Selected rows, kept as disjoint ranges in order: its cost grows with the number of ranges, never
/// with the number of rows.
class RowSelection
{
public:
    void clear() { m_ranges.clear(); }
    /// Selects this and nothing else.
    void set(RowRange range);
    void add(RowRange range);
    void remove(RowRange range);
    /// Selects the row if it was not, and the other way round.
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
