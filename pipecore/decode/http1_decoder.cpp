// HTTP/1: the start line, the fields of the head, the body, its chunks.
#include "decoders.h"
#include "field_reader.h"
#include "pipecore/base/translatable.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace pipecore {

namespace http1 {

namespace {

constexpr std::size_t maxHead = 64 * 1024;

char lowerCase(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isEqual(std::string_view one, std::string_view other)
{
    return std::ranges::equal(one, other, {}, lowerCase, lowerCase);
}

bool hasText(std::string_view text, std::string_view part)
{
    return !std::ranges::search(text, part, {}, lowerCase, lowerCase).empty();
}

template <typename Number>
std::optional<Number> numberIn(std::string_view digits, int base = 10)
{
    Number value{};
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, value, base);
    return read.ec == std::errc() && read.ptr == end ? std::optional(value) : std::nullopt;
}

/// "GET /x HTTP/1.1" or "HTTP/1.1 200 OK", taken apart.
struct StartLine
{
    std::string_view first; ///< method or version
    std::string_view second;
    std::string_view third;
    bool isReply = false;
};

std::optional<StartLine> startLineOf(std::string_view line)
{
    constexpr std::string_view version = "HTTP/1.";
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos || space == 0) {
        return std::nullopt;
    }
    StartLine result{line.substr(0, space), line.substr(space + 1), {}, false};
    if (line.starts_with(version)) {
        const std::size_t next = result.second.find(' ');
        if (next != std::string_view::npos) {
            result.third = result.second.substr(next + 1);
            result.second = result.second.substr(0, next);
        }
        result.isReply = true;
        constexpr std::size_t digits = 3;
        return result.second.size() == digits && numberIn<unsigned>(result.second)
                   ? std::optional(result)
                   : std::nullopt;
    }
    const std::size_t last = result.second.rfind(' ');
    if (last == std::string_view::npos || !result.second.substr(last + 1).starts_with(version)) {
        return std::nullopt;
    }
    const auto isToken = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
    };
    result.third = result.second.substr(last + 1);
    result.second = result.second.substr(0, last);
    return std::ranges::all_of(result.first, isToken) ? std::optional(result) : std::nullopt;
}

class MessageReader
{
public:
    explicit MessageReader(FieldReader& reader) : m_reader(reader) {}

    void read()
    {
        if (!readStartLine()) {
            return;
        }
        while (m_reader.hasMore() && readField()) {}
        if (m_reader.isGood() && !m_headEnds) {
            m_reader.has(m_reader.left() + 1);
        }
        readBody();
    }

private:
    /// The next line without its end; empty when there is none, which is reported.
    std::optional<std::string_view> line(std::size_t& size)
    {
        const std::string_view rest = asText(m_reader.rest());
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos) {
            if (rest.size() > maxHead) {
                m_reader.fail(rest.size(), PIPECORE_TR("Decode", "expected the end of a line"));
            } else {
                m_reader.has(rest.size() + 1);
            }
            return std::nullopt;
        }
        size = end + 1;
        std::string_view result = rest.substr(0, end);
        if (result.ends_with('\r')) {
            result.remove_suffix(1);
        }
        return result;
    }

    bool readStartLine()
    {
        std::size_t size = 0;
        const auto text = line(size);
        const auto start = text ? startLineOf(*text) : std::nullopt;
        if (!start) {
            m_reader.fail(size, PIPECORE_TR("Decode", "expected a start line of HTTP/1"));
            return false;
        }
        m_isReply = start->isReply;
        const std::size_t rest =
            size - start->first.size() - start->second.size() - start->third.size();
        if (m_isReply) {
            m_reader.summarize(std::string(*text).substr(start->first.size() + 1));
            m_status = numberIn<unsigned>(start->second).value_or(0);
            m_reader.text("version", start->first.size());
            m_reader.skip(1);
            m_reader.spelled("status", start->second, start->second.size(), "number",
                             FieldKind::Number);
            if (!start->third.empty()) {
                m_reader.skip(1);
                m_reader.text("reason", start->third.size());
                m_reader.skip(rest - 2);
            } else {
                m_reader.skip(rest - 1);
            }
        } else {
            m_reader.summarize(std::string(start->first) + ' ' + std::string(start->second));
            m_reader.text("method", start->first.size());
            m_reader.skip(1);
            m_reader.text("target", start->second.size());
            m_reader.skip(1);
            m_reader.text("version", start->third.size());
            m_reader.skip(rest - 2);
        }
        return m_reader.isGood();
    }

    /// False at the end of the head.
    bool readField()
    {
        std::size_t size = 0;
        const auto text = line(size);
        if (!text) {
            return false;
        }
        if (text->empty()) {
            m_reader.skip(size);
            m_headEnds = true;
            return false;
        }
        const std::size_t colon = text->find(':');
        if (colon == std::string_view::npos || colon == 0) {
            m_reader.fail(size, PIPECORE_TR("Decode", "expected a line \"Name: value\""));
            return false;
        }
        const std::string_view name = text->substr(0, colon);
        std::string_view value = text->substr(colon + 1);
        value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
        note(name, value);
        m_reader.spelled(std::string(name), value, size, "header");
        return true;
    }

    void note(std::string_view name, std::string_view value)
    {
        if (isEqual(name, "content-length")) {
            m_length = numberIn<std::uint64_t>(value);
        } else if (isEqual(name, "transfer-encoding")) {
            m_isChunked = hasText(value, "chunked");
        } else if (isEqual(name, "content-encoding")) {
            m_isEncoded = !isEqual(value, "identity");
        } else if (isEqual(name, "content-type")) {
            m_isJson = hasText(value, "json");
            m_isDockerStream = hasText(value, "docker.multiplexed-stream");
        }
    }

    void readBody()
    {
        constexpr unsigned noContent = 204;
        constexpr unsigned notModified = 304;
        const bool isBodyless =
            m_isReply && (m_status < 200 || m_status == noContent || m_status == notModified);
        if (!m_reader.isGood() || isBodyless) {
            return;
        }
        if (m_isChunked) {
            if (m_reader.left() > 0) {
                readChunks();
            }
        } else if (m_length) {
            // A reply to HEAD states a length and has no body.
            if (m_reader.left() > 0 || !m_isReply) {
                readContent("body", *m_length);
            }
        } else if (m_isReply) {
            readContent("body", m_reader.left());
        }
    }

    void readContent(std::string name, std::uint64_t size)
    {
        if (size == 0) {
            return;
        }
        const bool looksLikeJson = size <= m_reader.left() && isDocument(size);
        if (m_isDockerStream) {
            m_reader.nested(std::move(name), "Docker stream", size, readDockerStream);
        } else if (m_isJson && !m_isEncoded && looksLikeJson) {
            m_reader.nested(std::move(name), "JSON", size, readJsonMessages);
        } else {
            m_reader.textOrBytes(std::move(name), size);
        }
    }

    /// True when the content is not a piece of a document: chunks may be.
    [[nodiscard]] bool isDocument(std::uint64_t size) const
    {
        std::string_view text = asText(m_reader.rest().first(static_cast<std::size_t>(size)));
        text = text.substr(0, text.find_last_not_of(" \r\n\t") + 1);
        return (text.starts_with('{') && text.ends_with('}'))
               || (text.starts_with('[') && text.ends_with(']'));
    }

    void readChunks()
    {
        for (std::size_t index = 0; m_reader.isGood(); ++index) {
            std::size_t size = 0;
            const auto text = line(size);
            if (!text) {
                return;
            }
            std::string_view digits = text->substr(0, text->find(';'));
            digits = digits.substr(0, digits.find_last_not_of(" \t") + 1);
            const auto length = numberIn<std::uint32_t>(digits, 16);
            if (!length) {
                m_reader.fail(size, PIPECORE_TR("Decode", "expected the size of a chunk"));
                return;
            }
            if (*length == 0) {
                m_reader.spelled("last chunk", "0", size, "hex", FieldKind::Number);
                readTrailers();
                return;
            }
            m_reader.open("chunk" + itemName(index), "chunk");
            m_reader.spelled("size", std::to_string(*length), size, "hex", FieldKind::Number);
            readContent("data", *length);
            readLineEnd();
            m_reader.close();
        }
    }

    void readLineEnd()
    {
        const std::string_view rest = asText(m_reader.rest());
        if (m_reader.isGood() && !rest.empty() && rest.front() == '\n') {
            m_reader.skip(1);
        } else if (m_reader.has(2)) {
            if (!rest.starts_with("\r\n")) {
                m_reader.fail(2, PIPECORE_TR("Decode", "expected CR LF"));
            }
            m_reader.skip(2);
        }
    }

    void readTrailers()
    {
        m_headEnds = false;
        while (m_reader.hasMore() && readField()) {}
        if (m_reader.isGood() && !m_headEnds) {
            m_reader.has(m_reader.left() + 1);
        }
    }

    FieldReader& m_reader;
    std::optional<std::uint64_t> m_length;
    unsigned m_status = 0;
    bool m_isReply = false;
    bool m_isChunked = false;
    bool m_isEncoded = false;
    bool m_isJson = false;
    bool m_isDockerStream = false;
    bool m_headEnds = false;
};

} // namespace

} // namespace http1

bool isHttp1(ByteView bytes)
{
    const std::string_view text = asText(bytes.first(std::min(bytes.size(), http1::maxHead)));
    std::string_view line = text.substr(0, text.find('\n'));
    if (line.size() == text.size()) {
        return false;
    }
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return http1::startLineOf(line).has_value();
}

bool readHttp1(const Slice& slice, TreeBuilder& tree)
{
    if (!isHttp1(slice.bytes) && isDockerStream(slice.bytes)) {
        return readDockerStream(slice, tree); // after an upgrade
    }
    FieldReader reader(slice, tree);
    for (std::size_t index = 0; reader.hasMore() || (index == 0 && reader.has(1)); ++index) {
        reader.open(itemName(index), "message");
        http1::MessageReader(reader).read();
        reader.close();
    }
    return reader.isGood();
}

} // namespace pipecore
