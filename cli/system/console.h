#pragma once

#include "pipecore/base/error.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace pipescope::cli {

/// Standard input, output and error as bytes: nothing is translated, nothing is buffered, and UTF-8
/// shows as it is meant on a console of Windows.
class Console
{
public:
    Console();
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;
    ~Console(); // NOLINT(performance-trivially-destructible): not on Windows

    /// Target of write().
    enum class Target { Output, Error, Nowhere };
    /// Reserves standard output for a recording from here on.
    void divert(Target target) { m_target = target; }

    /// Writes all of it. False when standard output takes nothing any more; every later call is then
    /// false at once. run() says why at the end of the program. One thread.
    bool write(std::string_view text);
    /// Linux: once this says that the program is to end, write() waits two seconds at most for a reader of
    /// standard output that takes nothing, and gives up. Nothing: it waits as long as the reader likes.
    void endWhen(std::function<bool()> shouldEnd) { m_shouldEnd = std::move(shouldEnd); }
    /// Whether write() gave up; isOutputGone() is true then, too.
    [[nodiscard]] bool hasGivenUp() const { return m_hasGivenUp; }
    /// True if the output can no longer be written.
    [[nodiscard]] bool isOutputGone() const { return m_outputGone; }
    /// The reason, if it is an error. A missing reader (EPIPE; ERROR_BROKEN_PIPE, ERROR_NO_DATA)
    /// is none: readers such as head leave when they have enough.
    [[nodiscard]] const std::optional<pipecore::Error>& outputProblem() const
    {
        return m_outputProblem;
    }
    /// Writes one line to standard error, as far as that goes.
    static void error(std::string_view text);
    /// Standard output is where write() writes.
    [[nodiscard]] bool writesToOutput() const { return m_target == Target::Output; }
    /// Waits for some bytes of standard input: how many came, 0 at its end, or why it cannot be read
    /// (read(2), ReadFile). One thread.
    [[nodiscard]] static pipecore::Result<std::size_t> read(std::span<char> buffer);
    /// Waits up to `limit` for something that read() would return immediately, the end included. Does
    /// not wait for a console. The thread of read().
    static bool isInputWaiting(std::chrono::milliseconds limit);

private:
    Target m_target = Target::Output;
    std::function<bool()> m_shouldEnd;
    bool m_outputGone = false;
    bool m_hasGivenUp = false;
    std::optional<pipecore::Error> m_outputProblem;
#ifdef _WIN32
    unsigned m_codePage = 0; ///< the console's own, put back at the end
#endif
};

} // namespace pipescope::cli
