#include "pipecore/discovery/listing.h"

#include "pipecore/base/utf8.h"

#include <algorithm>

namespace pipecore {

namespace {

std::string toLower(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

/// `*` is any text, `?` is one character. Takes time in proportion to both lengths, whatever the
/// pattern: only the last `*` is ever tried again.
bool matchesPattern(std::string_view pattern, std::string_view text)
{
    std::size_t at = 0;
    std::size_t patternAt = 0;
    std::size_t star = std::string_view::npos;
    std::size_t starAt = 0;
    while (at < text.size()) {
        if (patternAt < pattern.size() && pattern[patternAt] == '*') {
            star = patternAt++;
            starAt = at;
        } else if (patternAt < pattern.size() && pattern[patternAt] == '?') {
            at += decodeUtf8(text, at).length;
            ++patternAt;
        } else if (patternAt < pattern.size() && pattern[patternAt] == text[at]) {
            ++at;
            ++patternAt;
        } else if (star != std::string_view::npos) {
            patternAt = star + 1;
            starAt += decodeUtf8(text, starAt).length;
            at = starAt;
        } else {
            return false;
        }
    }
    while (patternAt < pattern.size() && pattern[patternAt] == '*') {
        ++patternAt;
    }
    return patternAt == pattern.size();
}

} // namespace

PipeFilter::PipeFilter(std::string_view text)
{
    constexpr std::string_view blanks = " \t";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) {
        return;
    }
    m_pattern = toLower(text.substr(first, text.find_last_not_of(blanks) - first + 1));
    m_hasWildcards = m_pattern.find_first_of("*?") != std::string::npos;
}

bool PipeFilter::matches(std::string_view text) const
{
    const std::string lower = toLower(text);
    return m_hasWildcards ? matchesPattern(m_pattern, lower) : lower.contains(m_pattern);
}

bool PipeFilter::matches(const ListedPipe& pipe) const
{
    return isEmpty() || matches(pipe.name) || matches(pipe.path) || matches(serverName(pipe));
}

} // namespace pipecore
