#include "pattern.h"

namespace pipecore::lua {

namespace {

bool isBetween(char c, char first, char last)
{
    return c >= first && c <= last;
}

bool isDigit(char c)
{
    return isBetween(c, '0', '9');
}

bool isLower(char c)
{
    return isBetween(c, 'a', 'z');
}

bool isUpper(char c)
{
    return isBetween(c, 'A', 'Z');
}

char toLower(char c)
{
    return isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Whether a character is of a class, as `a` of %a; a capital letter is all others.
bool isOfClass(char c, char name)
{
    const bool isLetter = isLower(c) || isUpper(c);
    const bool isGraph = isBetween(c, '!', '~');
    bool result = false;
    switch (toLower(name)) {
    case 'a': result = isLetter; break;
    case 'c': result = isBetween(c, '\0', '\x1f') || c == '\x7f'; break;
    case 'd': result = isDigit(c); break;
    case 'g': result = isGraph; break;
    case 'l': result = isLower(c); break;
    case 'p': result = isGraph && !isLetter && !isDigit(c); break;
    case 's': result = c == ' ' || isBetween(c, '\t', '\r'); break;
    case 'u': result = isUpper(c); break;
    case 'w': result = isLetter || isDigit(c); break;
    case 'z': result = c == '\0'; break; // of earlier versions
    case 'x': result = isDigit(c) || isBetween(toLower(c), 'a', 'f'); break;
    default: return c == name; // the character itself
    }
    return result != isUpper(name);
}

unsigned char valueOf(char c)
{
    return static_cast<unsigned char>(c);
}

} // namespace

bool PatternSearch::step(std::size_t count)
{
    m_isOver = m_isOver || !m_steps->take(count);
    return !m_isOver;
}

std::size_t PatternSearch::wrong(const char* mistake)
{
    m_mistake = m_mistake == nullptr ? mistake : m_mistake;
    return nowhere;
}

PatternEnd PatternSearch::matchAt(std::size_t at)
{
    m_count = 0;
    m_depth = 0;
    m_begin = at;
    m_end = match(at, 0);
    if (m_mistake != nullptr) {
        return PatternEnd::Mistake;
    }
    if (m_isOver) {
        return PatternEnd::OverBudget;
    }
    for (std::size_t index = 0; m_end != nowhere && index < m_count; ++index) {
        if (m_captures[index].length == open) {
            wrong("unfinished capture");
            return PatternEnd::Mistake;
        }
    }
    return m_end == nowhere ? PatternEnd::None : PatternEnd::Found;
}

PatternEnd PatternSearch::find(std::size_t from, bool anchored)
{
    for (std::size_t at = from; at <= m_text.size(); ++at) {
        const PatternEnd end = matchAt(at);
        if (end != PatternEnd::None || anchored) {
            return end;
        }
    }
    return PatternEnd::None;
}

/// Where the item of the pattern at `item` ends, without what says how often it comes.
std::size_t PatternSearch::itemEnd(std::size_t item)
{
    const std::size_t size = m_pattern.size();
    std::size_t at = item + 1;
    if (m_pattern[item] == '%') {
        return at < size ? at + 1 : wrong("malformed pattern (ends with '%')");
    }
    if (m_pattern[item] != '[') {
        return at;
    }
    at += at < size && m_pattern[at] == '^' ? 1 : 0;
    // A bracket in the first place is one of the set.
    for (bool isFirst = true; at < size && (isFirst || m_pattern[at] != ']'); isFirst = false) {
        at += m_pattern[at] == '%' ? 2 : 1;
    }
    return at < size ? at + 1 : wrong("malformed pattern (missing ']')");
}

/// `end`: behind the closing bracket.
bool PatternSearch::isInSet(char c, std::size_t set, std::size_t end) const
{
    std::size_t at = set + 1;
    const bool isInverse = m_pattern[at] == '^';
    at += isInverse ? 1 : 0;
    const std::size_t last = end - 1;
    while (at < last) {
        const char first = m_pattern[at];
        if (first == '%') {
            if (isOfClass(c, m_pattern[at + 1])) {
                return !isInverse;
            }
            at += 2;
        } else if (at + 2 < last && m_pattern[at + 1] == '-') {
            if (valueOf(c) >= valueOf(first) && valueOf(c) <= valueOf(m_pattern[at + 2])) {
                return !isInverse;
            }
            at += 3;
        } else {
            if (c == first) {
                return !isInverse;
            }
            ++at;
        }
    }
    return isInverse;
}

bool PatternSearch::fits(std::size_t at, std::size_t item, std::size_t next) const
{
    if (at >= m_text.size()) {
        return false;
    }
    const char c = m_text[at];
    switch (m_pattern[item]) {
    case '.': return true;
    case '%': return isOfClass(c, m_pattern[item + 1]);
    case '[': return isInSet(c, item, next);
    default: return c == m_pattern[item];
    }
}

std::size_t PatternSearch::match(std::size_t at, std::size_t item)
{
    if (m_depth >= maxDepth) {
        return wrong("pattern too complex");
    }
    ++m_depth;
    const std::size_t end = matchItems(at, item);
    --m_depth;
    return end;
}

/// Items that need no way back are a loop; at others the rest is tried.
std::size_t PatternSearch::matchItems(std::size_t at, std::size_t item)
{
    while (item < m_pattern.size()) {
        if (!step(1)) {
            return nowhere;
        }
        const bool isLast = item + 1 >= m_pattern.size();
        const char follows = isLast ? '\0' : m_pattern[item + 1];
        switch (m_pattern[item]) {
        case '(':
            return follows == ')' ? openCapture(at, item + 2, position)
                                  : openCapture(at, item + 1, open);
        case ')': return closeCapture(at, item + 1);
        case '$':
            if (isLast) {
                return at == m_text.size() ? at : nowhere;
            }
            break;
        case '%':
            if (follows == 'b') {
                at = balanced(at, item + 2);
                item += 4;
            } else if (follows == 'f') {
                if (item + 2 >= m_pattern.size() || m_pattern[item + 2] != '[') {
                    return wrong("missing '[' after '%f' in pattern");
                }
                const std::size_t end = itemEnd(item + 2);
                if (end == nowhere || isInSet(at == 0 ? '\0' : m_text[at - 1], item + 2, end)
                    || !isInSet(textAt(at), item + 2, end)) {
                    return nowhere;
                }
                item = end;
            } else if (isDigit(follows)) {
                at = sameAgain(at, follows);
                item += 2;
            } else {
                break;
            }
            if (at == nowhere) {
                return nowhere;
            }
            continue;
        default: break;
        }
        const std::size_t next = itemEnd(item);
        if (next == nowhere) {
            return nowhere;
        }
        switch (next < m_pattern.size() ? m_pattern[next] : '\0') {
        case '*': return most(at, item, next);
        case '+': return fits(at, item, next) ? most(at + 1, item, next) : nowhere;
        case '-': return fewest(at, item, next);
        case '?':
            if (fits(at, item, next)) {
                const std::size_t end = match(at + 1, next + 1);
                if (end != nowhere || m_isOver || m_mistake != nullptr) {
                    return end;
                }
            }
            item = next + 1;
            break;
        default:
            if (!fits(at, item, next)) {
                return nowhere;
            }
            ++at;
            item = next;
        }
    }
    return at;
}

/// As often as possible, then less often until the rest fits.
std::size_t PatternSearch::most(std::size_t at, std::size_t item, std::size_t next)
{
    std::size_t last = at;
    const std::size_t cost = 1 + (next - item) / 16;
    while (fits(last, item, next)) {
        ++last;
        if (!step(cost)) {
            return nowhere;
        }
    }
    while (true) {
        const std::size_t end = match(last, next + 1);
        if (end != nowhere || last == at || m_isOver || m_mistake != nullptr) {
            return end;
        }
        --last;
    }
}

std::size_t PatternSearch::fewest(std::size_t at, std::size_t item, std::size_t next)
{
    const std::size_t cost = 1 + (next - item) / 16;
    while (true) {
        const std::size_t end = match(at, next + 1);
        if (end != nowhere || m_isOver || m_mistake != nullptr || !fits(at, item, next)) {
            return end;
        }
        ++at;
        if (!step(cost)) {
            return nowhere;
        }
    }
}

std::size_t PatternSearch::openCapture(std::size_t at, std::size_t item, std::size_t length)
{
    if (m_count == maxCaptures) {
        return wrong("too many captures");
    }
    m_captures[m_count++] = {at, length};
    const std::size_t end = match(at, item);
    m_count -= end == nowhere ? 1 : 0;
    return end;
}

std::size_t PatternSearch::closeCapture(std::size_t at, std::size_t item)
{
    std::size_t index = m_count;
    while (index > 0 && m_captures[index - 1].length != open) {
        --index;
    }
    if (index == 0) {
        return wrong("invalid pattern capture");
    }
    Capture& capture = m_captures[index - 1];
    capture.length = at - capture.begin;
    const std::size_t end = match(at, item);
    if (end == nowhere) {
        capture.length = open;
    }
    return end;
}

/// %bxy: behind the y that belongs to the x at `at`.
std::size_t PatternSearch::balanced(std::size_t at, std::size_t item)
{
    if (item + 1 >= m_pattern.size()) {
        return wrong("malformed pattern (missing arguments to '%b')");
    }
    const char begins = m_pattern[item];
    const char ends = m_pattern[item + 1];
    if (at >= m_text.size() || m_text[at] != begins) {
        return nowhere;
    }
    std::size_t level = 1;
    for (std::size_t place = at + 1; place < m_text.size() && step(1); ++place) {
        if (m_text[place] == ends) {
            if (--level == 0) {
                return place + 1;
            }
        } else if (m_text[place] == begins) {
            ++level;
        }
    }
    return nowhere;
}

/// %1: the text of a capture once more.
std::size_t PatternSearch::sameAgain(std::size_t at, char digit)
{
    const auto index = static_cast<std::size_t>(digit - '1');
    if (digit == '0' || index >= m_count || m_captures[index].length == open) {
        return wrong("invalid capture index in pattern");
    }
    const Capture& capture = m_captures[index];
    const std::size_t length = capture.length; // a place is no text
    if (length == position || length > m_text.size() - at || !step(1 + length / 16)) {
        return nowhere;
    }
    return m_text.substr(at, length) == m_text.substr(capture.begin, length) ? at + length
                                                                             : nowhere;
}

} // namespace pipecore::lua
