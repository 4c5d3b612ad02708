#pragma once

#include <cstddef>
#include <span>
#include <string_view>

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

    /// Where write() writes.
    enum class Target { Output, Error, Nowhere };
    /// Standard output is somebody else's from here on: a recording goes through it.
    void divert(Target target) { m_target = target; }

    /// Writes all of it. False when nobody reads standard output any more (EPIPE) or it cannot be
    /// written; every later call is then false at once. One thread.
    bool write(std::string_view text);
    [[nodiscard]] bool isOutputGone() const { return m_outputGone; }
    /// Writes one line to standard error, as far as that goes.
    static void complain(std::string_view text);
    /// Waits for some bytes of standard input: how many came, 0 at its end. One thread.
    static std::size_t read(std::span<char> buffer);

private:
    Target m_target = Target::Output;
    bool m_outputGone = false;
#ifdef _WIN32
    unsigned m_codePage = 0; ///< the console's own, put back at the end
#endif
};

} // namespace pipescope::cli
