#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pipecore {

/// Goes through the members of one JSON object, or the items of one array, without reading what is in them:
/// for looking at a few members of very many texts. Believes that the values are JSON.
class JsonMembers
{
public:
    struct Member
    {
        std::string_view key;   ///< as it is written, without quotes; empty for an item
        std::string_view value; ///< as it is written
    };

    /// The text of an object or an array, with white space around it.
    explicit JsonMembers(std::string_view text);
    /// It begins as an object, or as an array.
    [[nodiscard]] bool isObject() const { return m_end == '}'; }
    [[nodiscard]] bool isArray() const { return m_end == ']'; }
    /// Empty behind the last one, and where the text is wrong or ends too early.
    [[nodiscard]] std::optional<Member> next();
    /// After the last next(): all of the object was there.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

private:
    void skipSpace();
    /// The value at the current place, and goes behind it; empty when it does not end.
    [[nodiscard]] std::string_view takeValue();
    [[nodiscard]] bool skipString();

    std::string_view m_text;
    std::size_t m_at = 0;
    char m_end = '\0';
    bool m_isFirst = true;
    bool m_isWhole = false;
};

/// The text of a JSON string without quotes; empty for another value.
[[nodiscard]] std::string_view plainText(std::string_view value);
/// A JSON value without white space around its parts.
[[nodiscard]] std::string compactJson(std::string_view value);

} // namespace pipecore
