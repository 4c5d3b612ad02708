#pragma once

#include "candidate_rows.h"
#include "evaluator.h"
#include "pipecore/session/row_scan.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pipecore::filter {

/// A row that is none.
constexpr std::uint64_t noRow = UINT64_MAX;
/// The engine delivers no message that is longer.
constexpr std::size_t maxPayloadSize = std::size_t{64} * 1024 * 1024;

/// For each of the rows [first, last) the row that it answers, or noRow. `cancelled` may be null; the rest is
/// noRow then.
[[nodiscard]] std::vector<std::uint64_t> requestsOf(const RecordSource& source, std::uint64_t first,
                                                    std::uint64_t last,
                                                    const std::atomic<bool>* cancelled);

/// Evaluates ranges of rows. Tests that the index can answer run first: all but texts and bytes;
/// only rows that are still open then are read, in order and at once. One thread.
class RowMatcher
{
public:
    /// As FilterRun::Settings::shownText.
    using ShownText = std::function<std::string(const Record&)>;

    /// Takes no ownership. `cancelled` may be null.
    RowMatcher(const Program& program, const RecordSource& source,
               const std::atomic<bool>* cancelled, ShownText shownText = {});

    struct Outcome
    {
        std::vector<std::uint64_t> matches; ///< ascending
        std::uint64_t undecided = 0;
        std::optional<Error> problem;
    };
    /// Rows [first, last) of the source. `requests`: for each the row that it answers, or noRow; may
    /// be empty when the program does not need the latency.
    [[nodiscard]] Outcome match(std::uint64_t first, std::uint64_t last,
                                std::span<const std::uint64_t> requests);

private:
    struct Stretch
    {
        std::uint64_t first = 0;
        std::span<const std::uint64_t> requests;
    };

    [[nodiscard]] bool isCancelled() const
    {
        return m_cancelled != nullptr && m_cancelled->load(std::memory_order_relaxed);
    }
    [[nodiscard]] Subject subjectOf(std::uint64_t row, const Stretch& stretch) const;
    /// Appends to `outcome` or to `open`.
    void matchHead(std::uint64_t row, const Stretch& stretch, Outcome& outcome,
                   std::vector<std::uint64_t>& open);
    void matchRead(const std::vector<std::uint64_t>& open, const Stretch& stretch,
                   Outcome& outcome);

    const Program& m_program;
    const RecordSource& m_source;
    const std::atomic<bool>* m_cancelled;
    Evaluator m_evaluator;
    CandidateRows m_candidates;
    std::vector<std::uint64_t> m_found; ///< by m_candidates
    const ShownText m_shownText;
    RowScan m_scan;
};

} // namespace pipecore::filter
