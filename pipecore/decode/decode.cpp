#include "decoders.h"
#include "lua/registry.h"
#include "pipecore/base/translatable.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pipecore {

namespace {

using ReadFunction = bool (*)(const Slice&, TreeBuilder&);
struct Row
{
    DecoderInfo info;
    ReadFunction read = nullptr;
};

/// In the order of DecoderId.
constexpr std::array<Row, 25> table = {{
    {{DecoderId::Json, "json", PIPECORE_TR("Decoder", "JSON")}, readJson},
    {{DecoderId::Xml, "xml", PIPECORE_TR("Decoder", "XML")}, readXml},
    {{DecoderId::Lines, "lines", PIPECORE_TR("Decoder", "Text lines")}, readLines},
    {{DecoderId::Utf8, "utf-8", PIPECORE_TR("Decoder", "Text, UTF-8")}, readUtf8},
    {{DecoderId::Utf16Le, "utf-16le", PIPECORE_TR("Decoder", "Text, UTF-16LE")}, readUtf16Le},
    {{DecoderId::Utf16Be, "utf-16be", PIPECORE_TR("Decoder", "Text, UTF-16BE")}, readUtf16Be},
    {{DecoderId::FramesU16Le, "frames-u16le", PIPECORE_TR("Decoder", "Frames, u16 LE length")},
     readFramesU16Le},
    {{DecoderId::FramesU16Be, "frames-u16be", PIPECORE_TR("Decoder", "Frames, u16 BE length")},
     readFramesU16Be},
    {{DecoderId::FramesU32Le, "frames-u32le", PIPECORE_TR("Decoder", "Frames, u32 LE length")},
     readFramesU32Le},
    {{DecoderId::FramesU32Be, "frames-u32be", PIPECORE_TR("Decoder", "Frames, u32 BE length")},
     readFramesU32Be},
    {{DecoderId::MessagePack, "msgpack", PIPECORE_TR("Decoder", "MessagePack")}, readMessagePack},
    {{DecoderId::Protobuf, "protobuf", PIPECORE_TR("Decoder", "Protocol Buffers")}, readProtobuf},
    {{DecoderId::DceRpc, "dcerpc", PIPECORE_TR("Decoder", "DCE/RPC"), true}, readDceRpc},
    {{DecoderId::JsonMessages, "json-messages",
      PIPECORE_TR("Decoder", "JSON messages (LSP, DAP, JSON-RPC, mpv, QMP, varlink)")},
     readJsonMessages},
    {{DecoderId::Http1, "http1", PIPECORE_TR("Decoder", "HTTP/1"), true}, readHttp1},
    {{DecoderId::Dbus, "dbus", PIPECORE_TR("Decoder", "D-Bus"), true}, readDbus},
    {{DecoderId::SshAgent, "ssh-agent", PIPECORE_TR("Decoder", "SSH agent")}, readSshAgent},
    {{DecoderId::Resp, "resp", PIPECORE_TR("Decoder", "Redis (RESP)")}, readResp},
    {{DecoderId::MessagePackRpc, "msgpack-rpc", PIPECORE_TR("Decoder", "MessagePack-RPC")},
     readMessagePackRpc},
    {{DecoderId::Discord, "discord", PIPECORE_TR("Decoder", "Discord RPC"), true}, readDiscord},
    {{DecoderId::DotnetDiagnostics, "dotnet-diagnostics",
      PIPECORE_TR("Decoder", ".NET diagnostics"), true},
     readDotnetDiagnostics},
    {{DecoderId::I3, "i3", PIPECORE_TR("Decoder", "i3, sway"), true}, readI3},
    {{DecoderId::DotnetWrapper, "dotnet-wrapper",
      PIPECORE_TR("Decoder", "NamedPipeWrapper, H.Pipes")},
     readDotnetWrapper},
    {{DecoderId::Http2, "http2", PIPECORE_TR("Decoder", "HTTP/2, gRPC"), true}, readHttp2},
    {{DecoderId::DockerStream, "docker-stream", PIPECORE_TR("Decoder", "Docker stream"), true},
     readDockerStream},
}};

consteval std::array<DecoderInfo, table.size()> infosOfTable()
{
    std::array<DecoderInfo, table.size()> result{};
    for (std::size_t at = 0; at < table.size(); ++at) {
        result[at] = table[at].info;
    }
    return result;
}

constexpr auto infos = infosOfTable();

} // namespace

std::span<const DecoderInfo> decoders()
{
    return infos;
}

std::optional<DecoderId> decoderByKey(std::string_view key)
{
    const auto* found = std::ranges::find(infos, key, &DecoderInfo::key);
    return found == infos.end() ? lua::decoderWithKey(key) : std::optional(found->id);
}

DecoderInfo decoderInfo(DecoderId id)
{
    return isAdded(id) ? lua::infoOf(id) : infos[std::to_underlying(id)];
}

bool readAs(DecoderId decoder, const Slice& slice, TreeBuilder& tree)
{
    return table[std::to_underlying(decoder)].read(slice, tree);
}

namespace {

bool readAdded(DecoderId decoder, const Slice& slice, TreeBuilder& tree,
               const DecodeContext& context)
{
    const auto script = lua::scriptOf(decoder);
    return script ? script->decode(slice, tree, context)
                  : tree.fail(slice.base, 0,
                              PIPECORE_TR("Decode", "the decoder of this name is not loaded"));
}

} // namespace

Decoded decode(ByteView payload, DecoderId decoder, const DecodeLimits& limits,
               const DecodeContext& context)
{
    Decoded decoded;
    decoded.decoder = decoder;
    const ByteView seen = payload.first(std::min(payload.size(), limits.bytes));
    decoded.root.kind = FieldKind::List;
    decoded.root.length = seen.size();
    TreeBuilder tree(decoded, limits, context);
    const Slice slice{seen, 0, seen.size() < payload.size()};
    const bool isGood =
        isAdded(decoder) ? readAdded(decoder, slice, tree, context) : readAs(decoder, slice, tree);
    if (isGood && slice.cut) {
        tree.unexpectedEnd(slice, seen.size());
    }
    tree.finish(seen.size());
    return decoded;
}

Decoded decodeOwn(ByteView payload, DecoderId decoder, const DecodeLimits& limits,
                  const DecodeContext& context)
{
    if (isAdded(decoder)) {
        const auto script = lua::scriptOf(decoder);
        if (!script || !script->mayDecode(payload, context)) {
            Decoded none;
            none.decoder = decoder;
            return none;
        }
    }
    return decode(payload, decoder, limits, context);
}

} // namespace pipecore
