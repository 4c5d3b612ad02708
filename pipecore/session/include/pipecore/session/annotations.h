#pragma once

#include "pipecore/base/error.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace pipecore {

/// Mark and comment of a row. A value.
struct Annotation
{
    bool marked = false;
    std::string comment; ///< UTF-8, may have several lines; empty for none

    [[nodiscard]] bool isEmpty() const { return !marked && comment.empty(); }
    friend bool operator==(const Annotation&, const Annotation&) = default;
};

/// Marks and comments of a session's rows, by the row's number in the session. Costs memory for
/// rows that were noted only, however many others there are.
///
/// Any thread; every function locks briefly, isMarked() and comment() not at all while there is
/// nothing noted.
class Annotations
{
public:
    /// Longer comments are cut, at a character. Bytes.
    static constexpr std::size_t maxCommentBytes = std::size_t{16} * 1024;
    /// No more rows and bytes of comments than these are kept.
    static constexpr std::size_t maxRows = 1'000'000;
    static constexpr std::size_t maxBytes = std::size_t{64} * 1024 * 1024;

    struct Entry
    {
        std::uint64_t row = 0;
        Annotation annotation;
    };

    [[nodiscard]] Annotation at(std::uint64_t row) const;
    [[nodiscard]] bool isMarked(std::uint64_t row) const;
    [[nodiscard]] std::string comment(std::uint64_t row) const;
    /// The smallest marked row that is not smaller than `row`.
    [[nodiscard]] std::optional<std::uint64_t> nextMark(std::uint64_t row) const;
    /// The largest marked row that is not larger than `row`.
    [[nodiscard]] std::optional<std::uint64_t> previousMark(std::uint64_t row) const;
    /// Marked rows.
    [[nodiscard]] std::uint64_t markCount() const;
    /// Rows with a mark or a comment, ascending.
    [[nodiscard]] std::vector<Entry> entries() const;

    /// Replaces the annotation of a row; an empty annotation removes it. Error: Resources when
    /// there is no room for more.
    Result<void> set(std::uint64_t row, Annotation annotation);
    /// As set(), but the listener is not told.
    Result<void> take(std::uint64_t row, Annotation annotation);
    /// Called by set() after a change, on its thread and without a lock. To be set before others use
    /// these annotations.
    using Listener = std::function<void(std::uint64_t row, const Annotation&)>;
    void setListener(Listener listener) { m_listener = std::move(listener); }

    /// Grows with every change; 0 while nothing was ever noted. Without a lock.
    [[nodiscard]] std::uint64_t revision() const
    {
        return m_revision.load(std::memory_order_acquire);
    }
    /// Annotations changed after that revision, removed ones included (as empty annotations),
    /// ascending.
    [[nodiscard]] std::vector<Entry> changedSince(std::uint64_t revision) const;

private:
    struct Slot
    {
        Annotation annotation;
        std::uint64_t revision = 0;
    };

    /// True if the annotation was another.
    [[nodiscard]] Result<bool> change(std::uint64_t row, Annotation annotation);

    Listener m_listener;
    mutable std::mutex m_mutex;
    std::map<std::uint64_t, Slot> m_slots;
    std::set<std::uint64_t> m_marks;
    std::size_t m_bytes = 0; ///< of all comments
    std::atomic<std::uint64_t> m_revision{0};
};

} // namespace pipecore
