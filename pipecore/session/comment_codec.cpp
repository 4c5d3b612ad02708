#include "comment_codec.h"

#include "pipecore/base/clean_text.h"
#include "pipecore/base/hex_digits.h"
#include "pipecore/base/utf8.h"

#include <algorithm>

namespace pipecore {

namespace {

bool isKeyCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
           || std::string_view(".,:/_-").find(c) != std::string_view::npos;
}

/// Reads a value in quotes from the start of `rest`, which is moved behind it.
std::optional<std::string> takeQuoted(std::string_view& rest)
{
    std::string value;
    std::size_t i = 1;
    for (; i < rest.size() && rest[i] != '"'; ++i) {
        if (rest[i] != '\\') {
            value.push_back(rest[i]);
            continue;
        }
        if (++i == rest.size()) {
            return std::nullopt;
        }
        if (rest[i] == '"' || rest[i] == '\\') {
            value.push_back(rest[i]);
            continue;
        }
        if (rest[i] != 'x' || rest.size() - i < 3) {
            return std::nullopt;
        }
        if (!isHexDigit(rest[i + 1]) || !isHexDigit(rest[i + 2])) {
            return std::nullopt;
        }
        value.push_back(static_cast<char>(hexByte(rest[i + 1], rest[i + 2])));
        i += 2;
    }
    if (i == rest.size()) {
        return std::nullopt;
    }
    rest.remove_prefix(i + 1);
    return value;
}

} // namespace

void CommentWriter::begin(std::string_view key)
{
    if (!m_text.empty()) {
        m_text += ' ';
    }
    m_text += key;
    m_text += '=';
}

CommentWriter& CommentWriter::word(std::string_view key, std::string_view value)
{
    begin(key);
    m_text += value;
    return *this;
}

CommentWriter& CommentWriter::text(std::string_view key, std::string_view value)
{
    begin(key);
    m_text += '"';
    for (std::size_t i = 0; i < value.size();) {
        const Utf8Step step = decodeUtf8(value, i);
        const std::string_view character = value.substr(i, step.length);
        if (!step.valid || !isPrintable(step.codePoint)) {
            for (const char c : character) {
                const auto byte = static_cast<unsigned char>(c);
                m_text += "\\x";
                m_text += lowerHexDigits[byte >> 4U];
                m_text += lowerHexDigits[byte & 0xFU];
            }
        } else {
            if (character == "\"" || character == "\\") {
                m_text += '\\';
            }
            m_text += character;
        }
        i += step.length;
    }
    m_text += '"';
    return *this;
}

std::optional<CommentPairs> CommentPairs::parse(std::string_view comment)
{
    CommentPairs pairs;
    for (;;) {
        const auto keyEnd = std::ranges::find_if_not(comment, isKeyCharacter);
        const std::string_view key(comment.begin(), keyEnd);
        if (key.empty() || keyEnd == comment.end() || *keyEnd != '=') {
            return std::nullopt;
        }
        comment.remove_prefix(key.size() + 1);

        std::string value;
        if (comment.starts_with('"')) {
            auto quoted = takeQuoted(comment);
            if (!quoted) {
                return std::nullopt;
            }
            value = std::move(*quoted);
        } else {
            const auto end = std::ranges::find_if_not(comment, isWordCharacter);
            value.assign(comment.begin(), end);
            comment.remove_prefix(value.size());
        }
        pairs.m_pairs.emplace_back(key, std::move(value));
        if (comment.empty()) {
            return pairs;
        }
        if (comment.front() != ' ') {
            return std::nullopt;
        }
        comment.remove_prefix(1);
    }
}

std::string_view CommentPairs::find(std::string_view key) const
{
    const auto pair = std::ranges::find(m_pairs, key, &std::pair<std::string, std::string>::first);
    return pair == m_pairs.end() ? std::string_view() : std::string_view(pair->second);
}

bool CommentPairs::has(std::string_view key) const
{
    return std::ranges::find(m_pairs, key, &std::pair<std::string, std::string>::first)
           != m_pairs.end();
}

} // namespace pipecore
