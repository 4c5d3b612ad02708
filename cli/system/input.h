#pragma once

#include "system/wake_event.h"

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace pipescope::cli {

/// Cuts bytes into lines, however they arrive.
class LineSplitter
{
public:
    /// `keepEnds`: a line keeps its LF or CRLF.
    explicit LineSplitter(bool keepEnds) : m_keepEnds(keepEnds) {}

    void add(std::string_view bytes) { m_waiting += bytes; }
    /// The next whole line, if there is one.
    [[nodiscard]] std::optional<pipecore::Bytes> next();
    /// The text after the last line end, if any.
    [[nodiscard]] std::optional<pipecore::Bytes> rest();

private:
    bool m_keepEnds;
    std::string m_waiting;
    std::size_t m_taken = 0;   ///< of m_waiting, given out already
    std::size_t m_scanned = 0; ///< of m_waiting, has no further line end
};

/// Keeps characters of UTF-8 whole in bytes that are cut anywhere: what begins at the end of a piece and
/// is not complete waits for the next. In what is no UTF-8 nothing waits.
class CharacterKeeper
{
public:
    /// Bytes that can go; empty when all of them wait.
    [[nodiscard]] pipecore::Bytes add(std::string_view bytes);
    /// Something waits.
    [[nodiscard]] bool holds() const { return !m_waiting.empty(); }
    /// Bytes that wait, as they are.
    [[nodiscard]] pipecore::Bytes rest();

private:
    std::string m_waiting; ///< up to three bytes
};

/// Standard input, read ahead by a thread of its own: a read of a console cannot be waited for together
/// with anything else.
class Input
{
public:
    /// `raw`: pieces are what one read gives, with whole characters; otherwise lines, with their ends if `keepLineEnds`. The
    /// wakeEvent is rung for each piece and at the end. Nothing is read before start().
    Input(std::shared_ptr<WakeEvent> wakeEvent, bool raw, bool keepLineEnds);
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;
    /// Leaves the thread to end with the process if it waits in a read: nothing can wake it there.
    ~Input();

    /// Starts reading, once. Resources without a thread.
    [[nodiscard]] pipecore::Result<void> start();
    /// The next piece, if available.
    [[nodiscard]] std::optional<pipecore::Bytes> take();
    /// All was taken and nothing more comes.
    [[nodiscard]] bool atEnd() const;
    /// At the end: why it could not be read any further, if that is so.
    [[nodiscard]] std::optional<pipecore::Error> problem() const;

private:
    struct State;
    static void readAll(State& state, bool raw, bool keepLineEnds);

    std::shared_ptr<State> m_state;
    bool m_raw;
    bool m_keepLineEnds;
};

} // namespace pipescope::cli
