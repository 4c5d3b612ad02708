#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pipecore::lua {

/// Work that may still be done: a step is about an instruction of Lua, or 16 bytes that are looked at.
struct StepBudget
{
    std::uint64_t left = 0;

    /// Takes steps out of it; false when there are not so many left.
    [[nodiscard]] bool take(std::uint64_t steps)
    {
        const bool isEnough = steps <= left;
        left = isEnough ? left - steps : 0;
        return isEnough;
    }
};

/// How a search ended.
enum class PatternEnd : std::uint8_t {
    Found,
    None,
    OverBudget, ///< the steps were used up
    Mistake,    ///< in the pattern; mistake() says it
};

/// Searches a text for a pattern of Lua (Lua 5.4 manual, 6.4.1) and counts its steps: a pattern can take a
/// time that grows with a power of the text's length, and Lua's own functions cannot be stopped meanwhile.
/// Classes (%a, %d, ...) are those of ASCII. Trivially destructible, because errors of Lua jump over it.
class PatternSearch
{
public:
    static constexpr std::size_t maxCaptures = 32;

    struct Capture
    {
        std::size_t begin = 0;
        std::size_t length = 0; ///< `open`: not closed yet; `position`: of none, only its place
    };
    static constexpr std::size_t open = static_cast<std::size_t>(-1);
    static constexpr std::size_t position = static_cast<std::size_t>(-2);

    /// Refers to all of them.
    PatternSearch(std::string_view text, std::string_view pattern, StepBudget& steps)
        : m_text(text)
        , m_pattern(pattern)
        , m_steps(&steps)
    {}

    /// Tries one place of the text.
    [[nodiscard]] PatternEnd matchAt(std::size_t at);
    /// Tries all places from `from` on; `anchored`: only that one.
    [[nodiscard]] PatternEnd find(std::size_t from, bool anchored);

    // Of what was found:
    [[nodiscard]] std::size_t begin() const { return m_begin; }
    [[nodiscard]] std::size_t end() const { return m_end; }
    [[nodiscard]] std::size_t captures() const { return m_count; }
    [[nodiscard]] const Capture& capture(std::size_t index) const { return m_captures[index]; }
    /// What is wrong with the pattern.
    [[nodiscard]] const char* mistake() const { return m_mistake; }

private:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    static constexpr unsigned maxDepth = 200;

    std::size_t match(std::size_t at, std::size_t item);
    std::size_t matchItems(std::size_t at, std::size_t item);
    std::size_t most(std::size_t at, std::size_t item, std::size_t next);
    std::size_t fewest(std::size_t at, std::size_t item, std::size_t next);
    std::size_t openCapture(std::size_t at, std::size_t item, std::size_t length);
    std::size_t closeCapture(std::size_t at, std::size_t item);
    std::size_t balanced(std::size_t at, std::size_t item);
    std::size_t sameAgain(std::size_t at, char digit);
    std::size_t itemEnd(std::size_t item);
    [[nodiscard]] bool fits(std::size_t at, std::size_t item, std::size_t next) const;
    [[nodiscard]] bool isInSet(char c, std::size_t set, std::size_t end) const;
    [[nodiscard]] char textAt(std::size_t at) const
    {
        return at < m_text.size() ? m_text[at] : '\0';
    }
    bool step(std::size_t count);
    std::size_t wrong(const char* mistake);

    std::string_view m_text;
    std::string_view m_pattern;
    StepBudget* m_steps;
    std::array<Capture, maxCaptures> m_captures{};
    std::size_t m_count = 0;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    unsigned m_depth = 0;
    const char* m_mistake = nullptr;
    bool m_isOver = false;
};

} // namespace pipecore::lua
