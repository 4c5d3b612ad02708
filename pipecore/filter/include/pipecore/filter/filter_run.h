#pragma once

#include "pipecore/filter/filter.h"
#include "pipecore/model/row_set.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pipecore {

/// Finds the rows of a session that pass a filter: on threads of its own, one a processor, piece by
/// piece from the first row on, and continues with later rows. Found rows appear in order.
/// Memory grows only with the matches.
///
/// A row is evaluated once, with the facts known at that time.
class FilterRun
{
public:
    struct Settings
    {
        std::uint64_t first = 0; ///< rows before are left out
        /// Rows to begin with, until extendTo(); empty: all existing rows.
        std::optional<std::uint64_t> rowCount{};
        unsigned threads = 0; ///< 0: one a processor
        /// Returns the text that the user sees of a row that is no message: `text` finds it as well as the English
        /// description. Any thread; may be empty.
        std::function<std::string(const Record&)> shownText{};
    };
    /// Begins at once. `source` is not owned and must stay until hasEnded(), end() or the destructor.
    FilterRun(const RecordSource& source, Filter filter) : FilterRun(source, std::move(filter), {})
    {}
    FilterRun(const RecordSource& source, Filter filter, Settings settings);
    FilterRun(const FilterRun&) = delete;
    FilterRun& operator=(const FilterRun&) = delete;
    /// Cancels and waits for the threads: at most as long as one row takes.
    ~FilterRun();

    /// Extends the run up to this row of the source, which has it. Returns at once. Any thread.
    void extendTo(std::uint64_t rowCount);
    /// Cancels the run. Returns at once. Any thread.
    void cancel();
    /// After cancel(): no thread uses the source any more.
    [[nodiscard]] bool hasEnded() const;
    /// Cancels and waits until no thread uses the source any more; rows found so far stay.
    void end();

    struct Progress
    {
        std::uint64_t looked = 0;  ///< rows that were evaluated
        std::uint64_t total = 0;   ///< rows that are to be
        std::uint64_t matches = 0; ///< rows that passed
        /// Rows on which a regular expression ran into its limits; they are left out.
        std::uint64_t undecided = 0;
        std::optional<Error> problem; ///< the first row that could not be read

        [[nodiscard]] bool isDone() const { return looked == total; }
    };
    /// Any thread.
    [[nodiscard]] Progress progress() const;
    /// Returns when all rows are evaluated, it is cancelled, or the time is over. True when all are
    /// evaluated.
    bool waitUntilDone(std::chrono::milliseconds timeout) const;

    [[nodiscard]] const RowSet& matches() const;
    [[nodiscard]] const Filter& filter() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Finds the rows that pass a filter on the caller's thread, stretch by stretch. One thread.
class RowFilter
{
public:
    /// `source` and `cancelled` are not owned. `cancelled`, which may be null, ends rows() early.
    RowFilter(const RecordSource& source, const Filter& filter,
              const std::atomic<bool>* cancelled = nullptr);
    RowFilter(const RowFilter&) = delete;
    RowFilter& operator=(const RowFilter&) = delete;
    ~RowFilter();

    /// Matching rows of [first, last), which the source has, ascending.
    [[nodiscard]] std::vector<std::uint64_t> rows(std::uint64_t first, std::uint64_t last);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Evaluates live messages and other events before they are rows: the result is that of the later row. Marks, comments, times since other rows and latencies are not there yet. One thread.
class LiveFilter
{
public:
    /// `facts` is not owned; who is at the other end is asked there.
    LiveFilter(const Filter& filter, const SessionFacts& facts);
    LiveFilter(const LiveFilter&) = delete;
    LiveFilter& operator=(const LiveFilter&) = delete;
    ~LiveFilter();

    /// False also where a regular expression ran into its limits.
    [[nodiscard]] bool passes(const RowView& row);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace pipecore
