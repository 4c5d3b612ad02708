#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pipecore {

/// Writes one JSON object, member by member.
class JsonWriter
{
public:
    JsonWriter() { m_text += '{'; }
    template <std::integral T>
    JsonWriter& number(std::string_view key, T value)
    {
        begin(key);
        m_text += std::to_string(value);
        return *this;
    }
    JsonWriter& boolean(std::string_view key, bool value);
    /// Any bytes. Text that is not UTF-8 is written with U+FFFD in it, and once more as it is in a
    /// member
    /// `<key>Hex` of hexadecimal digits.
    JsonWriter& text(std::string_view key, std::string_view value);
    /// A value that is JSON already.
    JsonWriter& value(std::string_view key, std::string_view json);
    JsonWriter& beginObject(std::string_view key);
    JsonWriter& endObject();
    JsonWriter& texts(std::string_view key, std::span<const std::string_view> values);
    /// An array of objects, each as another writer's take() gave it.
    JsonWriter& objects(std::string_view key, std::span<const std::string> values);
    [[nodiscard]] std::string take();

private:
    void begin(std::string_view key);
    void quoted(std::string_view text);

    std::string m_text;
};

/// A value read from JSON. Numbers keep their spelling, so that none loses a digit.
class JsonValue
{
public:
    /// Empty when `text` is not one JSON value, or nested deeper than any of ours.
    [[nodiscard]] static std::optional<JsonValue> parse(std::string_view text);

    [[nodiscard]] bool isObject() const { return m_type == Type::Object; }
    /// A member of an object; null when there is none.
    [[nodiscard]] const JsonValue* find(std::string_view key) const;
    /// A member's text, from `<key>Hex` if that is there; empty when there is none.
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] bool boolean(std::string_view key) const;
    /// A member's number, 0 when there is none or it does not fit.
    template <std::integral T>
    [[nodiscard]] T number(std::string_view key) const
    {
        const JsonValue* value = find(key);
        return value == nullptr || value->m_type != Type::Number ? T{} : toNumber<T>(value->m_text);
    }

private:
    enum class Type { Null, Boolean, Number, Text, Array, Object };
    friend class JsonParser;

    template <std::integral T>
    static T toNumber(const std::string& text)
    {
        T number{};
        const char* end = text.data() + text.size();
        const auto [rest, error] = std::from_chars(text.data(), end, number);
        return error == std::errc{} && rest == end ? number : T{};
    }

    Type m_type = Type::Null;
    std::string m_text; ///< of a Text; spelling of a Number or Boolean
    std::vector<std::pair<std::string, JsonValue>> m_members; ///< of an Object, in order
};

} // namespace pipecore
