#include "system/input.h"

#include "system/console.h"

#include "pipecore/base/thread_start.h"
#include "pipecore/base/utf8.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace pipescope::cli {

namespace {

constexpr std::size_t readSize = 64 * 1024;
// Read ahead so far and no further: the rest waits in the pipe that standard input is.
constexpr std::size_t waitingLimit = 1024 * 1024;

/// Memory cost of a piece: empty lines take memory too.
std::size_t costOf(const pipecore::Bytes& piece)
{
    return piece.size() + sizeof(pipecore::Bytes);
}

} // namespace

std::optional<pipecore::Bytes> LineSplitter::next()
{
    const std::size_t end = m_waiting.find('\n', m_scanned);
    if (end == std::string::npos) {
        // Given out lines leave only now, once for many of them.
        m_waiting.erase(0, m_taken);
        m_taken = 0;
        m_scanned = m_waiting.size();
        return std::nullopt;
    }
    std::size_t lineEnd = end + 1;
    if (!m_keepEnds) {
        --lineEnd;
        if (lineEnd > m_taken && m_waiting[lineEnd - 1] == '\r') {
            --lineEnd;
        }
    }
    const std::string_view line = std::string_view(m_waiting).substr(m_taken, lineEnd - m_taken);
    m_taken = m_scanned = end + 1;
    return pipecore::toBytes(line);
}

std::optional<pipecore::Bytes> LineSplitter::rest()
{
    const std::string_view line = std::string_view(m_waiting).substr(m_taken);
    if (line.empty()) {
        return std::nullopt;
    }
    auto bytes = pipecore::toBytes(line);
    m_waiting.clear();
    m_taken = m_scanned = 0;
    return bytes;
}

namespace {

/// Bytes at the end of a text that begin a character and do not complete it; 0 when there are none.
std::size_t incompleteAtEnd(std::string_view text)
{
    constexpr std::size_t longest = 4;
    for (std::size_t count = 1; count < longest && count <= text.size(); ++count) {
        const auto byte = static_cast<unsigned char>(text[text.size() - count]);
        if ((byte & 0xC0U) == 0x80) {
            continue; // The character begins before it.
        }
        const std::size_t length = byte >= 0xF0 ? 4U : byte >= 0xE0 ? 3U : byte >= 0xC2 ? 2U : 1U;
        return byte <= 0xF4 && length > count ? count : 0;
    }
    return 0;
}

} // namespace

pipecore::Bytes CharacterKeeper::add(std::string_view bytes)
{
    const std::string all = std::exchange(m_waiting, {}) + std::string(bytes);
    const std::size_t begun = incompleteAtEnd(all);
    const std::string_view whole = std::string_view(all).substr(0, all.size() - begun);
    if (begun == 0 || pipecore::findInvalidUtf8(whole) != std::string_view::npos) {
        return pipecore::toBytes(all);
    }
    m_waiting = all.substr(whole.size());
    return pipecore::toBytes(whole);
}

pipecore::Bytes CharacterKeeper::rest()
{
    return pipecore::toBytes(std::exchange(m_waiting, {}));
}

/// State of the reading thread and the main thread; the last one frees it.
struct Input::State
{
    std::shared_ptr<WakeEvent> wakeEvent;
    mutable std::mutex mutex;
    std::condition_variable room;
    std::deque<pipecore::Bytes> pieces;
    std::size_t waiting = 0;                ///< cost of `pieces`
    bool ended = false;                     ///< no more pieces will be added
    std::optional<pipecore::Error> problem; ///< why it ended, if not by itself
    bool abandoned = false;                 ///< pieces are no longer taken

    /// False when the request was dropped.
    bool put(pipecore::Bytes piece)
    {
        {
            std::unique_lock lock(mutex);
            room.wait(lock, [this] { return abandoned || waiting < waitingLimit; });
            if (abandoned) {
                return false;
            }
            waiting += costOf(piece);
            pieces.push_back(std::move(piece));
        }
        wakeEvent->set();
        return true;
    }
};

Input::Input(std::shared_ptr<WakeEvent> wakeEvent, bool raw, bool keepLineEnds)
    : m_state(std::make_shared<State>())
    , m_raw(raw)
    , m_keepLineEnds(keepLineEnds)
{
    m_state->wakeEvent = std::move(wakeEvent);
}

pipecore::Result<void> Input::start()
{
    std::thread thread;
    auto started = pipecore::startThread(
        thread, "standard input", [state = m_state, raw = m_raw, keepLineEnds = m_keepLineEnds] {
            readAll(*state, raw, keepLineEnds);
            {
                const std::lock_guard lock(state->mutex);
                state->ended = true;
            }
            state->wakeEvent->set();
        });
    if (started) {
        thread.detach();
    }
    return started;
}

Input::~Input()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->abandoned = true;
    }
    m_state->room.notify_one();
}

void Input::readAll(State& state, bool raw, bool keepLineEnds)
{
    std::string buffer(readSize, '\0');
    LineSplitter lines(keepLineEnds);
    CharacterKeeper characters;
    constexpr std::chrono::milliseconds characterTimeout{100};
    for (;;) {
        const auto count = Console::read(buffer);
        if (!count) {
            const std::lock_guard lock(state.mutex);
            state.problem = count.error();
        }
        if (!count || *count == 0) {
            break;
        }
        const std::string_view bytes = std::string_view(buffer).substr(0, *count);
        if (raw) {
            auto piece = characters.add(bytes);
            if (!piece.empty() && !state.put(std::move(piece))) {
                return;
            }
            // Bytes that only look like the beginning of a character may be the end of a question.
            if (characters.holds() && !Console::isInputWaiting(characterTimeout)
                && !state.put(characters.rest())) {
                return;
            }
            continue;
        }
        lines.add(bytes);
        while (auto line = lines.next()) {
            if (!state.put(std::move(*line))) {
                return;
            }
        }
    }
    if (auto line = lines.rest()) {
        state.put(std::move(*line));
    }
    if (characters.holds()) {
        state.put(characters.rest());
    }
}

std::optional<pipecore::Bytes> Input::take()
{
    std::optional<pipecore::Bytes> piece;
    {
        const std::lock_guard lock(m_state->mutex);
        if (m_state->pieces.empty()) {
            return std::nullopt;
        }
        piece = std::move(m_state->pieces.front());
        m_state->pieces.pop_front();
        m_state->waiting -= costOf(*piece);
    }
    m_state->room.notify_one();
    return piece;
}

std::optional<pipecore::Error> Input::problem() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->problem;
}

bool Input::atEnd() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->ended && m_state->pieces.empty();
}

} // namespace pipescope::cli
