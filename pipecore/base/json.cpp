#include "pipecore/base/json.h"

#include "pipecore/base/clean_text.h"
#include "pipecore/base/hex_digits.h"
#include "pipecore/base/printable.h"
#include "pipecore/base/utf8.h"

#include <algorithm>

namespace pipecore {

namespace {

constexpr int deepest = 16;
constexpr char32_t lastOfTheFirstPlane = 0xFFFF; // beyond it \u takes two

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

void JsonWriter::begin(std::string_view key)
{
    if (m_text.back() != '{') {
        m_text += ',';
    }
    quoted(key);
    m_text += ':';
}

void JsonWriter::quoted(std::string_view text)
{
    m_text += '"';
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7F) {
            if (c == '"' || c == '\\') {
                m_text += '\\';
            }
            m_text += c;
            continue;
        }
        // A terminal takes C1 (U+0080 to U+009F) for commands as well, and bidi controls turn the line.
        const Utf8Step step = decodeUtf8(text, i);
        if (step.codePoint <= lastOfTheFirstPlane && !isPrintable(step.codePoint)) {
            m_text += "\\u";
            for (const unsigned shift : {12U, 8U, 4U, 0U}) {
                m_text += lowerHexDigits[(step.codePoint >> shift) & 0xFU];
            }
        } else {
            m_text += text.substr(i, step.length);
        }
        i += step.length - 1;
    }
    m_text += '"';
}

JsonWriter& JsonWriter::boolean(std::string_view key, bool value)
{
    begin(key);
    m_text += value ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view key, std::string_view value)
{
    begin(key);
    if (findInvalidUtf8(value) == std::string_view::npos) {
        quoted(value);
        return *this;
    }
    quoted(toValidUtf8(value, std::string::npos));
    begin(std::string(key) + "Hex");
    m_text += '"';
    for (const char c : value) {
        m_text += lowerHexDigits[static_cast<unsigned char>(c) >> 4U];
        m_text += lowerHexDigits[static_cast<unsigned char>(c) & 0xFU];
    }
    m_text += '"';
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view key, std::string_view json)
{
    begin(key);
    m_text += json;
    return *this;
}

JsonWriter& JsonWriter::beginObject(std::string_view key)
{
    begin(key);
    m_text += '{';
    return *this;
}

JsonWriter& JsonWriter::endObject()
{
    m_text += '}';
    return *this;
}

JsonWriter& JsonWriter::texts(std::string_view key, std::span<const std::string_view> values)
{
    begin(key);
    m_text += '[';
    for (const std::string_view value : values) {
        if (m_text.back() != '[') {
            m_text += ',';
        }
        quoted(toValidUtf8(value, std::string::npos));
    }
    m_text += ']';
    return *this;
}

JsonWriter& JsonWriter::objects(std::string_view key, std::span<const std::string> values)
{
    begin(key);
    m_text += '[';
    for (const std::string& value : values) {
        if (m_text.back() != '[') {
            m_text += ',';
        }
        m_text += value;
    }
    m_text += ']';
    return *this;
}

std::string JsonWriter::take()
{
    m_text += '}';
    return std::move(m_text);
}

/// Reads JSON from the start of a text; each function returns false at the first mistake.
class JsonParser
{
public:
    explicit JsonParser(std::string_view text) : m_rest(text) {}

    bool parseAll(JsonValue& value)
    {
        if (!parseValue(value, 0)) {
            return false;
        }
        skipSpace();
        return m_rest.empty();
    }

private:
    using Type = JsonValue::Type;

    bool parseValue(JsonValue& value, int depth)
    {
        skipSpace();
        if (m_rest.empty() || depth > deepest) {
            return false;
        }
        switch (m_rest.front()) {
        case '{': value.m_type = Type::Object; return parseMembers(value, '}', depth);
        case '[': value.m_type = Type::Array; return parseMembers(value, ']', depth);
        case '"': value.m_type = Type::Text; return parseText(value.m_text);
        default: return parseWord(value);
        }
    }

    /// An object's members; an array's values are read over, none of ours has any.
    bool parseMembers(JsonValue& value, char end, int depth)
    {
        m_rest.remove_prefix(1);
        skipSpace();
        if (take(end)) {
            return true;
        }
        do {
            std::string key;
            if (end == '}') {
                skipSpace();
                if (!m_rest.starts_with('"') || !parseText(key)) {
                    return false;
                }
                skipSpace();
                if (!take(':')) {
                    return false;
                }
            }
            JsonValue member;
            if (!parseValue(member, depth + 1)) {
                return false;
            }
            if (end == '}') {
                value.m_members.emplace_back(std::move(key), std::move(member));
            }
            skipSpace();
        } while (take(','));
        return take(end);
    }

    bool parseWord(JsonValue& value)
    {
        const auto isPart = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '+'
                   || c == '.' || c == 'E';
        };
        const auto end = std::ranges::find_if_not(m_rest, isPart);
        value.m_text.assign(m_rest.begin(), end);
        m_rest.remove_prefix(value.m_text.size());
        if (value.m_text == "true" || value.m_text == "false") {
            value.m_type = Type::Boolean;
        } else if (value.m_text != "null") {
            value.m_type = Type::Number;
        }
        return !value.m_text.empty();
    }

    bool parseText(std::string& text)
    {
        m_rest.remove_prefix(1);
        while (!m_rest.empty()) {
            const char c = m_rest.front();
            m_rest.remove_prefix(1);
            if (c == '"') {
                return true;
            }
            if (c != '\\') {
                text.push_back(c);
                continue;
            }
            if (m_rest.empty()) {
                return false;
            }
            const char escaped = m_rest.front();
            m_rest.remove_prefix(1);
            if (!parseEscape(escaped, text)) {
                return false;
            }
        }
        return false;
    }

    bool parseEscape(char escaped, std::string& text)
    {
        switch (escaped) {
        case '"':
        case '\\':
        case '/': text.push_back(escaped); return true;
        case 'b': text.push_back('\b'); return true;
        case 'f': text.push_back('\f'); return true;
        case 'n': text.push_back('\n'); return true;
        case 'r': text.push_back('\r'); return true;
        case 't': text.push_back('\t'); return true;
        case 'u': break;
        default: return false;
        }
        auto code = parseUnit();
        if (!code) {
            return false;
        }
        if (*code >= 0xD800 && *code < 0xDC00 && m_rest.starts_with("\\u")) {
            m_rest.remove_prefix(2);
            const auto low = parseUnit();
            if (!low || *low < 0xDC00 || *low > 0xDFFF) {
                return false;
            }
            code = 0x10000 + ((*code - 0xD800) << 10U) + (*low - 0xDC00);
        }
        constexpr std::uint32_t replacement = 0xFFFD;
        const bool isHalf = *code >= 0xD800 && *code <= 0xDFFF;
        appendUtf8(text, isHalf ? replacement : *code);
        return true;
    }

    std::optional<std::uint32_t> parseUnit()
    {
        std::uint32_t unit = 0;
        if (m_rest.size() < 4) {
            return std::nullopt;
        }
        const auto [rest, error] = std::from_chars(m_rest.data(), m_rest.data() + 4, unit, 16);
        if (error != std::errc{} || rest != m_rest.data() + 4) {
            return std::nullopt;
        }
        m_rest.remove_prefix(4);
        return unit;
    }

    void skipSpace()
    {
        while (!m_rest.empty() && std::string_view(" \t\r\n").find(m_rest.front()) != m_rest.npos) {
            m_rest.remove_prefix(1);
        }
    }

    bool take(char c)
    {
        if (!m_rest.starts_with(c)) {
            return false;
        }
        m_rest.remove_prefix(1);
        return true;
    }

    std::string_view m_rest;
};

std::optional<JsonValue> JsonValue::parse(std::string_view text)
{
    JsonValue value;
    if (!JsonParser(text).parseAll(value)) {
        return std::nullopt;
    }
    return value;
}

const JsonValue* JsonValue::find(std::string_view key) const
{
    for (const auto& [name, value] : m_members) {
        if (name == key) {
            return &value;
        }
    }
    return nullptr;
}

std::string JsonValue::text(std::string_view key) const
{
    if (const JsonValue* hex = find(std::string(key) + "Hex"); hex != nullptr) {
        if (auto bytes = fromHex(hex->m_text)) {
            return std::move(*bytes);
        }
    }
    const JsonValue* value = find(key);
    return value == nullptr || value->m_type != Type::Text ? std::string() : value->m_text;
}

bool JsonValue::boolean(std::string_view key) const
{
    const JsonValue* value = find(key);
    return value != nullptr && value->m_type == Type::Boolean && value->m_text == "true";
}

} // namespace pipecore
