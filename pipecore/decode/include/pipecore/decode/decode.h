#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pipecore {

/// The ways in which a payload can be taken apart.
enum class DecoderId : std::uint8_t {
    Json,        ///< RFC 8259; several values one behind the other are read too
    Xml,         ///< XML 1.0 in UTF-8, without document types being acted on
    Lines,       ///< text line by line, after LF, CRLF or CR
    Utf8,        ///< text
    Utf16Le,     ///< text
    Utf16Be,     ///< text
    FramesU16Le, ///< frames that begin with their length in two bytes, low byte first
    FramesU16Be,
    FramesU32Le, ///< the same with four bytes
    FramesU32Be,
    MessagePack,
    Protobuf, ///< Protocol Buffers' wire format, without a schema
    DceRpc,   ///< DCE/RPC 5.0 over connections: headers, binding, call and reply; not the arguments
    JsonMessages,      ///< JSON of LSP, DAP, JSON-RPC, mpv, QMP, varlink: what each message is
    Http1,             ///< HTTP/1: start line, fields, body, chunks
    Dbus,              ///< D-Bus: authentication, header, body by its signature
    SshAgent,          ///< SSH agent; private keys are hidden
    Resp,              ///< Redis: RESP2 and RESP3
    MessagePackRpc,    ///< MessagePack-RPC (Neovim)
    Discord,           ///< Discord RPC
    DotnetDiagnostics, ///< .NET diagnostic port
    I3,                ///< i3 and sway
    DotnetWrapper,     ///< NamedPipeWrapper, H.Pipes: BinaryFormatter is named, not deserialized
    Http2,             ///< HTTP/2: frames, header fields as far as the payload says them, gRPC
    DockerStream,      ///< streams of a container, as attach sends them

    /// From here on: decoders that were added while the program runs (lua_decoders.h). The number of one is
    /// never that of another.
    FirstAdded = 128,
};

/// Whether a decoder was added while the program runs: it is foreign code, which may take its time.
[[nodiscard]] constexpr bool isAdded(DecoderId decoder)
{
    return decoder >= DecoderId::FirstAdded;
}

struct DecoderInfo
{
    DecoderId id = DecoderId::Json;
    std::string_view key;  ///< never changes: for settings ("json")
    std::string_view name; ///< English; translation source of the context "Decoder"
    /// Of a frame, it reads the header, too; the other decoders read the content.
    bool readsHeader = false;
};
/// All decoders of the program, in the order in which a list shows them. addedDecoders() are the others.
[[nodiscard]] std::span<const DecoderInfo> decoders();
/// Those that were added, by their names. Any thread.
[[nodiscard]] std::vector<DecoderInfo> addedDecoders();
/// The decoder with this key, an added one too; empty when there is none (any more). Any thread.
[[nodiscard]] std::optional<DecoderId> decoderByKey(std::string_view key);
/// Its texts stay for as long as the program runs. Any thread.
[[nodiscard]] DecoderInfo decoderInfo(DecoderId id);

enum class FieldKind : std::uint8_t {
    Group,  ///< has named children
    List,   ///< has numbered children
    Text,   ///< `value` is the text itself
    Number, ///< `value` is its spelling
    Word,   ///< true, null, the name of a number
    Binary, ///< `value` is the beginning in hex
    Error,  ///< the data are wrong here; `problem` says how
    Notice, ///< the data may be good, but are not shown from here on; `problem` says why
};

/// A value of a decoded payload with its position. Positions are bytes of the payload.
struct Field
{
    std::string name;      ///< a key, a number, a protocol's own term; UTF-8, may be empty
    std::string value;     ///< UTF-8 without limits on what characters; see `kind`
    std::string_view type; ///< the format's own name for it ("fixstr", "u32"); static, may be empty
    FieldKind kind = FieldKind::Group;
    std::size_t offset = 0;
    std::size_t length = 0;
    Phrase problem; ///< translation source of the context "Decode"
    std::vector<Field> children;
};

/// Limits of the decoding, independent of the payload.
struct DecodeLimits
{
    std::size_t bytes = std::size_t{4} * 1024 * 1024;       ///< looked at, from the beginning
    std::size_t fields = 20'000;                            ///< in the tree
    std::size_t depth = 64;                                 ///< of the tree
    std::size_t valueBytes = 4096;                          ///< of one value or name, UTF-8
    std::size_t prettyBytes = std::size_t{2} * 1024 * 1024; ///< of the laid-out text
    bool showSecrets = false; ///< private keys and passphrases of protocols that name them
};

/// The end of a conversation that has sent a message.
enum class Sender : std::uint8_t {
    Unknown,
    Client, ///< the end that connected
    Server, ///< the end that listened
};

/// How decoding ended.
enum class DecodeEnd : std::uint8_t {
    Good,    ///< all of it was read
    Mistake, ///< something is wrong; there is an Error field at its place
    CutOff,  ///< the payload ends in the middle of something; the last field is an Error
    Limit,   ///< a limit of DecodeLimits; the last field is a Notice
};

struct Decoded
{
    DecoderId decoder = DecoderId::Json;
    Field root; ///< a List or Group over all that was looked at
    /// JSON and XML with line breaks and indents, text as it is; empty for binary formats. UTF-8.
    std::string pretty;
    bool prettyCut = false; ///< `pretty` reached its limit
    DecodeEnd end = DecodeEnd::Good;
};

class Http2Calls;
class ProtoTypes;
struct ProtoMessage;

/// What is known of a message beside its bytes. Refers to what its owner keeps.
struct DecodeContext
{
    std::string_view pipe{}; ///< name or path; empty: not known
    Sender sender = Sender::Unknown;
    const ProtoTypes* types = nullptr;     ///< the user's types of Protocol Buffers
    const ProtoMessage* message = nullptr; ///< type of a payload in Protocol Buffers
    const Http2Calls* calls = nullptr;     ///< of HTTP/2: the calls of its connection
    /// The payload begins with data of a gRPC message that an earlier frame has begun.
    bool beginsInside = false;
};

/// Decodes a payload. Never fails: an error is a field at its place. Any thread; takes time
/// and memory in proportion to the limits at most. A script has limits of its own, which are seconds: an added
/// decoder is no work for the GUI thread.
[[nodiscard]] Decoded decode(ByteView payload, DecoderId decoder, const DecodeLimits& limits = {},
                             const DecodeContext& context = {});
/// The same, but nothing where an added decoder says that the message is none of its own: it would find fields
/// in any bytes.
[[nodiscard]] Decoded decodeOwn(ByteView payload, DecoderId decoder,
                                const DecodeLimits& limits = {}, const DecodeContext& context = {});

struct Guess
{
    DecoderId decoder = DecoderId::Json;
    int score = 0; ///< 1 (possible) to 100 (certain)
};
/// Which decoders fit, the likeliest first; empty when the bytes look like nothing that is known
/// here. Looks at the first 16 KiB; added decoders look at all of it. Any thread, but not that of the GUI when
/// hasAddedDecoders().
[[nodiscard]] std::vector<Guess> detect(ByteView payload, const DecodeContext& context = {});
/// The added decoder that knows a message best; of those without a detection the first by name. Empty: none.
[[nodiscard]] std::optional<DecoderId> addedDecoderFor(ByteView payload,
                                                       const DecodeContext& context = {});
/// Whether there is one. Any thread, at no cost.
[[nodiscard]] bool hasAddedDecoders();

} // namespace pipecore
