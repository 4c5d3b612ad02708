#include "head_lines.h"

#include "number_bytes.h"

#include <algorithm>

namespace pipecore {

namespace {

constexpr std::string_view lengthName = "Content-Length";

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string_view trimmed(std::string_view text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

} // namespace

bool isTokenChar(char c)
{
    constexpr std::string_view signs = "!#$%&'*+-.^_`|~";
    return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z')
           || signs.find(c) != std::string_view::npos;
}

bool isSameName(std::string_view one, std::string_view other)
{
    return std::ranges::equal(one, other, {}, lower, lower);
}

std::optional<HeadField> headField(std::string_view line)
{
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0
        || !std::ranges::all_of(line.substr(0, colon), isTokenChar)) {
        return std::nullopt;
    }
    return HeadField{line.substr(0, colon), trimmed(line.substr(colon + 1))};
}

std::optional<std::string_view> HeadLines::next()
{
    if (m_rest.empty()) {
        return std::nullopt;
    }
    const std::size_t end = m_rest.find('\n');
    std::string_view line = m_rest.substr(0, end);
    m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : end + 1);
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

ContentLength contentLengthOf(std::string_view head)
{
    ContentLength result;
    HeadLines lines(head);
    while (const auto line = lines.next()) {
        const auto field = headField(*line);
        if (!field || !isSameName(field->name, lengthName)) {
            continue;
        }
        std::uint64_t value = 0;
        // More than 62 bits would overflow sums.
        const bool good = readNumber(field->value, value) && value >> 62U == 0;
        result.isWrong = result.isWrong || !good || (result.isThere && value != result.value);
        if (!result.isThere) {
            result.isThere = true;
            result.value = value;
            result.text = field->value;
        }
    }
    return result;
}

std::optional<std::string_view> fieldValue(std::string_view head, std::string_view name)
{
    HeadLines lines(head);
    while (const auto line = lines.next()) {
        const auto field = headField(*line);
        if (field && isSameName(field->name, name)) {
            return field->value;
        }
    }
    return std::nullopt;
}

bool hasWord(std::string_view head, std::string_view name, std::string_view word)
{
    HeadLines lines(head);
    while (const auto line = lines.next()) {
        const auto field = headField(*line);
        if (!field || !isSameName(field->name, name)) {
            continue;
        }
        for (std::string_view rest = field->value; !rest.empty();) {
            const std::size_t comma = rest.find(',');
            if (isSameName(trimmed(rest.substr(0, comma)), word)) {
                return true;
            }
            rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
        }
    }
    return false;
}

std::string withContentLength(std::string_view head, std::uint64_t length)
{
    std::string result;
    const std::string number = std::to_string(length);
    bool isThere = false;
    HeadLines lines(head);
    for (std::size_t at = 0; const auto line = lines.next();) {
        const auto whole = head.substr(at, head.find('\n', at) - at + 1);
        at += whole.size();
        const auto field = headField(*line);
        if (!field || !isSameName(field->name, lengthName)) {
            result += whole;
        } else if (!isThere) {
            isThere = true;
            const auto value = static_cast<std::size_t>(field->value.data() - whole.data());
            result.append(whole.substr(0, value)).append(number);
            result += whole.substr(value + field->value.size());
        }
    }
    if (isThere) {
        return result;
    }
    const bool isCrlf = head.ends_with("\r\n");
    const std::string_view end = isCrlf ? "\r\n" : "\n";
    result.resize(result.size() - std::min(result.size(), end.size()));
    result.append(lengthName).append(": ").append(number).append(end).append(end);
    return result;
}

} // namespace pipecore
