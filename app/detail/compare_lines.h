#pragma once

#include "pipecore/analysis/byte_diff.h"

#include <QtGlobal>

#include <optional>
#include <vector>

namespace pipescope {

/// Two messages as aligned cells: one for each byte or pair of bytes, so that matching bytes have
/// the same position on both sides. A value.
class CompareLines
{
public:
    /// A cell: a byte on each side, or on one of them.
    struct Cell
    {
        pipecore::DiffKind kind = pipecore::DiffKind::Equal;
        std::optional<std::size_t> left;
        std::optional<std::size_t> right;
    };
    /// Cells first to last, both included.
    struct Range
    {
        quint64 first = 0;
        quint64 last = 0;
    };

    CompareLines() = default;
    explicit CompareLines(pipecore::ByteDiff diff);

    [[nodiscard]] quint64 cellCount() const { return m_count; }
    [[nodiscard]] Cell cell(quint64 index) const;
    /// Runs of differing cells; neighbours are merged.
    [[nodiscard]] const std::vector<Range>& differences() const { return m_differences; }
    [[nodiscard]] const pipecore::ByteDiff& diff() const { return m_diff; }

private:
    pipecore::ByteDiff m_diff;
    std::vector<quint64> m_starts; ///< first cell of each run
    std::vector<Range> m_differences;
    quint64 m_count = 0;
};

} // namespace pipescope
