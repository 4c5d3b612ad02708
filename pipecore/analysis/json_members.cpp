#include "json_members.h"

namespace pipecore {

namespace {

constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace

JsonMembers::JsonMembers(std::string_view text) : m_text(text)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (m_text.starts_with(byteOrderMark)) {
        m_at = byteOrderMark.size();
    }
    skipSpace();
    if (m_at < m_text.size() && (m_text[m_at] == '{' || m_text[m_at] == '[')) {
        m_end = m_text[m_at] == '{' ? '}' : ']';
        ++m_at;
    }
}

void JsonMembers::skipSpace()
{
    while (m_at < m_text.size() && isSpace(m_text[m_at])) {
        ++m_at;
    }
}

bool JsonMembers::skipString()
{
    for (++m_at; m_at < m_text.size(); ++m_at) {
        if (m_text[m_at] == '\\') {
            ++m_at;
        } else if (m_text[m_at] == '"') {
            ++m_at;
            return true;
        }
    }
    return false;
}

std::string_view JsonMembers::takeValue()
{
    const std::size_t begin = m_at;
    std::size_t depth = 0;
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (c == '"') {
            if (!skipString()) {
                return {};
            }
            if (depth == 0) {
                break;
            }
            continue;
        }
        if (c == '{' || c == '[') {
            ++depth;
        } else if (depth != 0 && (c == '}' || c == ']')) {
            if (--depth == 0) {
                ++m_at;
                break;
            }
        } else if (depth == 0 && (c == ',' || c == '}' || c == ']' || isSpace(c))) {
            break;
        }
        ++m_at;
    }
    // A number at the end of the text may go on.
    return m_at < m_text.size() ? m_text.substr(begin, m_at - begin) : std::string_view();
}

std::optional<JsonMembers::Member> JsonMembers::next()
{
    skipSpace();
    if (m_end == '\0' || m_at >= m_text.size()) {
        return std::nullopt;
    }
    if (m_text[m_at] == m_end) {
        m_isWhole = true;
        return std::nullopt;
    }
    if (!m_isFirst) {
        if (m_text[m_at] != ',') {
            return std::nullopt;
        }
        ++m_at;
        skipSpace();
    }
    m_isFirst = false;
    Member member;
    if (m_end == '}') {
        const std::size_t begin = m_at;
        if (m_at >= m_text.size() || m_text[m_at] != '"' || !skipString()) {
            return std::nullopt;
        }
        member.key = m_text.substr(begin + 1, m_at - begin - 2);
        skipSpace();
        if (m_at >= m_text.size() || m_text[m_at] != ':') {
            return std::nullopt;
        }
        ++m_at;
        skipSpace();
    }
    member.value = takeValue();
    return member.value.empty() ? std::nullopt : std::optional(member);
}

std::string_view plainText(std::string_view value)
{
    return value.size() >= 2 && value.front() == '"' ? value.substr(1, value.size() - 2)
                                                     : std::string_view();
}

std::string compactJson(std::string_view value)
{
    std::string text;
    bool isInString = false;
    for (std::size_t at = 0; at < value.size(); ++at) {
        const char c = value[at];
        if (isInString && c == '\\' && at + 1 < value.size()) {
            text += c;
            text += value[++at];
            continue;
        }
        isInString = isInString != (c == '"');
        if (isInString || !isSpace(c)) {
            text += c;
        }
    }
    return text;
}

} // namespace pipecore
