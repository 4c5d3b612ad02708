#include "pipecore/decode/protocols.h"

#include "pipecore/base/translatable.h"
#include "pipecore/framing/reassembler.h"
#include "pipecore/framing/rule.h"
#include "protocol_evidence.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pipecore {

namespace {

struct ProtocolRow
{
    ProtocolInfo info;
    /// How its pipes are called: patterns with "*", between blanks. One with "/" is about the end of a
    /// path, the others about the last part.
    std::string_view names;
    Evidence (*evidence)(const Frame&) = nullptr;
};

/// In the order of ProtocolId: of two that fit equally, the first is guessed.
constexpr std::array<ProtocolRow, 21> protocolTable = {{
    {{ProtocolId::Lsp, "lsp", PIPECORE_TR("Protocol", "Language server (LSP), build server (BSP)"),
      "headers", DecoderId::JsonMessages},
     "lsp-* *-lsp *-lsp.sock *languageserver* *language-server* bsp-*",
     lspEvidence},
    {{ProtocolId::Dap, "dap", PIPECORE_TR("Protocol", "Debug adapter (DAP)"), "headers",
      DecoderId::JsonMessages},
     "dap-* *-dap *-dap.sock debugadapter* debug-adapter* vscode-debug-adapter* *debugpy*",
     dapEvidence},
    {{ProtocolId::StreamJsonRpc, "stream-json-rpc",
      PIPECORE_TR("Protocol", "StreamJsonRpc, length before each message"), "u32be",
      DecoderId::JsonMessages},
     "servicehub* *.servicehub.*",
     streamJsonRpcEvidence},
    {{ProtocolId::Mpv, "mpv", PIPECORE_TR("Protocol", "mpv"), "line", DecoderId::JsonMessages},
     "mpv* *mpvsocket* *.mpv *-mpv.sock",
     mpvEvidence},
    {{ProtocolId::Qmp, "qmp", PIPECORE_TR("Protocol", "QEMU (QMP)"), "line",
      DecoderId::JsonMessages},
     "qmp* *.qmp *-qmp *-qmp.sock *.monitor monitor.sock qga* *.guest_agent.*",
     qmpEvidence},
    {{ProtocolId::JsonRpcLines, "json-rpc-lines",
      PIPECORE_TR("Protocol", "JSON-RPC in lines (MCP)"), "line", DecoderId::JsonMessages},
     "mcp-* *-mcp *-mcp.sock",
     jsonRpcEvidence},
    {{ProtocolId::Varlink, "varlink", PIPECORE_TR("Protocol", "varlink"), "nul",
      DecoderId::JsonMessages},
     "*.varlink *varlink* io.systemd.*",
     varlinkEvidence},
    {{ProtocolId::JsonRpc, "json-rpc", PIPECORE_TR("Protocol", "JSON-RPC"), "json",
      DecoderId::JsonMessages},
     "*jsonrpc*",
     jsonRpcEvidence},
    {{ProtocolId::DockerStream, "docker-stream",
      PIPECORE_TR("Protocol", "HTTP/1, then Docker attach"),
      "http1,upgrade=(u32be,offset=4),requests=(message)", DecoderId::Http1},
     "",
     dockerStreamEvidence},
    {{ProtocolId::Http1, "http1", PIPECORE_TR("Protocol", "HTTP/1 (Docker, Podman, Tailscale)"),
      "http1", DecoderId::Http1},
     "docker_engine docker.sock docker_cli_* podman* tailscaled* *.http http.sock",
     http1Evidence},
    {{ProtocolId::Http2, "http2", PIPECORE_TR("Protocol", "HTTP/2, gRPC"), "http2",
      DecoderId::Http2},
     "containerd.sock containerd-containerd crio.sock *grpc* *.grpc buildkitd*",
     http2Evidence},
    {{ProtocolId::DotnetWrapper, "dotnet-wrapper",
      PIPECORE_TR("Protocol", "NamedPipeWrapper, H.Pipes"), "u32be", DecoderId::DotnetWrapper},
     "",
     dotnetWrapperEvidence},
    {{ProtocolId::SshAgent, "ssh-agent", PIPECORE_TR("Protocol", "SSH agent"), "u32be",
      DecoderId::SshAgent},
     "ssh-*/agent.* openssh-ssh-agent *ssh-agent* ssh_auth_sock s.gpg-agent.ssh pageant.* "
     "keyring/ssh keyring/.ssh",
     sshAgentEvidence},
    {{ProtocolId::Discord, "discord", PIPECORE_TR("Protocol", "Discord RPC"), "u32le,offset=4",
      DecoderId::Discord},
     "discord-ipc-*",
     discordEvidence},
    {{ProtocolId::DotnetDiagnostics, "dotnet-diagnostics",
      PIPECORE_TR("Protocol", ".NET diagnostics"),
      "u16le,offset=14,counts=header,extra=4,mark=444f544e45545f4950435f563100",
      DecoderId::DotnetDiagnostics},
     "dotnet-diagnostic-*",
     dotnetDiagnosticsEvidence},
    {{ProtocolId::DceRpc, "dcerpc", PIPECORE_TR("Protocol", "DCE/RPC"),
      "u16le,offset=8,counts=header,extra=6,mark=05", DecoderId::DceRpc},
     "srvsvc wkssvc lsarpc lsass samr netlogon svcctl winreg spoolss epmapper atsvc eventlog "
     "browser ntsvcs scerpc initshutdown protected_storage",
     dceRpcEvidence},
    {{ProtocolId::Dbus, "dbus", PIPECORE_TR("Protocol", "D-Bus"), "dbus", DecoderId::Dbus},
     "system_bus_socket dbus-* */bus user_bus_socket at-spi/bus* session_bus*",
     dbusEvidence},
    {{ProtocolId::MessagePackRpc, "msgpack-rpc",
      PIPECORE_TR("Protocol", "MessagePack-RPC (Neovim)"), "msgpack", DecoderId::MessagePackRpc},
     "nvim* *nvim.sock nvim*/0",
     messagePackRpcEvidence},
    {{ProtocolId::I3, "i3", PIPECORE_TR("Protocol", "i3, sway"),
      "u32le,offset=6,extra=4,mark=69332d697063", DecoderId::I3},
     "ipc-socket.* sway-ipc.* i3-ipc*",
     i3Evidence},
    {{ProtocolId::Redis, "redis", PIPECORE_TR("Protocol", "Redis (RESP)"), "resp", DecoderId::Resp},
     "redis* valkey* *redis.sock",
     redisEvidence},
    {{ProtocolId::JsonLines, "json-lines", PIPECORE_TR("Protocol", "JSON in lines"), "line",
      DecoderId::JsonMessages},
     "",
     jsonLineEvidence},
}};

consteval std::array<ProtocolInfo, protocolTable.size()> infosOfProtocols()
{
    std::array<ProtocolInfo, protocolTable.size()> result{};
    for (std::size_t at = 0; at < protocolTable.size(); ++at) {
        result[at] = protocolTable[at].info;
    }
    return result;
}

constexpr auto protocolInfos = infosOfProtocols();

char lowerAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '\\' ? '/' : c;
}

/// Whether all of `text` is `pattern`, in which "*" is any text.
bool fitsPattern(std::string_view text, std::string_view pattern)
{
    std::size_t at = 0;
    std::size_t of = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    while (at < text.size()) {
        if (of < pattern.size() && pattern[of] == '*') {
            star = of++;
            resume = at;
        } else if (of < pattern.size() && lowerAscii(text[at]) == lowerAscii(pattern[of])) {
            ++at;
            ++of;
        } else if (star != std::string_view::npos) {
            of = star + 1;
            at = ++resume;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', of) == std::string_view::npos;
}

/// The last `parts` parts of a name or path.
std::string_view endOfPath(std::string_view pipe, std::size_t parts)
{
    std::size_t at = pipe.size();
    for (; parts > 0 && at > 0; --parts) {
        at = pipe.find_last_of("/\\", at - 1);
        if (at == std::string_view::npos) {
            return pipe;
        }
    }
    return pipe.substr(at + 1);
}

bool fitsNames(std::string_view pipe, std::string_view patterns)
{
    // .NET's name of a pipe in a folder of sockets.
    constexpr std::string_view dotnet = "CoreFxPipe_";
    std::string_view last = endOfPath(pipe, 1);
    if (last.starts_with(dotnet)) {
        last.remove_prefix(dotnet.size());
    }
    while (!patterns.empty()) {
        const std::size_t end = std::min(patterns.find(' '), patterns.size());
        const std::string_view pattern = patterns.substr(0, end);
        const auto parts = static_cast<std::size_t>(std::ranges::count(pattern, '/'));
        if (fitsPattern(parts == 0 ? last : endOfPath(pipe, parts + 1), pattern)) {
            return true;
        }
        patterns.remove_prefix(std::min(end + 1, patterns.size()));
    }
    return false;
}

/// Sum of what the frames of a conversation say about a protocol.
struct Findings
{
    std::size_t frames = 0;
    std::size_t misfits = 0;
    Evidence bits = 0;
};

constexpr std::size_t bytesJudged = std::size_t{64} * 1024;
constexpr std::size_t framesJudged = 32;

void judgeDirection(const ProtocolRow& row, const FramingRule& rule, ByteView bytes,
                    const std::shared_ptr<FramingContext>& context, Findings& findings)
{
    std::size_t frames = 0;
    Reassembler reassembler(
        rule,
        [&](Frame&& frame) {
            if (frames++ >= framesJudged || frame.truncated) {
                return;
            }
            const Evidence bits = frame.problem ? misfit : row.evidence(frame);
            ++findings.frames;
            findings.misfits += bits < 0 ? 1 : 0;
            findings.bits += std::max(bits, 0);
        },
        context);
    // In pieces, so that much that is no frame ends early.
    constexpr std::size_t piece = 4096;
    bytes = bytes.first(std::min(bytes.size(), bytesJudged));
    for (std::uint64_t at = 0; at < bytes.size() && frames < framesJudged; at += piece) {
        const auto begin = static_cast<std::size_t>(at);
        reassembler.add(at, bytes.subspan(begin, std::min(piece, bytes.size() - begin)));
    }
    const Frame* rest = reassembler.unfinished();
    if (frames < framesJudged && rest != nullptr && rest->problem && !rest->truncated) {
        ++findings.frames;
        ++findings.misfits;
    }
}

/// How sure so many bits are. A single byte or two are never enough.
int scoreOf(Evidence bits)
{
    constexpr std::pair<Evidence, int> steps[] = {{64, 96}, {40, 90}, {32, 84},
                                                  {24, 75}, {16, 60}, {10, 40}};
    for (const auto& [least, score] : steps) {
        if (bits >= least) {
            return score;
        }
    }
    return 0;
}

int scoreOf(const Findings& findings, bool fitsName)
{
    constexpr int byNameAlone = 60;
    constexpr int byBoth = 99;
    constexpr int perMisfit = 10;
    constexpr std::size_t maxMisfitsIn = 4; // one of so many frames may be another's
    if (findings.frames == 0) {
        return fitsName ? byNameAlone : 0;
    }
    if (findings.misfits * maxMisfitsIn > findings.frames) {
        return 0;
    }
    int score = scoreOf(findings.bits);
    if (fitsName) {
        score = score > 0 ? byBoth : byNameAlone;
    }
    return std::max(score - perMisfit * static_cast<int>(findings.misfits), 0);
}

} // namespace

std::span<const ProtocolInfo> protocols()
{
    return protocolInfos;
}

const ProtocolInfo& protocolInfo(ProtocolId id)
{
    return protocolInfos[std::to_underlying(id)];
}

std::optional<ProtocolId> protocolByKey(std::string_view key)
{
    const auto* found = std::ranges::find(protocolInfos, key, &ProtocolInfo::key);
    return found == protocolInfos.end() ? std::nullopt : std::optional(found->id);
}

bool isProtocolName(ProtocolId protocol, std::string_view pipe)
{
    return !pipe.empty() && fitsNames(pipe, protocolTable[std::to_underlying(protocol)].names);
}

std::vector<ProtocolGuess> detectProtocol(const ConversationStart& start)
{
    std::vector<ProtocolGuess> guesses;
    for (const ProtocolRow& row : protocolTable) {
        const auto rule = FramingRule::parse(row.info.framing);
        if (!rule) {
            continue;
        }
        Findings findings;
        const auto context = makeFramingContext();
        judgeDirection(row, *rule, start.fromClient, context, findings);
        judgeDirection(row, *rule, start.fromServer, context, findings);
        const bool fitsName = isProtocolName(row.info.id, start.pipe);
        if (const int score = scoreOf(findings, fitsName); score > 0) {
            guesses.push_back({row.info.id, score, fitsName, findings.frames, findings.misfits});
        }
    }
    std::ranges::stable_sort(guesses, std::ranges::greater(), &ProtocolGuess::score);
    return guesses;
}

} // namespace pipecore
