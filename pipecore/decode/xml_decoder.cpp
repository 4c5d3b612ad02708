#include "decoders.h"
#include "pipecore/base/translatable.h"
#include "pipecore/base/utf8.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

namespace pipecore {

namespace {

/// Appends what `name` (between & and ;) stands for; false when it is not known.
bool appendEntity(std::string& result, std::string_view name)
{
    constexpr std::pair<std::string_view, char> named[] = {
        {"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}};
    for (const auto& [known, character] : named) {
        if (name == known) {
            result += character;
            return true;
        }
    }
    if (!name.starts_with('#')) {
        return false;
    }
    const bool isHex = name.starts_with("#x");
    name.remove_prefix(isHex ? 2 : 1);
    std::uint32_t code = 0;
    const char* end = name.data() + name.size();
    const auto read = std::from_chars(name.data(), end, code, isHex ? 16 : 10);
    const bool isCharacter = code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    if (read.ec != std::errc{} || read.ptr != end || !isCharacter) {
        return false;
    }
    appendUtf8(result, code);
    return true;
}

/// Text of an XML document with its character references and the five named entities replaced.
/// Others stay as they are spelled: nothing is looked up or grown.
std::string withoutEntities(std::string_view text)
{
    constexpr std::size_t maxNameLength = 12;
    std::string result;
    while (!text.empty()) {
        const std::size_t plain = std::min(text.find('&'), text.size());
        result += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) {
            break;
        }
        const std::size_t end = text.substr(0, maxNameLength).find(';');
        if (end != std::string_view::npos && appendEntity(result, text.substr(1, end - 1))) {
            text.remove_prefix(end + 1);
        } else {
            result += '&';
            text.remove_prefix(1);
        }
    }
    return result;
}

constexpr std::string_view space = " \t\r\n";

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':'
           || static_cast<unsigned char>(c) >= 0x80;
}

bool isNamePart(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/// Reads XML and keeps where each part is. Document types are passed over: nothing is defined,
/// nothing is loaded. Functions return whether to continue.
class XmlReader
{
public:
    XmlReader(const Slice& slice, TreeBuilder& tree)
        : m_slice(slice)
        , m_text(asText(slice.bytes))
        , m_tree(tree)
    {}

    bool readAll()
    {
        if (m_text.starts_with("\xEF\xBB\xBF")) {
            m_at = 3;
        }
        if (const std::size_t bad = findInvalidUtf8(m_text); bad != std::string_view::npos) {
            constexpr std::size_t maxCharacterBytes = 4;
            if (!m_slice.cut || m_text.size() - bad >= maxCharacterBytes) {
                return m_tree.fail(m_slice.base + bad, 1,
                                   PIPECORE_TR("Decode", "invalid UTF-8 byte"));
            }
            m_text = m_text.substr(0, bad); // what is left of a character where the slice was cut
        }
        while (m_at < m_text.size()) {
            if (!(m_text[m_at] == '<' ? readMarkup() : readCharacters())) {
                return false;
            }
        }
        const bool closed = m_elements.empty() && m_sawElement;
        return closed || m_tree.unexpectedEnd(m_slice, place());
    }

private:
    struct Element
    {
        std::string_view name;
        bool hasElements = false;
    };

    [[nodiscard]] std::size_t place() const { return m_slice.base + m_at; }
    [[nodiscard]] std::string_view rest() const { return m_text.substr(m_at); }

    bool unexpected(std::string_view pattern, std::vector<std::string> values = {})
    {
        if (m_at >= m_text.size()) {
            return m_tree.unexpectedEnd(m_slice, place());
        }
        return m_tree.fail(place(), decodeUtf8(m_text, m_at).length, pattern, std::move(values));
    }

    void skipSpace() { m_at = std::min(m_text.find_first_not_of(space, m_at), m_text.size()); }

    std::string_view takeName()
    {
        const std::size_t start = m_at;
        if (m_at < m_text.size() && isNameStart(m_text[m_at])) {
            while (m_at < m_text.size() && isNamePart(m_text[m_at])) {
                ++m_at;
            }
        }
        return m_text.substr(start, m_at - start);
    }

    bool readCharacters()
    {
        const std::size_t start = m_at;
        m_at = std::min(m_text.find('<', m_at), m_text.size());
        const std::string_view text = m_text.substr(start, m_at - start);
        const std::size_t first = text.find_first_not_of(space);
        if (first == std::string_view::npos) {
            return true;
        }
        if (m_elements.empty()) {
            m_at = start + first;
            return unexpected(PIPECORE_TR("Decode", "text outside the root element"));
        }
        const std::string_view trimmed =
            text.substr(first, text.find_last_not_of(space) + 1 - first);
        m_tree.pretty(trimmed);
        return m_tree.add(textField({}, withoutEntities(trimmed), "text",
                                    m_slice.base + start + first, trimmed.size()));
    }

    bool readMarkup()
    {
        if (rest().starts_with("<!--")) {
            return readEnclosed("<!--", "-->", "comment");
        }
        if (rest().starts_with("<![CDATA[")) {
            if (m_elements.empty()) {
                return unexpected(PIPECORE_TR("Decode", "text outside the root element"));
            }
            return readEnclosed("<![CDATA[", "]]>", "CDATA");
        }
        if (rest().starts_with("<?")) {
            return readEnclosed("<?", "?>", "instruction");
        }
        if (rest().starts_with("<!DOCTYPE")) {
            return readDocumentType();
        }
        return rest().starts_with("</") ? readEndTag() : readStartTag();
    }

    bool addVerbatim(std::size_t start, std::string_view content, std::string_view type)
    {
        if (type != "CDATA") {
            m_tree.prettyLine(m_elements.size());
        }
        m_tree.pretty(m_text.substr(start, m_at - start));
        return m_tree.add(textField({}, content, type, m_slice.base + start, m_at - start));
    }

    bool readEnclosed(std::string_view open, std::string_view close, std::string_view type)
    {
        const std::size_t start = m_at;
        const std::size_t content = m_at + open.size();
        const std::size_t end = m_text.find(close, content);
        if (end == std::string_view::npos) {
            return m_tree.unexpectedEnd(m_slice, place());
        }
        m_at = end + close.size();
        return addVerbatim(start, m_text.substr(content, end - content), type);
    }

    /// Up to the > that is in no quotation marks and no brackets.
    bool readDocumentType()
    {
        const std::size_t start = m_at;
        std::size_t brackets = 0;
        for (m_at += 1; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"' || c == '\'') {
                m_at = m_text.find(c, m_at + 1);
                if (m_at == std::string_view::npos) {
                    break;
                }
            } else if (c == '[') {
                ++brackets;
            } else if (c == ']' && brackets > 0) {
                --brackets;
            } else if (c == '>' && brackets == 0) {
                ++m_at;
                return addVerbatim(start, m_text.substr(start + 2, m_at - start - 3), "DOCTYPE");
            }
        }
        m_at = start;
        return m_tree.unexpectedEnd(m_slice, place());
    }

    bool readStartTag()
    {
        const std::size_t start = m_at++;
        const std::string_view name = takeName();
        if (name.empty()) {
            return unexpected(PIPECORE_TR("Decode", "expected an element name"));
        }
        m_sawElement = true;
        if (!m_elements.empty()) {
            m_elements.back().hasElements = true;
        }
        m_tree.prettyLine(m_elements.size());
        m_tree.pretty("<");
        m_tree.pretty(name);
        if (!m_tree.open(groupField(std::string(name), "element", m_slice.base + start))) {
            return false;
        }
        for (skipSpace(); m_at < m_text.size(); skipSpace()) {
            if (rest().starts_with("/>")) {
                m_at += 2;
                m_tree.pretty("/>");
                m_tree.close(place());
                return true;
            }
            if (m_text[m_at] == '>') {
                ++m_at;
                m_tree.pretty(">");
                m_elements.push_back({name, false});
                return true;
            }
            if (!readAttribute()) {
                return false;
            }
        }
        return m_tree.unexpectedEnd(m_slice, m_slice.base + start);
    }

    bool readAttribute()
    {
        const std::size_t start = m_at;
        const std::string_view name = takeName();
        if (name.empty()) {
            return unexpected(PIPECORE_TR("Decode", "expected an attribute, '>' or '/>'"));
        }
        skipSpace();
        if (m_at >= m_text.size() || m_text[m_at] != '=') {
            return unexpected(PIPECORE_TR("Decode", "expected '=' and an attribute value"));
        }
        ++m_at;
        skipSpace();
        if (m_at >= m_text.size() || (m_text[m_at] != '"' && m_text[m_at] != '\'')) {
            return unexpected(PIPECORE_TR("Decode", "expected a quoted value"));
        }
        const char quote = m_text[m_at++];
        const std::size_t end = m_text.find(quote, m_at);
        if (end == std::string_view::npos) {
            return m_tree.unexpectedEnd(m_slice, m_slice.base + start);
        }
        const std::string_view value = m_text.substr(m_at, end - m_at);
        Field field = textField('@' + std::string(name), withoutEntities(value), "attribute",
                                place(), value.size());
        m_at = end + 1;
        m_tree.pretty(" ");
        m_tree.pretty(m_text.substr(start, m_at - start));
        return m_tree.add(std::move(field));
    }

    bool readEndTag()
    {
        const std::size_t start = m_at;
        m_at += 2;
        const std::string_view name = takeName();
        skipSpace();
        if (m_at >= m_text.size()) {
            return m_tree.unexpectedEnd(m_slice, m_slice.base + start);
        }
        if (m_text[m_at] != '>') {
            return unexpected(PIPECORE_TR("Decode", "expected '>'"));
        }
        ++m_at;
        if (m_elements.empty() || m_elements.back().name != name) {
            const std::size_t length = m_at - start;
            if (m_elements.empty()) {
                return m_tree.fail(m_slice.base + start, length,
                                   PIPECORE_TR("Decode", "end tag without a start tag"));
            }
            return m_tree.fail(m_slice.base + start, length,
                               PIPECORE_TR("Decode", "mismatched end tag: expected </%1>"),
                               {std::string(shortened(m_elements.back().name, maxQuotedName))});
        }
        closeElement(m_text.substr(start, m_at - start));
        return true;
    }

    void closeElement(std::string_view tag)
    {
        const bool hasElements = m_elements.back().hasElements;
        m_elements.pop_back();
        if (hasElements) {
            m_tree.prettyLine(m_elements.size());
        }
        m_tree.pretty(tag);
        // An element with nothing but text says it itself, too.
        Field& element = m_tree.top();
        if (!element.children.empty() && !hasElements
            && (element.children.back().type == "text"
                || element.children.back().type == "CDATA")) {
            element.value = element.children.back().value;
        }
        m_tree.close(place());
    }

    static constexpr std::size_t maxQuotedName = 40;

    const Slice& m_slice;
    std::string_view m_text;
    TreeBuilder& m_tree;
    std::size_t m_at = 0;
    std::vector<Element> m_elements;
    bool m_sawElement = false;
};

} // namespace

bool readXml(const Slice& slice, TreeBuilder& tree)
{
    return XmlReader(slice, tree).readAll();
}

} // namespace pipecore
