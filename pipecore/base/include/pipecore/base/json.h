#pragma once

#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

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
    /// A limit: null when it is 0, which means none.
    template <std::integral T>
    JsonWriter& limit(std::string_view key, T value)
    {
        return value == 0 ? this->value(key, "null") : number(key, value);
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

} // namespace pipecore
