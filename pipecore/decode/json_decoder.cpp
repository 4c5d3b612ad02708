#include "decoders.h"
#include "pipecore/base/hex_digits.h"
#include "pipecore/base/translatable.h"
#include "pipecore/base/utf8.h"

#include <algorithm>
#include <array>

namespace pipecore {

namespace {

constexpr std::string_view utf8Bom = "\xEF\xBB\xBF";

/// Reads JSON and keeps where each value is. Functions return whether to continue.
class JsonReader
{
public:
    JsonReader(const Slice& slice, TreeBuilder& tree)
        : m_slice(slice)
        , m_text(asText(slice.bytes))
        , m_tree(tree)
    {}

    /// A value, or several in a row as in JSON Lines.
    bool readAll()
    {
        if (m_text.starts_with(utf8Bom)) {
            m_at = utf8Bom.size();
        }
        skipSpace();
        if (m_at == m_text.size()) {
            return m_tree.unexpectedEnd(m_slice, place());
        }
        for (std::size_t index = 0; m_at < m_text.size(); ++index) {
            m_tree.prettyLine(0);
            if (!readValue(itemName(index))) {
                return false;
            }
            skipSpace();
        }
        return true;
    }

private:
    [[nodiscard]] std::size_t place() const { return m_slice.base + m_at; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    void skipSpace() { m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size()); }

    bool unexpected(std::string_view pattern)
    {
        if (atEnd()) {
            return m_tree.unexpectedEnd(m_slice, place());
        }
        return m_tree.fail(place(), decodeUtf8(m_text, m_at).length, pattern);
    }

    bool readValue(std::string name)
    {
        switch (m_text[m_at]) {
        case '{': return readObject(std::move(name));
        case '[': return readArray(std::move(name));
        case '"': return readText(std::move(name));
        case 't': return readWord(std::move(name), "true");
        case 'f': return readWord(std::move(name), "false");
        case 'n': return readWord(std::move(name), "null");
        default: return readNumber(std::move(name));
        }
    }

    bool readObject(std::string name)
    {
        if (!m_tree.open(groupField(std::move(name), "object", place()))) {
            return false;
        }
        return readMembers('}', [this](std::size_t) { return readMember(); });
    }

    bool readArray(std::string name)
    {
        if (!m_tree.open(groupField(std::move(name), "array", place(), FieldKind::List))) {
            return false;
        }
        return readMembers(']', [this](std::size_t index) { return readValue(itemName(index)); });
    }

    /// The content between the brackets, the first of which is at m_at.
    template <typename ReadOne>
    bool readMembers(char end, ReadOne readOne)
    {
        m_tree.pretty(m_text.substr(m_at, 1));
        ++m_at;
        ++m_depth;
        skipSpace();
        for (std::size_t index = 0; atEnd() || m_text[m_at] != end; ++index) {
            if (index > 0 && !takeComma(end)) {
                return false;
            }
            m_tree.prettyLine(m_depth);
            if (atEnd()) {
                return m_tree.unexpectedEnd(m_slice, place());
            }
            if (!readOne(index)) {
                return false;
            }
            skipSpace();
        }
        --m_depth;
        if (!m_tree.top().children.empty()) {
            m_tree.prettyLine(m_depth);
        }
        m_tree.pretty(m_text.substr(m_at, 1));
        ++m_at;
        m_tree.close(place());
        return true;
    }

    bool takeComma(char end)
    {
        if (atEnd() || m_text[m_at] != ',') {
            return unexpected(end == '}' ? PIPECORE_TR("Decode", "expected ',' or '}'")
                                         : PIPECORE_TR("Decode", "expected ',' or ']'"));
        }
        m_tree.pretty(",");
        ++m_at;
        skipSpace();
        return true;
    }

    bool readMember()
    {
        if (m_text[m_at] != '"') {
            return unexpected(PIPECORE_TR("Decode", "expected a string key"));
        }
        const std::size_t start = m_at;
        std::string name;
        if (!scanText(name)) {
            return false;
        }
        m_tree.pretty(m_text.substr(start, m_at - start));
        skipSpace();
        if (atEnd() || m_text[m_at] != ':') {
            return unexpected(PIPECORE_TR("Decode", "expected ':'"));
        }
        m_tree.pretty(": ");
        ++m_at;
        skipSpace();
        return atEnd() ? m_tree.unexpectedEnd(m_slice, place()) : readValue(std::move(name));
    }

    bool readText(std::string name)
    {
        const std::size_t start = m_at;
        std::string text;
        if (!scanText(text)) {
            return false;
        }
        m_tree.pretty(m_text.substr(start, m_at - start));
        return m_tree.add(
            textField(std::move(name), text, "string", m_slice.base + start, m_at - start));
    }

    bool readWord(std::string name, std::string_view word)
    {
        const std::string_view rest = m_text.substr(m_at, word.size());
        if (rest != word) {
            if (word.starts_with(rest)) {
                return m_tree.unexpectedEnd(m_slice, place());
            }
            return unexpected(PIPECORE_TR("Decode", "expected a value"));
        }
        m_tree.pretty(word);
        const std::size_t start = place();
        m_at += word.size();
        return m_tree.add(wordField(std::move(name), word, word == "null" ? "null" : "boolean",
                                    start, word.size()));
    }

    std::size_t skipDigits()
    {
        const std::size_t start = m_at;
        while (!atEnd() && m_text[m_at] >= '0' && m_text[m_at] <= '9') {
            ++m_at;
        }
        return m_at - start;
    }

    bool takeAny(std::string_view characters)
    {
        if (atEnd() || characters.find(m_text[m_at]) == std::string_view::npos) {
            return false;
        }
        ++m_at;
        return true;
    }

    /// Moves over a number; false when none is here or it breaks off.
    bool scanNumber()
    {
        takeAny("-");
        // No number begins with 0 but 0 itself.
        if (!takeAny("0") && skipDigits() == 0) {
            return false;
        }
        if (takeAny(".") && skipDigits() == 0) {
            return false;
        }
        if (takeAny("eE")) {
            takeAny("+-");
            return skipDigits() > 0;
        }
        return true;
    }

    bool readNumber(std::string name)
    {
        const std::size_t start = m_at;
        if (!scanNumber()) {
            return unexpected(m_at == start ? PIPECORE_TR("Decode", "expected a value")
                                            : PIPECORE_TR("Decode", "expected a digit"));
        }
        const std::string_view spelling = m_text.substr(start, m_at - start);
        if (atEnd() && m_slice.cut) {
            return m_tree.unexpectedEnd(m_slice, m_slice.base + start);
        }
        if (!atEnd()
            && std::string_view(" \t\r\n,]}").find(m_text[m_at]) == std::string_view::npos) {
            return unexpected(PIPECORE_TR("Decode", "invalid number"));
        }
        m_tree.pretty(spelling);
        return m_tree.add(numberField(std::move(name), std::string(spelling), "number",
                                      m_slice.base + start, spelling.size()));
    }

    /// Reads a text in quotation marks, the first of which is at m_at.
    bool scanText(std::string& text)
    {
        const std::size_t start = m_at++;
        while (!atEnd()) {
            const auto c = static_cast<unsigned char>(m_text[m_at]);
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (c == '\\') {
                if (!scanEscape(text)) {
                    return false;
                }
                continue;
            }
            if (c < 0x20) {
                return unexpected(PIPECORE_TR("Decode", "unescaped control character in a string"));
            }
            const Utf8Step step = decodeUtf8(m_text, m_at);
            if (!step.valid) {
                return endsInCharacter() ? m_tree.unexpectedEnd(m_slice, m_slice.base + start)
                                         : unexpected(PIPECORE_TR("Decode", "invalid UTF-8 byte"));
            }
            text.append(m_text.substr(m_at, step.length));
            m_at += step.length;
        }
        return m_tree.unexpectedEnd(m_slice, m_slice.base + start);
    }

    /// Whether the text ends in the middle of the character that begins here.
    [[nodiscard]] bool endsInCharacter() const
    {
        const std::string_view rest = m_text.substr(m_at);
        const auto lead = static_cast<unsigned char>(rest.front());
        const std::size_t length = lead < 0xC2 || lead > 0xF4 ? 1
                                   : lead < 0xE0              ? 2
                                   : lead < 0xF0              ? 3
                                                              : 4;
        return rest.size() < length && std::ranges::all_of(rest.substr(1), [](char c) {
                   return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
               });
    }

    bool scanEscape(std::string& text)
    {
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        if (m_text.size() - m_at < 2) {
            return m_tree.unexpectedEnd(m_slice, place());
        }
        const char letter = m_text[m_at + 1];
        if (const auto found = letters.find(letter); found != std::string_view::npos) {
            text += meanings[found];
            m_at += 2;
            return true;
        }
        if (letter != 'u') {
            return unexpected(PIPECORE_TR("Decode", "invalid escape sequence"));
        }
        return scanUnicodeEscape(text);
    }

    bool scanUnicodeEscape(std::string& text)
    {
        constexpr std::size_t length = 6; // \uXXXX
        if (hexRunLength(m_text.substr(0, std::min(m_at + length, m_text.size())), m_at + 2) < 4) {
            return m_text.size() - m_at < length
                       ? m_tree.unexpectedEnd(m_slice, place())
                       : unexpected(PIPECORE_TR("Decode", "expected four hex digits after \\u"));
        }
        char32_t code = unitAt(m_at + 2);
        m_at += length;
        const bool isHigh = code >= 0xD800 && code < 0xDC00;
        if (isHigh && m_text.substr(m_at, 2) == "\\u" && m_text.size() - m_at >= length
            && hexRunLength(m_text.substr(0, m_at + length), m_at + 2) == 4) {
            const char32_t low = unitAt(m_at + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
                m_at += length;
            }
        }
        constexpr char32_t replacement = 0xFFFD;
        appendUtf8(text, code >= 0xD800 && code < 0xE000 ? replacement : code);
        return true;
    }

    [[nodiscard]] char32_t unitAt(std::size_t at) const
    {
        char32_t unit = 0;
        for (std::size_t digit = 0; digit < 4; ++digit) {
            unit = unit * 16 + static_cast<char32_t>(hexValue(m_text[at + digit]));
        }
        return unit;
    }

    const Slice& m_slice;
    std::string_view m_text;
    TreeBuilder& m_tree;
    std::size_t m_at = 0;
    std::size_t m_depth = 0;
};

} // namespace

bool readJson(const Slice& slice, TreeBuilder& tree)
{
    return JsonReader(slice, tree).readAll();
}

} // namespace pipecore
