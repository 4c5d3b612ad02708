#include "pipecore/base/json.h"

#include "pipecore/base/clean_text.h"
#include "pipecore/base/hex_digits.h"
#include "pipecore/base/utf8.h"

namespace pipecore {

namespace {

constexpr char32_t lastOfTheFirstPlane = 0xFFFF; // beyond it \u takes two

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

} // namespace pipecore
