#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/decode/decode.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace pipecore {

/// Protocols over pipes and local sockets that are known here.
enum class ProtocolId : std::uint8_t {
    Lsp,
    Dap,
    StreamJsonRpc,
    Mpv,
    Qmp,
    JsonRpcLines,
    Varlink,
    JsonRpc,
    DockerStream,
    Http1,
    Http2,
    DotnetWrapper,
    SshAgent,
    Discord,
    DotnetDiagnostics,
    DceRpc,
    Dbus,
    MessagePackRpc,
    I3,
    Redis,
    JsonLines,
};

/// A protocol: how its streams are parted into frames, and which decoder takes these apart.
struct ProtocolInfo
{
    ProtocolId id = ProtocolId::Lsp;
    std::string_view key;     ///< never changes: for settings and the command line ("lsp")
    std::string_view name;    ///< English; translation source of the context "Protocol"
    std::string_view framing; ///< the text of a FramingRule
    DecoderId decoder = DecoderId::Json;
};
/// All protocols, in the order in which a list shows them. docs/DECODERS.md describes them.
[[nodiscard]] std::span<const ProtocolInfo> protocols();
[[nodiscard]] const ProtocolInfo& protocolInfo(ProtocolId id);
/// The protocol with this key; empty when there is none (any more).
[[nodiscard]] std::optional<ProtocolId> protocolByKey(std::string_view key);

/// The first bytes of a conversation, from the beginning of each direction; either may be empty.
struct ConversationStart
{
    std::string_view pipe; ///< name or path of the pipe; empty: not known
    ByteView fromClient;   ///< from the end that connected
    ByteView fromServer;   ///< from the end that listened
};

/// A protocol that a conversation may be in.
struct ProtocolGuess
{
    ProtocolId protocol = ProtocolId::Lsp;
    /// 1 (possible) to 100 (certain). At least protocolIsSure: name and content agree, or several things in
    /// the content that other bytes hardly have.
    int score = 0;
    bool fitsName = false;   ///< pipes of this protocol are called so
    std::size_t frames = 0;  ///< complete ones that were read
    std::size_t misfits = 0; ///< of these: not of this protocol
};
/// A guess with this score or more may be taken without asking.
constexpr int protocolIsSure = 80;

/// Which protocols fit, the likeliest first: by the name of the pipe, then by the frames of both directions.
/// A name alone is a guess until bytes contradict it. Looks at 64 KiB and 32 frames of each direction.
/// Any thread.
[[nodiscard]] std::vector<ProtocolGuess> detectProtocol(const ConversationStart& start);
/// Whether pipes of this protocol are called so. `pipe` is a name or a path.
[[nodiscard]] bool isProtocolName(ProtocolId protocol, std::string_view pipe);

} // namespace pipecore
