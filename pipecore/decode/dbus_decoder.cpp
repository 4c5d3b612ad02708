// D-Bus: the zero byte and the lines of the authentication, then messages with a header and a body that
// its signature describes.
#include "decoders.h"
#include "field_reader.h"
#include "pipecore/base/translatable.h"

#include <algorithm>
#include <optional>

namespace pipecore {

namespace dbusmessage {

namespace {

constexpr std::size_t fixedHead = 16;
constexpr std::uint32_t maxFieldBytes = 64 * 1024 * 1024;
constexpr std::uint32_t maxBodyBytes = 128 * 1024 * 1024;

std::string_view typeName(std::uint8_t type)
{
    constexpr std::string_view names[] = {"", "method_call", "method_return", "error", "signal"};
    return type < std::size(names) ? names[type] : std::string_view();
}

std::string_view fieldName(std::uint8_t code)
{
    constexpr std::string_view names[] = {"",           "path",         "interface",   "member",
                                          "error_name", "reply_serial", "destination", "sender",
                                          "signature",  "unix_fds"};
    return code < std::size(names) ? names[code] : std::string_view();
}

/// Bytes that a value of this type is aligned to; 0 when it is no type.
std::size_t alignmentOf(char type)
{
    switch (type) {
    case 'y':
    case 'g':
    case 'v': return 1;
    case 'n':
    case 'q': return 2;
    case 'b':
    case 'i':
    case 'u':
    case 's':
    case 'o':
    case 'a':
    case 'h': return 4;
    case 'x':
    case 't':
    case 'd':
    case '(':
    case '{': return 8;
    default: return 0;
    }
}

/// The end of the complete type that begins at `at`; empty when there is none.
std::optional<std::size_t> endOfType(std::string_view signature, std::size_t at, int depth = 0)
{
    constexpr int maxDepth = 64;
    if (at >= signature.size() || alignmentOf(signature[at]) == 0 || depth > maxDepth) {
        return std::nullopt;
    }
    const char type = signature[at++];
    if (type == 'a') {
        return endOfType(signature, at, depth + 1);
    }
    if (type != '(' && type != '{') {
        return at;
    }
    const char end = type == '(' ? ')' : '}';
    if (at < signature.size() && signature[at] == end) {
        return std::nullopt; // nothing is no value
    }
    while (at < signature.size() && signature[at] != end) {
        const auto next = endOfType(signature, at, depth + 1);
        if (!next) {
            return std::nullopt;
        }
        at = *next;
    }
    return at < signature.size() ? std::optional(at + 1) : std::nullopt;
}

/// Header fields of a message that its summary and its body need.
struct Head
{
    std::string signature;
    std::string interface;
    std::string member;
    std::string errorName;
    std::string replySerial;
};

/// Reads values of the types that a signature names, aligned from the beginning of the message.
class Values
{
public:
    Values(FieldReader& reader, std::size_t begin) : m_reader(reader), m_begin(begin) {}

    /// All complete types of the signature, numbered.
    void readAll(std::string_view signature)
    {
        std::size_t index = 0;
        for (std::size_t at = 0; m_reader.isGood() && at < signature.size(); ++index) {
            const auto end = endOfType(signature, at);
            if (!end) {
                m_reader.fail(0, PIPECORE_TR("Decode", "invalid signature \"%1\""),
                              {std::string(signature)});
                return;
            }
            read(itemName(index), signature.substr(at, *end - at));
            at = *end;
        }
    }

    /// Reads a value. Returns its spelling, if it is no container.
    std::string read(std::string name, std::string_view signature)
    {
        align(alignmentOf(signature.front()));
        switch (signature.front()) {
        case 'y': return std::to_string(m_reader.number<std::uint8_t>(std::move(name)));
        case 'q': return std::to_string(m_reader.number<std::uint16_t>(std::move(name)));
        case 'u':
        case 'h': return std::to_string(m_reader.number<std::uint32_t>(std::move(name)));
        case 't': return std::to_string(m_reader.number<std::uint64_t>(std::move(name)));
        case 'n': return readSigned<std::uint16_t, std::int16_t>(std::move(name), "i16");
        case 'i': return readSigned<std::uint32_t, std::int32_t>(std::move(name), "i32");
        case 'x': return readSigned<std::uint64_t, std::int64_t>(std::move(name), "i64");
        case 'b': return readBoolean(std::move(name));
        case 'd': return readDouble(std::move(name));
        case 's':
        case 'o':
            return readText(std::move(name), m_reader.peek<std::uint32_t>(), 4,
                            signature.front() == 's' ? "string" : "object path");
        case 'g': return readText(std::move(name), m_reader.peek<std::uint8_t>(), 1, "signature");
        case 'v': return readVariant(std::move(name));
        case 'a': readArray(std::move(name), signature.substr(1)); return {};
        default: readStruct(std::move(name), signature); return {};
        }
    }

    void align(std::size_t to)
    {
        const std::size_t over = (m_reader.position() - m_begin) % to;
        m_reader.skip(over == 0 ? 0 : to - over);
    }

private:
    template <typename Unsigned, typename Signed>
    std::string readSigned(std::string name, std::string_view type)
    {
        std::string text = std::to_string(static_cast<Signed>(m_reader.peek<Unsigned>()));
        m_reader.spelled(std::move(name), text, sizeof(Unsigned), type, FieldKind::Number);
        return text;
    }

    std::string readBoolean(std::string name)
    {
        const auto value = m_reader.peek<std::uint32_t>();
        if (m_reader.has(4) && value > 1) {
            m_reader.fail(4, PIPECORE_TR("Decode", "expected 0 or 1"));
        }
        const std::string_view word = value != 0 ? "true" : "false";
        m_reader.spelled(std::move(name), word, 4, "boolean", FieldKind::Word);
        return std::string(word);
    }

    std::string readDouble(std::string name)
    {
        std::string text = doubleText(m_reader.peek<std::uint64_t>());
        m_reader.spelled(std::move(name), text, 8, "double", FieldKind::Number);
        return text;
    }

    /// A text after its length of `width` bytes, with a zero byte behind it.
    std::string readText(std::string name, std::uint64_t length, std::size_t width,
                         std::string_view type)
    {
        const std::uint64_t size = width + length + 1;
        if (!m_reader.has(size)) {
            return {};
        }
        std::string text(asText(m_reader.rest().subspan(width, static_cast<std::size_t>(length))));
        m_reader.spelled(std::move(name), text, size, type);
        return text;
    }

    std::string readVariant(std::string name)
    {
        const auto length = m_reader.peek<std::uint8_t>();
        if (!m_reader.has(length + std::size_t{2})) {
            return {};
        }
        const std::string signature(asText(m_reader.rest().subspan(1, length)));
        if (endOfType(signature, 0) != signature.size()) {
            m_reader.fail(length + 2U, PIPECORE_TR("Decode", "invalid signature \"%1\""),
                          {signature});
            return {};
        }
        m_reader.open(std::move(name), "variant");
        readText("signature", length, 1, "signature");
        std::string text = read("value", signature);
        m_reader.summarize(text);
        m_reader.close();
        return text;
    }

    void readArray(std::string name, std::string_view element)
    {
        constexpr std::uint32_t maxArray = 64 * 1024 * 1024;
        const auto length = m_reader.peek<std::uint32_t>();
        m_reader.open(std::move(name), element.front() == '{' ? "dictionary" : "array",
                      element.front() == '{' ? FieldKind::Group : FieldKind::List);
        if (m_reader.has(4) && length > maxArray) {
            m_reader.fail(4, PIPECORE_TR("Decode", "length exceeds %1 bytes"),
                          {std::to_string(maxArray)});
        }
        m_reader.number<std::uint32_t>("length");
        align(alignmentOf(element.front()));
        if (!m_reader.isGood()) {
            return;
        }
        if (element == "y") {
            m_reader.textOrBytes("bytes", length);
        } else {
            FieldReader part(m_reader, length);
            Values values(part, m_begin);
            for (std::size_t index = 0; part.hasMore(); ++index) {
                values.read(itemName(index), element);
            }
            part.endPart();
        }
        m_reader.close();
    }

    /// A struct, or an entry of a dictionary.
    void readStruct(std::string name, std::string_view signature)
    {
        const bool isEntry = signature.front() == '{';
        m_reader.open(std::move(name), isEntry ? "entry" : "struct");
        std::string_view rest = signature.substr(1, signature.size() - 2);
        for (std::size_t index = 0; m_reader.isGood() && !rest.empty(); ++index) {
            const std::size_t end = endOfType(rest, 0).value_or(rest.size());
            const std::string text = read(!isEntry     ? itemName(index)
                                          : index == 0 ? "key"
                                                       : "value",
                                          rest.substr(0, end));
            if (isEntry && index == 0) {
                m_reader.summarize(text);
            }
            rest.remove_prefix(end);
        }
        m_reader.close();
    }

    FieldReader& m_reader;
    std::size_t m_begin; ///< of the message
};

void readHeaderField(FieldReader& reader, Values& values, Head& head)
{
    values.align(8);
    const auto code = reader.peek<std::uint8_t>();
    const std::string_view name = fieldName(code);
    reader.open(name.empty() ? "field" : std::string(name), "header field");
    reader.named<std::uint8_t>("code", fieldName);
    const std::string text = values.read("value", "v");
    reader.summarize(text);
    reader.close();
    switch (code) {
    case 2: head.interface = text; break;
    case 3: head.member = text; break;
    case 4: head.errorName = text; break;
    case 5: head.replySerial = text; break;
    case 8: head.signature = text; break;
    default: break;
    }
}

std::string summaryOf(std::uint8_t type, std::uint32_t serial, const Head& head)
{
    std::string text(typeName(type));
    if (!head.errorName.empty()) {
        text += ' ' + head.errorName;
    } else if (!head.member.empty()) {
        text += ' ' + (head.interface.empty() ? "" : head.interface + '.') + head.member;
    }
    text += ", serial " + std::to_string(serial);
    return head.replySerial.empty() ? text : text + ", reply to " + head.replySerial;
}

void readMessage(FieldReader& reader)
{
    constexpr std::string_view flags[] = {"NO_REPLY_EXPECTED", "NO_AUTO_START",
                                          "ALLOW_INTERACTIVE_AUTHORIZATION"};
    const std::size_t begin = reader.position();
    const bool little = reader.peek<std::uint8_t>() == 'l';
    reader.setOrder(little ? ByteOrder::Little : ByteOrder::Big);
    reader.spelled("byte order", little ? "little-endian" : "big-endian", 1, "character",
                   FieldKind::Word);
    const auto type = reader.named<std::uint8_t>("type", typeName);
    reader.flags<std::uint8_t>("flags", flags);
    reader.number<std::uint8_t>("version");
    const auto bodyLength = reader.number<std::uint32_t>("body length");
    const auto serial = reader.number<std::uint32_t>("serial");
    const auto fieldsLength = reader.number<std::uint32_t>("fields length");
    if (reader.isGood() && (fieldsLength > maxFieldBytes || bodyLength > maxBodyBytes)) {
        reader.fail(0, PIPECORE_TR("Decode", "length exceeds %1 bytes"),
                    {std::to_string(maxBodyBytes)});
    }
    if (!reader.isGood()) {
        return;
    }
    Head head;
    FieldReader fields(reader, fieldsLength);
    Values headerValues(fields, begin);
    while (fields.hasMore()) {
        readHeaderField(fields, headerValues, head);
    }
    fields.endPart();
    Values(reader, begin).align(8);
    reader.summarize(summaryOf(type, serial, head));
    if (!reader.isGood() || bodyLength == 0) {
        return;
    }
    reader.open("body", "values");
    reader.summarize(head.signature);
    FieldReader body(reader, bodyLength);
    Values(body, begin).readAll(head.signature);
    body.bytes("rest", body.left());
    body.endPart();
    reader.close();
}

/// True when a message can begin so; a line of the authentication begins with a capital.
bool isMessage(ByteView bytes)
{
    return !bytes.empty() && (bytes[0] == std::byte{'l'} || bytes[0] == std::byte{'B'})
           && (bytes.size() < 2 || !typeName(std::to_integer<std::uint8_t>(bytes[1])).empty());
}

void readLine(FieldReader& reader)
{
    const std::string_view rest = asText(reader.rest());
    const std::size_t end = rest.find('\n');
    // A frame has the line without its end.
    const std::size_t size = end == std::string_view::npos ? rest.size() : end + 1;
    std::string_view line = rest.substr(0, size);
    line = line.substr(0, line.find_last_not_of("\r\n") + 1);
    const auto isText = [](char c) { return c >= ' ' && c <= '~'; };
    if (line.empty() || !std::ranges::all_of(line, isText)) {
        reader.fail(size, PIPECORE_TR("Decode", "expected a D-Bus message"));
        return;
    }
    reader.spelled("authentication", line, size, "line");
}

} // namespace

} // namespace dbusmessage

bool isDbusMessage(ByteView bytes)
{
    const auto at = [bytes](std::size_t index) { return std::to_integer<unsigned>(bytes[index]); };
    if (bytes.size() < dbusmessage::fixedHead || !dbusmessage::isMessage(bytes) || at(3) != 1
        || at(2) > 7) {
        return false;
    }
    const ByteOrder order = at(0) == 'l' ? ByteOrder::Little : ByteOrder::Big;
    return load<std::uint32_t>(&bytes[4], order) <= dbusmessage::maxBodyBytes
           && load<std::uint32_t>(&bytes[12], order) <= dbusmessage::maxFieldBytes
           && load<std::uint32_t>(&bytes[8], order) != 0;
}

bool readDbus(const Slice& slice, TreeBuilder& tree)
{
    FieldReader reader(slice, tree, ByteOrder::Little);
    for (std::size_t index = 0; reader.hasMore() || (index == 0 && reader.has(1)); ++index) {
        if (reader.peek<std::uint8_t>() == 0) {
            reader.bytes("start", 1, "NUL");
        } else if (dbusmessage::isMessage(reader.rest())) {
            reader.open(itemName(index), "message");
            dbusmessage::readMessage(reader);
            reader.close();
        } else {
            dbusmessage::readLine(reader);
        }
    }
    return reader.isGood();
}

} // namespace pipecore
