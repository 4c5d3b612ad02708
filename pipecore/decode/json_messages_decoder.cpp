// JSON messages of LSP, DAP, JSON-RPC, mpv, QMP and varlink, with what each of them is: JSON with
// Content-Length headers, in lines, ended by zero bytes, or one after the other; and the same in MessagePack, as
// StreamJsonRpc writes it.
#include "decoders.h"
#include "field_reader.h"
#include "json_summary.h"
#include "pipecore/base/translatable.h"

#include <algorithm>
#include <charconv>

namespace pipecore {

namespace {

/// Bytes between messages: white space, the ends of varlink and of JSON text sequences (RFC 7464).
constexpr std::string_view messageGaps{" \t\r\n\0\x1E", 6};
constexpr std::string_view messageEnds{"\0\x1E", 2};

char lowerOf(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool startsWithWord(std::string_view text, std::string_view word)
{
    return text.size() >= word.size()
           && std::ranges::equal(text.substr(0, word.size()), word, {}, lowerOf);
}

constexpr std::string_view contentWord = "content-";

/// True as long as a header can begin so.
bool canBeHeader(std::string_view text)
{
    return startsWithWord(text, contentWord.substr(0, std::min(text.size(), contentWord.size())));
}

/// Names and summarizes the values of the innermost open field from the `first` one on.
void summarizeMessages(TreeBuilder& tree, std::size_t first)
{
    auto& values = tree.top().children;
    for (std::size_t at = first; at < values.size(); ++at) {
        Field& value = values[at];
        if (value.kind == FieldKind::Error || value.kind == FieldKind::Notice) {
            continue;
        }
        value.name = itemName(at);
        if (value.kind == FieldKind::Group) {
            value.value = shortened(summarizeJson(value).text(), tree.limits().valueBytes);
        } else if (value.kind == FieldKind::List) {
            // A batch.
            for (Field& call : value.children) {
                if (call.kind == FieldKind::Group) {
                    call.value = shortened(summarizeJson(call).text(), tree.limits().valueBytes);
                }
            }
        }
    }
}

/// A message with header lines.
class HeadedMessage
{
public:
    explicit HeadedMessage(FieldReader& reader) : m_reader(reader) {}

    void read(std::size_t index)
    {
        m_reader.open(itemName(index), "message");
        while (m_reader.hasMore() && !readLine()) {}
        if (!m_reader.isGood()) {
            return;
        }
        if (!m_length) {
            m_reader.fail(0, PIPECORE_TR("Decode", "expected a Content-Length"));
            return;
        }
        m_reader.nested("body", m_isUtf16 ? "text" : "JSON", *m_length,
                        m_isUtf16 ? readUtf16Le : readJson);
        if (m_reader.isGood()) {
            summarize();
        }
        m_reader.close();
    }

private:
    /// True for the empty line at the end.
    bool readLine()
    {
        const std::string_view rest = asText(m_reader.rest());
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos) {
            m_reader.has(rest.size() + 1);
            return true;
        }
        std::string_view line = rest.substr(0, end);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (line.empty()) {
            m_reader.skip(end + 1);
            return true;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) {
            m_reader.fail(end + 1, PIPECORE_TR("Decode", "expected a line \"Name: value\""));
            return true;
        }
        const std::size_t begin = std::min(line.find_first_not_of(" \t", colon + 1), line.size());
        const std::string_view value = line.substr(begin);
        if (startsWithWord(line, "content-length:")) {
            std::uint64_t length = 0;
            if (std::from_chars(value.data(), value.data() + value.size(), length).ec
                == std::errc()) {
                m_length = length;
            }
        }
        m_isUtf16 = m_isUtf16 || value.find("utf-16") != std::string_view::npos;
        m_reader.spelled(std::string(line.substr(0, colon)), value, end + 1, "header");
        return false;
    }

    void summarize()
    {
        const Field& body = m_reader.tree().top().children.back();
        if (body.kind == FieldKind::Group) {
            m_reader.summarize(summarizeJson(body).text());
        }
    }

    FieldReader& m_reader;
    std::optional<std::uint64_t> m_length;
    bool m_isUtf16 = false;
};

/// Maps of MessagePack, whose members are those of the JSON.
bool readPackedMessages(const Slice& slice, TreeBuilder& tree)
{
    const bool good = readMessagePack(slice, tree);
    if (tree.depth() == 0) {
        summarizeMessages(tree, 0);
    }
    return good;
}

} // namespace

bool hasContentHeader(ByteView bytes)
{
    return startsWithWord(asText(bytes), contentWord);
}

bool readJsonMessages(const Slice& slice, TreeBuilder& tree)
{
    constexpr unsigned firstMap = 0x80;
    constexpr unsigned lastMap = 0x8F;
    const unsigned lead = slice.bytes.empty() ? 0 : std::to_integer<unsigned>(slice.bytes.front());
    if (lead >= firstMap && lead <= lastMap) {
        return readPackedMessages(slice, tree);
    }
    FieldReader reader(slice, tree);
    for (bool isFirst = true; reader.hasMore() || isFirst; isFirst = false) {
        const std::string_view rest = asText(reader.rest());
        const std::size_t begin = rest.find_first_not_of(messageGaps);
        if (begin == std::string_view::npos) {
            if (isFirst) {
                return tree.unexpectedEnd(slice, slice.base);
            }
            break;
        }
        reader.skip(begin);
        const std::size_t first = tree.top().children.size();
        if (canBeHeader(asText(reader.rest()))) {
            HeadedMessage(reader).read(first);
        } else {
            const std::size_t size =
                std::min(rest.find_first_of(messageEnds, begin), rest.size()) - begin;
            const Slice part{reader.rest().first(size), reader.place(),
                             slice.cut && begin + size == rest.size()};
            const bool good = readJson(part, tree);
            if (tree.depth() == 0) {
                summarizeMessages(tree, first);
            }
            if (!good) {
                return false;
            }
            reader.skip(size);
        }
        if (!reader.isGood()) {
            return false;
        }
    }
    return true;
}

} // namespace pipecore
