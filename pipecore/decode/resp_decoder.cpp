// Redis' protocol RESP, versions 2 and 3: values of typed lines, and commands in a line.
#include "decoders.h"
#include "field_reader.h"
#include "pipecore/base/translatable.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace pipecore {

namespace resp {

namespace {

constexpr std::string_view types = "+-:_,#($!=*~>%|";

std::string_view typeName(char type)
{
    switch (type) {
    case '+': return "simple string";
    case '-': return "error";
    case ':': return "integer";
    case '_': return "null";
    case ',': return "double";
    case '#': return "boolean";
    case '(': return "big number";
    case '$': return "bulk string";
    case '!': return "bulk error";
    case '=': return "verbatim string";
    case '*': return "array";
    case '~': return "set";
    case '>': return "push";
    case '%': return "map";
    case '|': return "attribute";
    default: return {};
    }
}

class RespReader
{
public:
    explicit RespReader(FieldReader& reader) : m_reader(reader) {}

    void readValue(std::string name)
    {
        const char type = static_cast<char>(m_reader.peek<std::uint8_t>());
        const auto line = lineHere();
        if (!line) {
            return;
        }
        if (types.find(type) == std::string_view::npos || line->empty()) {
            readInline(std::move(name), *line);
            return;
        }
        const std::string_view rest = line->substr(1);
        switch (type) {
        case '$':
        case '!':
        case '=': readBulk(std::move(name), type, rest); break;
        case '*':
        case '~':
        case '>':
        case '%':
        case '|': readMany(std::move(name), type, rest); break;
        case ':':
        case ',':
        case '(': readLine(std::move(name), type, rest, FieldKind::Number); break;
        case '_': readLine(std::move(name), type, "null", FieldKind::Word); break;
        case '#':
            readLine(std::move(name), type, rest == "t" ? "true" : "false", FieldKind::Word);
            break;
        default: readLine(std::move(name), type, rest, FieldKind::Text);
        }
    }

private:
    static constexpr std::size_t ending = 2;

    /// The line that comes next, without its end; empty when it is not all there, which is reported.
    std::optional<std::string_view> lineHere()
    {
        const std::string_view rest = asText(m_reader.rest());
        const std::size_t end = rest.find("\r\n");
        if (end == std::string_view::npos) {
            m_reader.has(rest.size() + 1);
            return std::nullopt;
        }
        return rest.substr(0, end);
    }

    void readLine(std::string name, char type, std::string_view value, FieldKind kind)
    {
        const std::size_t size = lineHere()->size() + ending;
        m_reader.spelled(std::move(name), value, size, typeName(type), kind);
    }

    /// The number of a length; empty after a mistake, which is reported. -1 is null.
    std::optional<std::int64_t> lengthIn(std::string_view digits)
    {
        std::int64_t length = 0;
        const char* end = digits.data() + digits.size();
        const auto read = std::from_chars(digits.data(), end, length);
        if (read.ec != std::errc() || read.ptr != end || length < -1) {
            m_reader.fail(digits.size() + 1, PIPECORE_TR("Decode", "expected a length"));
            return std::nullopt;
        }
        return length;
    }

    void readBulk(std::string name, char type, std::string_view digits)
    {
        const auto length = lengthIn(digits);
        if (!length) {
            return;
        }
        const std::size_t head = 1 + digits.size() + ending;
        if (*length < 0) {
            m_reader.spelled(std::move(name), "null", head, typeName(type), FieldKind::Word);
            return;
        }
        const std::uint64_t size = head + static_cast<std::uint64_t>(*length) + ending;
        if (!m_reader.has(size)) {
            return;
        }
        const ByteView bytes = m_reader.rest().subspan(head, static_cast<std::size_t>(*length));
        if (asText(m_reader.rest()).substr(head + bytes.size(), ending) != "\r\n") {
            m_reader.skip(head + bytes.size());
            m_reader.fail(ending, PIPECORE_TR("Decode", "expected CR LF"));
            return;
        }
        if (bytes.empty() || isPlainText(bytes, false)) {
            m_reader.spelled(std::move(name), asText(bytes), size, typeName(type));
        } else {
            m_reader.spelled(std::move(name), bytesField({}, bytes, {}, 0).value, size,
                             typeName(type), FieldKind::Binary);
        }
    }

    void readMany(std::string name, char type, std::string_view digits)
    {
        const auto count = lengthIn(digits);
        if (!count) {
            return;
        }
        const std::size_t head = 1 + digits.size() + ending;
        if (*count < 0) {
            m_reader.spelled(std::move(name), "null", head, typeName(type), FieldKind::Word);
            return;
        }
        const bool isMap = type == '%' || type == '|';
        m_reader.open(std::move(name), typeName(type), isMap ? FieldKind::Group : FieldKind::List);
        m_reader.skip(head);
        for (std::int64_t index = 0; m_reader.isGood() && index < *count; ++index) {
            if (isMap) {
                readEntry(static_cast<std::size_t>(index));
            } else {
                readValue(itemName(static_cast<std::size_t>(index)));
            }
        }
        if (m_reader.isGood() && type == '*') {
            summarizeCommand();
        }
        m_reader.close();
    }

    /// A key and its value: one field, if the key is said in a word.
    void readEntry(std::size_t index)
    {
        readValue("key");
        if (!m_reader.isGood()) {
            return;
        }
        Field key = std::move(m_reader.tree().top().children.back());
        if (key.children.empty() && !key.value.empty() && key.kind != FieldKind::Binary) {
            // Its field becomes the value's, and so does its place among the limits.
            m_reader.tree().top().children.pop_back();
            readValue(key.value);
            return;
        }
        key.name = "key" + itemName(index);
        m_reader.tree().top().children.back() = std::move(key);
        readValue("value" + itemName(index));
    }

    /// A list of texts is a command: its name, and its first argument.
    void summarizeCommand()
    {
        const auto& words = m_reader.tree().top().children;
        const auto isBulk = [](const Field& word) {
            return word.type == "bulk string" && word.kind == FieldKind::Text;
        };
        if (words.empty() || !isBulk(words.front())) {
            return;
        }
        constexpr std::size_t minName = 3;
        constexpr std::size_t maxName = 32;
        const std::string& name = words.front().value;
        const auto isLetter = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '_';
        };
        if (name.size() >= minName && name.size() <= maxName
            && std::ranges::all_of(name, isLetter)) {
            m_reader.summarize(name);
        }
    }

    /// A command as people type it.
    void readInline(std::string name, std::string_view line)
    {
        if (!isPlainText(asBytes(line), false) && !line.empty()) {
            m_reader.fail(line.size() + ending, PIPECORE_TR("Decode", "expected a RESP value"));
            return;
        }
        m_reader.spelled(std::move(name), line, line.size() + ending, "inline command");
    }

    FieldReader& m_reader;
};

} // namespace

} // namespace resp

bool isResp(ByteView bytes)
{
    const std::string_view text = asText(bytes);
    if (text.empty() || resp::types.find(text.front()) == std::string_view::npos) {
        return false;
    }
    const std::size_t end = text.find("\r\n");
    if (end == std::string_view::npos || !text.ends_with("\r\n")) {
        return false;
    }
    if (text.front() == '+' || text.front() == '-') {
        return end > 1 && end + 2 == text.size();
    }
    const std::string_view rest = text.substr(1, end - 1);
    return !rest.empty()
           && std::ranges::all_of(rest, [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

bool readResp(const Slice& slice, TreeBuilder& tree)
{
    FieldReader reader(slice, tree);
    resp::RespReader values(reader);
    for (std::size_t index = 0; reader.hasMore() || (index == 0 && reader.has(1)); ++index) {
        values.readValue(itemName(index));
    }
    return reader.isGood();
}

} // namespace pipecore
