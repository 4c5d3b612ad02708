#include "decoded_path.h"

#include "pipecore/base/translatable.h"
#include "pipecore/decode/proto_types.h"
#include "pipecore/filter/filter.h"
#include "values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace pipecore::filter {

namespace {

/// Steps of a path at most, which also bounds how deep it is followed.
constexpr std::size_t maxSteps = 64;

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
           || c == '-' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t nameLength(std::string_view text)
{
    const auto end =
        std::ranges::find_if(text, [](char character) { return !isNameCharacter(character); });
    return static_cast<std::size_t>(end - text.begin());
}

/// Length of a text in quotes with them; 0 when its end is missing.
std::size_t quotedLength(std::string_view text)
{
    std::size_t end = 1;
    while (end < text.size() && text[end] != '"') {
        end += text[end] == '\\' ? 2 : 1;
    }
    return end < text.size() ? end + 1 : 0;
}

using Root = DecodedPath::Root;

/// A word in front of fields.
struct Prefix
{
    std::string_view word;
    DecoderId decoder = DecoderId::Json;
    Root root = Root::Payload;
};

/// Words that people know better than the key.
constexpr auto prefixes = std::to_array<Prefix>({{"http", DecoderId::Http1},
                                                 {"redis", DecoderId::Resp},
                                                 {"proto", DecoderId::Protobuf, Root::ProtoMessage},
                                                 {"grpc", DecoderId::Http2, Root::GrpcMessage}});

std::optional<Prefix> prefixNamed(std::string_view word)
{
    const auto* const known = std::ranges::find(prefixes, word, &Prefix::word);
    if (known != prefixes.end()) {
        return *known;
    }
    const auto decoder = decoderByKey(word);
    return decoder ? std::optional(Prefix{.word = word, .decoder = *decoder}) : std::nullopt;
}

/// Reads a path step by step.
class PathReader
{
public:
    PathReader(std::string_view text, std::size_t begin) : m_text(text), m_at(begin) {}

    std::expected<ParsedPath, PathProblem> read(const Prefix& prefix)
    {
        ParsedPath parsed;
        parsed.path.decoder = prefix.decoder;
        parsed.path.root = prefix.root;
        while (takes('.') || takes('[')) {
            auto step = m_text[m_at++] == '.' ? name() : index();
            if (!step) {
                return std::unexpected(std::move(step.error()));
            }
            parsed.path.steps.push_back(std::move(*step));
            if (parsed.path.steps.size() > maxSteps) {
                return problem({PIPECORE_TR("ErrorDetail", "A field has at most %1 steps"),
                                {std::to_string(maxSteps)}});
            }
        }
        parsed.path.text = m_text.substr(0, m_at);
        parsed.length = m_at;
        return parsed;
    }

private:
    using Step = std::expected<PathStep, PathProblem>;

    [[nodiscard]] bool takes(char wanted) const
    {
        return m_at < m_text.size() && m_text[m_at] == wanted;
    }
    [[nodiscard]] std::unexpected<PathProblem> problem(Phrase message) const
    {
        return std::unexpected(PathProblem{.offset = m_at, .message = std::move(message)});
    }

    Step name()
    {
        if (takes('"')) {
            const std::size_t length = quotedLength(m_text.substr(m_at));
            if (length == 0) {
                return problem({PIPECORE_TR("ErrorDetail", "Missing closing quote")});
            }
            StringValue value = parseString(m_text.substr(m_at, length));
            if (value.fault || value.text.empty()) {
                return problem({PIPECORE_TR("ErrorDetail", "Expected the name of a field")});
            }
            m_at += length;
            return PathStep{.name = std::move(value.text)};
        }
        const std::size_t length = nameLength(m_text.substr(m_at));
        if (length == 0) {
            return problem({PIPECORE_TR("ErrorDetail", "Expected the name of a field")});
        }
        const std::string_view word = m_text.substr(m_at, length);
        m_at += length;
        return PathStep{.name = std::string(word)};
    }

    Step index()
    {
        PathStep step;
        if (takes('*')) {
            ++m_at;
        } else {
            std::size_t number = 0;
            const char* const begin = m_text.data() + m_at;
            const auto [end, error] = std::from_chars(begin, m_text.data() + m_text.size(), number);
            if (error != std::errc{}) {
                return problem(
                    {PIPECORE_TR("ErrorDetail", "Expected the number of an element, or *")});
            }
            step.index = number;
            m_at += static_cast<std::size_t>(end - begin);
        }
        if (!takes(']')) {
            return problem({PIPECORE_TR("ErrorDetail", "Expected ]")});
        }
        ++m_at;
        return step;
    }

    std::string_view m_text;
    std::size_t m_at;
};

/// Follows a path through a tree; the tree and the path bound how deep.
class Walk
{
public:
    Walk(const DecodedPath& path, ByteView payload) : m_path(path), m_payload(payload) {}

    // NOLINTNEXTLINE(misc-no-recursion)
    void from(const pipecore::Field& field, std::size_t step)
    {
        if (step == m_path.steps.size()) {
            add(field);
            return;
        }
        const PathStep& next = m_path.steps[step];
        if (next.name.empty()) {
            if (field.kind == FieldKind::List) {
                elements(field, next.index, step + 1);
            }
            return;
        }
        for (const pipecore::Field& child : field.children) {
            if (field.kind == FieldKind::List) {
                from(child, step);
            } else if (child.name == next.name) {
                from(child, step + 1);
            }
        }
    }

    /// The same from every group of this type.
    // NOLINTNEXTLINE(misc-no-recursion)
    void fromGroups(const pipecore::Field& field, std::string_view type, bool anywhere)
    {
        for (const pipecore::Field& child : field.children) {
            if (child.type != type) {
                fromGroups(child, type, anywhere);
            } else if (anywhere) {
                fromAnywhere(child);
            } else {
                from(child, 0);
            }
        }
    }

    /// The same from every field that has the name of the first step.
    // NOLINTNEXTLINE(misc-no-recursion)
    void fromAnywhere(const pipecore::Field& field)
    {
        for (const pipecore::Field& child : field.children) {
            if (child.name == m_path.steps.front().name) {
                from(child, 1);
            } else {
                fromAnywhere(child);
            }
        }
    }

    std::vector<DecodedValue> found;

private:
    // NOLINTNEXTLINE(misc-no-recursion)
    void elements(const pipecore::Field& list, std::optional<std::size_t> index, std::size_t step)
    {
        if (!index) {
            for (const pipecore::Field& child : list.children) {
                from(child, step);
            }
        } else if (*index < list.children.size()) {
            from(list.children[*index], step);
        }
    }

    void add(const pipecore::Field& field)
    {
        switch (field.kind) {
        case FieldKind::Error:
        case FieldKind::Notice: return;
        case FieldKind::Group:
        case FieldKind::List:
            // A group that says in a word what is in it: a header field with its type and value.
            if (!field.value.empty()) {
                found.push_back(
                    {.kind = parseDecimal(field.value) ? FieldKind::Number : FieldKind::Text,
                     .text = field.value});
            }
            if (field.offset <= m_payload.size()) {
                const ByteView rest = m_payload.subspan(field.offset);
                found.push_back({.kind = field.kind,
                                 .text = asText(rest.first(std::min(rest.size(), field.length)))});
            }
            return;
        default: found.push_back({.kind = field.kind, .text = field.value});
        }
    }

    const DecodedPath& m_path;
    ByteView m_payload;
};

/// Decoders of data, whose names are the user's: they are followed exactly. Those of protocols have groups
/// that nobody wants to type: `dbus.member` is found below the header's fields.
bool isOfData(DecoderId decoder)
{
    return decoder == DecoderId::Json || decoder == DecoderId::Xml
           || decoder == DecoderId::MessagePack || decoder == DecoderId::Protobuf;
}

bool isHeadLine(std::string_view line)
{
    const std::size_t colon = line.find(':');
    return line.starts_with("HTTP/") || line.ends_with("HTTP/1.1") || line.ends_with("HTTP/1.0")
           || (colon != std::string_view::npos && colon != 0 && nameLength(line) == colon);
}

} // namespace

ByteView contentFor(DecoderId decoder, ByteView payload)
{
    if (decoder != DecoderId::Json && decoder != DecoderId::Xml) {
        return payload;
    }
    constexpr std::size_t maxHead = std::size_t{16} * 1024;
    const std::string_view text = asText(payload.first(std::min(payload.size(), maxHead)));
    const std::size_t end = text.find("\r\n\r\n");
    if (end == std::string_view::npos || !isHeadLine(text.substr(0, text.find("\r\n")))) {
        return payload;
    }
    return payload.subspan(end + 4);
}

std::vector<std::pair<DecoderId, ByteView>> decodersOf(ByteView payload,
                                                       const DecodeContext& context)
{
    // A byte or two are a number of MessagePack, too.
    constexpr int minScore = 50;
    std::vector<std::pair<DecoderId, ByteView>> decoders;
    // With or without a head.
    const ByteView content = contentFor(DecoderId::Json, payload);
    const std::string_view text = asText(content);
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    const bool isJson =
        begin != std::string_view::npos && (text[begin] == '{' || text[begin] == '[');
    if (isJson) {
        decoders.emplace_back(DecoderId::Json, content);
    }
    const auto guesses = detect(payload, context);
    if (!guesses.empty() && guesses.front().score >= minScore
        && hasNamedFields(guesses.front().decoder)
        && !(isJson && content.size() == payload.size())) {
        decoders.emplace_back(guesses.front().decoder, payload);
    }
    return decoders;
}

bool DecodedPath::mayBeIn(ByteView payload) const
{
    // Names of JSON stand in the text as they are, unless it has escapes.
    const std::string_view json = asText(payload);
    if (decoder != DecoderId::Json || json.find('\\') != std::string_view::npos) {
        return true;
    }
    return std::ranges::all_of(steps, [&](const PathStep& step) {
        return step.name.empty() || json.find(step.name) != std::string_view::npos;
    });
}

std::vector<DecodedValue> valuesAt(const DecodedPath& path, const Decoded& decoded,
                                   ByteView payload)
{
    Walk walk(path, payload);
    const bool isTyped = path.root == Root::ProtoMessage && decoded.root.kind == FieldKind::List;
    if (isTyped || path.root == Root::GrpcMessage) {
        // The names of a message are the user's, those around it are not.
        const bool isGrpc = path.root == Root::GrpcMessage;
        walk.fromGroups(decoded.root, isGrpc ? grpcType : protobufType,
                        isGrpc && !path.steps.front().name.empty());
    } else if (isOfData(path.decoder) || path.steps.front().name.empty()) {
        walk.from(topOf(decoded), 0);
    } else {
        walk.fromAnywhere(decoded.root);
    }
    return std::move(walk.found);
}

const pipecore::Field& topOf(const Decoded& decoded)
{
    // A payload is mostly one value, in a list of one.
    const pipecore::Field& root = decoded.root;
    return root.kind == FieldKind::List && root.children.size() == 1 ? root.children.front() : root;
}

std::string_view prefixOf(DecoderId decoder)
{
    const auto* const known = std::ranges::find_if(prefixes, [decoder](const Prefix& prefix) {
        return prefix.decoder == decoder && prefix.root != Root::GrpcMessage;
    });
    return known != prefixes.end() ? known->word : decoderInfo(decoder).key;
}

bool hasNamedFields(DecoderId decoder)
{
    switch (decoder) {
    case DecoderId::Lines:
    case DecoderId::Utf8:
    case DecoderId::Utf16Le:
    case DecoderId::Utf16Be:
    case DecoderId::FramesU16Le:
    case DecoderId::FramesU16Be:
    case DecoderId::FramesU32Le:
    case DecoderId::FramesU32Be: return false;
    default: return true;
    }
}

bool beginsPath(std::string_view word)
{
    const std::size_t dot = word.find('.');
    const auto prefix =
        dot != std::string_view::npos ? prefixNamed(word.substr(0, dot)) : std::nullopt;
    return prefix && hasNamedFields(prefix->decoder);
}

std::expected<ParsedPath, PathProblem> parsePath(std::string_view text)
{
    const std::size_t dot = text.find('.');
    return PathReader(text, dot).read(*prefixNamed(text.substr(0, dot)));
}

std::string stepText(std::string_view name)
{
    const bool isPlain = !name.empty() && nameLength(name) == name.size();
    return '.' + (isPlain ? std::string(name) : filterString(name));
}

} // namespace pipecore::filter
