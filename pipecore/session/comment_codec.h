#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pipecore {

/// Puts a comment of `key=value` pairs together, as docs/SESSION_FORMAT.md has it.
class CommentWriter
{
public:
    /// Starts with a word that marks the comment as ours; may be empty.
    explicit CommentWriter(std::string_view mark = {}) : m_text(mark) {}
    /// A value of letters, digits and `.,:/_-` that needs no quotes.
    CommentWriter& word(std::string_view key, std::string_view value);
    /// Any bytes, in quotes; bytes other than printable UTF-8 are written as \xHH.
    CommentWriter& text(std::string_view key, std::string_view value);
    template <std::integral T>
    CommentWriter& number(std::string_view key, T value)
    {
        return word(key, std::to_string(value));
    }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    void begin(std::string_view key);

    std::string m_text;
};

/// The pairs of a comment, in order.
class CommentPairs
{
public:
    /// Empty when `comment` is not wholly of the grammar.
    [[nodiscard]] static std::optional<CommentPairs> parse(std::string_view comment);

    /// The first value of that key, or empty.
    [[nodiscard]] std::string_view find(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const;
    /// The first value of that key as a number, if it is one.
    template <std::integral T>
    [[nodiscard]] std::optional<T> number(std::string_view key) const
    {
        const std::string_view value = find(key);
        T number{};
        const char* end = value.data() + value.size();
        const auto [rest, error] = std::from_chars(value.data(), end, number);
        if (error != std::errc{} || rest != end || value.empty()) {
            return std::nullopt;
        }
        return number;
    }

private:
    std::vector<std::pair<std::string, std::string>> m_pairs;
};

} // namespace pipecore
