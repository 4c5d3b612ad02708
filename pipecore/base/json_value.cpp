#include "pipecore/base/json_value.h"

#include "pipecore/base/hex_digits.h"

#include <nlohmann/json.hpp>

namespace pipecore {

namespace {

using nlohmann::json;

const json& asJson(const void* node)
{
    static const json nothing;
    return node == nullptr ? nothing : *static_cast<const json*>(node);
}

const json* find(const void* node, std::string_view key)
{
    const json& value = asJson(node);
    const auto member = value.find(key);
    return member == value.end() ? nullptr : &*member;
}

std::optional<std::string> fromHex(std::string_view hex)
{
    if (hex.size() % 2 != 0) {
        return std::nullopt;
    }
    std::string bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        if (!isHexDigit(hex[i]) || !isHexDigit(hex[i + 1])) {
            return std::nullopt;
        }
        bytes.push_back(static_cast<char>(hexByte(hex[i], hex[i + 1])));
    }
    return bytes;
}

} // namespace

struct JsonValue::Document
{
    json root;
};

std::optional<JsonValue> JsonValue::parse(std::string_view text)
{
    constexpr bool throws = false;
    auto document = std::make_shared<const Document>(Document{json::parse(text, nullptr, throws)});
    if (document->root.is_discarded()) {
        return std::nullopt;
    }
    JsonValue value;
    value.m_node = &document->root;
    value.m_document = std::move(document);
    return value;
}

bool JsonValue::isObject() const
{
    return asJson(m_node).is_object();
}

bool JsonValue::has(std::string_view key) const
{
    return find(m_node, key) != nullptr;
}

JsonValue JsonValue::member(std::string_view key) const
{
    JsonValue value;
    value.m_document = m_document;
    value.m_node = find(m_node, key);
    return value;
}

std::string JsonValue::text(std::string_view key) const
{
    const auto textOf = [](const json* value) {
        return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
    };
    if (const json* hex = find(m_node, std::string(key) + "Hex"); hex != nullptr) {
        if (auto bytes = fromHex(textOf(hex))) {
            return std::move(*bytes);
        }
    }
    return textOf(find(m_node, key));
}

bool JsonValue::boolean(std::string_view key) const
{
    const json* value = find(m_node, key);
    return value != nullptr && value->is_boolean() && value->get<bool>();
}

std::vector<JsonValue> JsonValue::items(std::string_view key) const
{
    std::vector<JsonValue> all;
    const json* value = find(m_node, key);
    if (value != nullptr && value->is_array()) {
        for (const json& item : *value) {
            JsonValue& one = all.emplace_back();
            one.m_document = m_document;
            one.m_node = &item;
        }
    }
    return all;
}

std::string JsonValue::asText() const
{
    const json& value = asJson(m_node);
    return value.is_string() ? value.get<std::string>() : std::string();
}

std::string JsonValue::compact() const
{
    return asJson(m_node).dump(-1, ' ', false, json::error_handler_t::replace);
}

JsonValue::Number JsonValue::wholeNumber(std::string_view key) const
{
    const json* value = find(m_node, key);
    if (value != nullptr && value->is_number_unsigned()) {
        return {.bits = value->get<std::uint64_t>()};
    }
    if (value != nullptr && value->is_number_integer()) {
        return {.bits = static_cast<std::uint64_t>(value->get<std::int64_t>()), .isNegative = true};
    }
    return {};
}

} // namespace pipecore
