#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pipecore {

/// A value read from JSON (nlohmann-json). A value type: copies share what was read. A member that is missing, or
/// of another type, reads as nothing: files may come from later versions, or be damaged.
class JsonValue
{
public:
    /// Reads as nothing.
    JsonValue() = default;
    /// Empty when `text` is not one JSON value in UTF-8.
    [[nodiscard]] static std::optional<JsonValue> parse(std::string_view text);

    [[nodiscard]] bool isObject() const;
    [[nodiscard]] bool has(std::string_view key) const;
    /// A member of an object; nothing when there is none.
    [[nodiscard]] JsonValue member(std::string_view key) const;
    /// A member's text, from `<key>Hex` if present (see JsonWriter::text); empty without one.
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] bool boolean(std::string_view key) const;
    /// The values of a member that is an array; empty when it is none.
    [[nodiscard]] std::vector<JsonValue> items(std::string_view key) const;
    /// This value's own text; empty when it is none.
    [[nodiscard]] std::string asText() const;
    /// This value as JSON again, on one line.
    [[nodiscard]] std::string compact() const;
    /// A member's number, 0 when there is none or it does not fit.
    template <std::integral T>
    [[nodiscard]] T number(std::string_view key) const
    {
        const Number number = wholeNumber(key);
        if (number.isNegative) {
            const auto value = static_cast<std::int64_t>(number.bits);
            return std::in_range<T>(value) ? static_cast<T>(value) : T{};
        }
        return std::in_range<T>(number.bits) ? static_cast<T>(number.bits) : T{};
    }

private:
    struct Number
    {
        std::uint64_t bits = 0; ///< of a std::int64_t when it is negative
        bool isNegative = false;
    };
    struct Document;

    [[nodiscard]] Number wholeNumber(std::string_view key) const;

    std::shared_ptr<const Document> m_document;
    const void* m_node = nullptr; ///< a value of the document
};

} // namespace pipecore
