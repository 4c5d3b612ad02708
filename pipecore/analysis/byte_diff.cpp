#include "pipecore/analysis/byte_diff.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace pipecore {

namespace {

/// Collects runs and joins neighbours of one kind.
class Runs
{
public:
    explicit Runs(const DiffLimits& limits) : m_maxRuns(limits.runs) {}

    void add(DiffKind kind, std::size_t left, std::size_t right)
    {
        if (left + right == 0) {
            return;
        }
        if (m_runs.empty() || m_runs.back().kind != kind) {
            m_runs.push_back({kind, m_left, 0, m_right, 0});
        }
        m_runs.back().leftLength += left;
        m_runs.back().rightLength += right;
        m_left += left;
        m_right += right;
    }

    /// Bytes that differ: as many as there are on both sides are changed, the rest is on one side.
    void replace(std::size_t left, std::size_t right)
    {
        const std::size_t both = std::min(left, right);
        add(DiffKind::Changed, both, both);
        add(DiffKind::OnlyLeft, left - both, 0);
        add(DiffKind::OnlyRight, 0, right - both);
    }

    /// Byte by byte, place by place.
    void compare(ByteView left, ByteView right)
    {
        const std::size_t both = std::min(left.size(), right.size());
        for (std::size_t at = 0; at < both;) {
            if (m_runs.size() >= m_maxRuns) {
                replace(left.size() - at, right.size() - at);
                return;
            }
            const bool equal = left[at] == right[at];
            std::size_t end = at + 1;
            while (end < both && (left[end] == right[end]) == equal) {
                ++end;
            }
            add(equal ? DiffKind::Equal : DiffKind::Changed, end - at, end - at);
            at = end;
        }
        replace(left.size() - both, right.size() - both);
    }

    [[nodiscard]] std::size_t left() const { return m_left; }
    std::vector<DiffRun> take() { return std::move(m_runs); }

private:
    std::size_t m_maxRuns;
    std::size_t m_left = 0;
    std::size_t m_right = 0;
    std::vector<DiffRun> m_runs;
};

/// A place where both sides are the same for a while.
struct Match
{
    std::size_t left = 0;
    std::size_t right = 0;
    std::size_t length = 0;
};

/// Myers' search for the shortest way. Keeps, for each number of edits, how far each diagonal got.
class ShortestEditPath
{
public:
    ShortestEditPath(ByteView left, ByteView right, const DiffLimits& limits)
        : m_left(left)
        , m_right(right)
        , m_limits(limits)
    {}

    /// Empty when the limits were reached.
    std::optional<std::vector<Match>> find()
    {
        const auto maxSize = static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
        if (m_left.size() + m_right.size() >= maxSize) {
            return std::nullopt;
        }
        const std::size_t maxEdits = std::min(m_limits.edits, m_left.size() + m_right.size());
        for (std::size_t edits = 0; edits <= maxEdits; ++edits) {
            m_reached.emplace_back(edits + 1);
            for (std::size_t index = 0; index <= edits; ++index) {
                if (advance(edits, index)) {
                    return backtrack(edits, index);
                }
                if (m_steps > m_limits.steps) {
                    return std::nullopt;
                }
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::size_t edits() const { return m_reached.size() - 1; }

private:
    /// With `edits` edits the diagonals (left minus right) are -edits, -edits + 2, …, edits.
    static std::int32_t diagonal(std::size_t edits, std::size_t index)
    {
        return 2 * static_cast<std::int32_t>(index) - static_cast<std::int32_t>(edits);
    }

    /// Whether the way to this diagonal came by a byte that is only on the right.
    [[nodiscard]] bool isInsertion(std::size_t edits, std::size_t index) const
    {
        const auto& before = m_reached[edits - 1];
        return index == 0 || (index != edits && before[index - 1] < before[index]);
    }

    /// Entry point of the diagonal, in bytes of the left side.
    [[nodiscard]] std::int32_t entry(std::size_t edits, std::size_t index) const
    {
        if (edits == 0) {
            return 0;
        }
        const auto& before = m_reached[edits - 1];
        return isInsertion(edits, index) ? before[index] : before[index - 1] + 1;
    }

    /// Goes along the diagonal as far as both sides are the same. True at the end of both.
    bool advance(std::size_t edits, std::size_t index)
    {
        std::int32_t left = entry(edits, index);
        std::int32_t right = left - diagonal(edits, index);
        const auto leftSize = static_cast<std::int32_t>(m_left.size());
        const auto rightSize = static_cast<std::int32_t>(m_right.size());
        const std::int32_t from = left;
        while (left < leftSize && right < rightSize && right >= 0
               && m_left[static_cast<std::size_t>(left)]
                      == m_right[static_cast<std::size_t>(right)]) {
            ++left;
            ++right;
        }
        m_steps += static_cast<std::size_t>(left - from) + 1;
        m_reached[edits][index] = left;
        return left >= leftSize && right >= rightSize;
    }

    [[nodiscard]] std::vector<Match> backtrack(std::size_t edits, std::size_t index) const
    {
        std::vector<Match> matches;
        for (;; --edits) {
            const std::int32_t end = m_reached[edits][index];
            const std::int32_t begin = entry(edits, index);
            if (end > begin) {
                matches.push_back({static_cast<std::size_t>(begin),
                                   static_cast<std::size_t>(begin - diagonal(edits, index)),
                                   static_cast<std::size_t>(end - begin)});
            }
            if (edits == 0) {
                break;
            }
            // The lower diagonal has the same index with one edit less, the higher one the index before.
            index = isInsertion(edits, index) ? index : index - 1;
        }
        std::ranges::reverse(matches);
        return matches;
    }

    ByteView m_left;
    ByteView m_right;
    DiffLimits m_limits;
    std::size_t m_steps = 0;
    std::vector<std::vector<std::int32_t>> m_reached; ///< by edits, then diagonal
};

std::size_t differingPlaces(ByteView left, ByteView right)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < left.size(); ++at) {
        count += left[at] != right[at] ? 1 : 0;
    }
    return count;
}

/// How many bytes from the beginning are the same.
std::size_t commonStart(ByteView left, ByteView right)
{
    const auto ends = std::ranges::mismatch(left, right);
    return static_cast<std::size_t>(ends.in1 - left.begin());
}

std::size_t commonEnd(ByteView left, ByteView right)
{
    const std::size_t maxCount = std::min(left.size(), right.size());
    std::size_t count = 0;
    while (count < maxCount && left[left.size() - 1 - count] == right[right.size() - 1 - count]) {
        ++count;
    }
    return count;
}

/// The middle, between the equal ends.
void compareMiddle(ByteView left, ByteView right, const DiffLimits& limits, Runs& runs,
                   ByteDiff& diff)
{
    ShortestEditPath way(left, right, limits);
    const auto matches = way.find();
    const bool samePlaces =
        matches && left.size() == right.size() && differingPlaces(left, right) <= way.edits();
    if (!matches || samePlaces) {
        diff.positional = !matches;
        diff.positionalFrom = runs.left();
        runs.compare(left, right);
        return;
    }
    std::size_t leftAt = 0;
    std::size_t rightAt = 0;
    for (const Match& match : *matches) {
        runs.replace(match.left - leftAt, match.right - rightAt);
        runs.add(DiffKind::Equal, match.length, match.length);
        leftAt = match.left + match.length;
        rightAt = match.right + match.length;
    }
    runs.replace(left.size() - leftAt, right.size() - rightAt);
}

} // namespace

ByteDiff diffBytes(ByteView left, ByteView right, const DiffLimits& limits)
{
    ByteDiff diff;
    Runs runs(limits);
    const std::size_t start = commonStart(left, right);
    const std::size_t end = commonEnd(left.subspan(start), right.subspan(start));
    runs.add(DiffKind::Equal, start, start);
    const std::size_t leftMiddle = left.size() - start - end;
    const std::size_t rightMiddle = right.size() - start - end;
    if (leftMiddle == 0 || rightMiddle == 0) {
        runs.replace(leftMiddle, rightMiddle);
    } else {
        compareMiddle(left.subspan(start, leftMiddle), right.subspan(start, rightMiddle), limits,
                      runs, diff);
    }
    runs.add(DiffKind::Equal, end, end);
    diff.runs = runs.take();
    const auto isDifferent = [](const DiffRun& run) { return run.kind != DiffKind::Equal; };
    diff.differences = static_cast<std::size_t>(std::ranges::count_if(diff.runs, isDifferent));
    return diff;
}

} // namespace pipecore
