#pragma once

#include "pipecore/decode/decode.h"

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pipecore::filter {

/// A step into a decoded value.
struct PathStep
{
    std::string name{};                 ///< of a member; empty with an index
    std::optional<std::size_t> index{}; ///< of an element; neither: every element
};

/// A field of decoded payloads: `json.params[0].id`, `json."two words"`, `json.items[*].id`. A name steps
/// into every element of a list, so `json.items.id` is the same. The first name of a protocol's field is looked
/// for at every depth: `dbus.member`.
struct DecodedPath
{
    /// Where in the tree it begins.
    enum class Root : std::uint8_t {
        Payload,
        ProtoMessage, ///< `proto.`: at each message of Protocol Buffers: the payload, or those of gRPC
        GrpcMessage, ///< `grpc.`: below each message of gRPC with its prefix
    };

    Root root = Root::Payload;
    DecoderId decoder = DecoderId::Json;
    std::vector<PathStep> steps; ///< never empty
    std::string text;            ///< as it was typed

    /// Whether a payload that was decoded by this decoder may have the field: false only if it has not.
    [[nodiscard]] bool mayBeIn(ByteView payload) const;
};

/// Value of a field.
struct DecodedValue
{
    FieldKind kind = FieldKind::Text;
    std::string_view text; ///< of groups and lists: the bytes that they are
};
/// Where paths begin in a tree.
[[nodiscard]] const pipecore::Field& topOf(const Decoded& decoded);
/// The values that a path leads to. They refer to `decoded` and `payload`.
[[nodiscard]] std::vector<DecodedValue> valuesAt(const DecodedPath& path, const Decoded& decoded,
                                                 ByteView payload);

/// The part of a message that this decoder reads. One of contents finds them behind a head of lines, as of LSP
/// and HTTP.
[[nodiscard]] ByteView contentFor(DecoderId decoder, ByteView payload);

/// The decoders whose fields a message has, each with the part of the message that it reads: JSON by its plain
/// names, whatever protocol it is of, and the decoder of the protocol.
[[nodiscard]] std::vector<std::pair<DecoderId, ByteView>> decodersOf(ByteView payload,
                                                                     const DecodeContext& context);

/// Whether what this decoder shows has names. Text, and frames by their number, have none.
[[nodiscard]] bool hasNamedFields(DecoderId decoder);
/// The name of a decoder in front of its fields: its key, or a shorter word ("http").
[[nodiscard]] std::string_view prefixOf(DecoderId decoder);

/// Whether a word begins like a path: a decoder and a dot.
[[nodiscard]] bool beginsPath(std::string_view word);

struct PathProblem
{
    std::size_t offset = 0; ///< in the text
    Phrase message;
};
struct ParsedPath
{
    DecodedPath path;
    std::size_t length = 0; ///< bytes of the text that it takes
};
/// Reads the path at the beginning of `text`, for which beginsPath() holds.
[[nodiscard]] std::expected<ParsedPath, PathProblem> parsePath(std::string_view text);

/// The next step of a path as it is typed; a name with other characters than letters, digits, `_`, `-`
/// and `$` in quotes.
[[nodiscard]] std::string stepText(std::string_view name);

} // namespace pipecore::filter
