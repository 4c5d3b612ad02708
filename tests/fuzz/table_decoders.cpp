// Fuzz targets of decoders: payloads of a protocol, whole and cut off, within limits. A target a row.
#include "fuzz.h"
#include "invariants.h"

#include <span>

using namespace pipecore;

namespace {

void judge(ByteView payload, DecoderId decoder, const DecodeLimits& limits)
{
    const Decoded decoded = decode(payload, decoder, limits);
    require(decoded.decoder == decoder, "the decoder that was asked for");
    const std::string broken = brokenInvariant(decoded, payload.size(), limits);
    require(broken.empty(), broken);
}

struct Target
{
    std::string_view topic;
    std::span<const DecoderId> choices; ///< the first byte of a case chooses
};

template <DecoderId... choices>
constexpr DecoderId only[] = {choices...};

using enum DecoderId;

// CMakeLists.txt reads the topics from here.
// clang-format off
constexpr Target targets[] = {
    {"decode_dbus", only<Dbus>},
    {"decode_discord", only<Discord>},
    {"decode_dotnet", only<DotnetDiagnostics, DotnetWrapper>},
    {"decode_http1", only<Http1, DockerStream>},
    {"decode_http2", only<Http2>},
    {"decode_i3", only<I3>},
    {"decode_json_messages", only<JsonMessages>},
    {"decode_msgpack_rpc", only<MessagePackRpc>},
    {"decode_resp", only<Resp>},
    {"decode_ssh_agent", only<SshAgent>},
};
// clang-format on

/// Payloads of one decoder, whole and cut off, within limits.
int judgeDecoding(const Target& target, const std::uint8_t* data, std::size_t size)
{
    Case input(data, size);
    const DecoderId decoder = target.choices[input.choose(target.choices.size())];
    DecodeLimits limits;
    switch (input.choose(4)) {
    case 0: break;
    case 1: limits.bytes = 64; break;
    case 2: limits.fields = 10; break;
    default:
        limits.depth = 3;
        limits.valueBytes = 5;
        limits.prettyBytes = 20;
        limits.showSecrets = true;
    }
    const std::size_t part = input.choose(256);
    const ByteView payload = input.rest();
    judge(payload, decoder, limits);
    judge(payload.first(payload.size() * part / 256), decoder, limits);
    return 0;
}

} // namespace

PIPESCOPE_FUZZ_TABLE(targets, judgeDecoding)
