#include "protocol_evidence.h"

#include "decoders.h"
#include "json_summary.h"
#include "pipecore/base/bytes.h"

#include <algorithm>

namespace pipecore {

namespace {

/// The beginning of a frame, decoded with few fields: enough to judge it by.
Decoded glance(ByteView bytes, DecoderId decoder)
{
    DecodeLimits limits;
    limits.bytes = std::size_t{64} * 1024;
    limits.fields = 500;
    limits.valueBytes = 64;
    limits.prettyBytes = 0;
    return decode(bytes, decoder, limits);
}

bool isFine(const Decoded& decoded)
{
    return decoded.end == DecodeEnd::Good || decoded.end == DecodeEnd::Limit;
}

/// The value of a content that is one JSON object or array; a Notice when it is none.
Field jsonValue(ByteView content)
{
    Field none;
    none.kind = FieldKind::Notice;
    const std::string_view text = asText(content);
    const std::size_t first = text.find_first_not_of(" \t\r\n\0");
    if (first == std::string_view::npos || (text[first] != '{' && text[first] != '[')) {
        return none;
    }
    Decoded decoded = glance(content, DecoderId::Json);
    return isFine(decoded) && !decoded.root.children.empty()
               ? std::move(decoded.root.children.front())
               : none;
}

/// The evidence when the content is a JSON message of this dialect; of a batch, by its first message.
Evidence dialectEvidence(ByteView content, JsonDialect dialect, Evidence bits)
{
    const Field value = jsonValue(content);
    if (value.kind == FieldKind::Notice) {
        return misfit;
    }
    const bool isBatch = value.kind == FieldKind::List && !value.children.empty();
    const JsonSummary role = summarizeJson(isBatch ? value.children.front() : value);
    return role.dialect == dialect ? bits : misfit;
}

bool hasMember(ByteView content, std::string_view name)
{
    const Field value = jsonValue(content);
    return std::ranges::find(value.children, name, &Field::name) != value.children.end();
}

} // namespace

Evidence jsonRpcEvidence(const Frame& frame)
{
    const ByteView content = frame.content();
    const Evidence bits = hasMember(content, "jsonrpc") ? 48 : 16;
    return dialectEvidence(content, JsonDialect::JsonRpc, bits);
}

Evidence lspEvidence(const Frame& frame)
{
    return jsonRpcEvidence(frame);
}

Evidence dapEvidence(const Frame& frame)
{
    return dialectEvidence(frame.content(), JsonDialect::Dap, 40);
}

Evidence streamJsonRpcEvidence(const Frame& frame)
{
    const Evidence json = jsonRpcEvidence(frame);
    if (json != misfit) {
        return json;
    }
    // MessagePack, whose maps have the same members.
    const Decoded decoded = glance(frame.content(), DecoderId::MessagePack);
    if (!isFine(decoded) || decoded.root.children.size() != 1) {
        return misfit;
    }
    return summarizeJson(decoded.root.children.front()).dialect == JsonDialect::JsonRpc ? 48
                                                                                        : misfit;
}

Evidence mpvEvidence(const Frame& frame)
{
    return dialectEvidence(frame.content(), JsonDialect::Mpv, 20);
}

Evidence qmpEvidence(const Frame& frame)
{
    const bool isGreeting = hasMember(frame.content(), "QMP");
    return dialectEvidence(frame.content(), JsonDialect::Qmp, isGreeting ? 48 : 20);
}

Evidence varlinkEvidence(const Frame& frame)
{
    return dialectEvidence(frame.content(), JsonDialect::Varlink, 20);
}

Evidence jsonLineEvidence(const Frame& frame)
{
    const ByteView content = frame.content();
    return content.empty() ? 0 : jsonValue(content).kind == FieldKind::Notice ? misfit : 8;
}

Evidence http1Evidence(const Frame& frame)
{
    if (frame.leaf > 0) {
        return 0; // another protocol after an upgrade
    }
    return isHttp1(frame.bytes) ? 40 : misfit;
}

Evidence dockerStreamEvidence(const Frame& frame)
{
    if (frame.leaf == 0) {
        return isHttp1(frame.bytes) ? 0 : misfit;
    }
    // From then on the client sends raw bytes.
    return isDockerStream(frame.bytes) ? 48 : 0;
}

Evidence http2Evidence(const Frame& frame)
{
    constexpr std::size_t headSize = 9;
    constexpr unsigned maxType = 9;
    constexpr unsigned settings = 4;
    if (asText(frame.bytes).starts_with("PRI * HTTP/2.0\r\n")) {
        return 100;
    }
    if (frame.bytes.size() < headSize) {
        return misfit;
    }
    const auto type = std::to_integer<unsigned>(frame.bytes[3]);
    const auto stream = load<std::uint32_t>(&frame.bytes[5], ByteOrder::Big);
    // Which types are about the connection, stream 0; a window update may be about either.
    constexpr unsigned ping = 6;
    constexpr unsigned goAway = 7;
    constexpr unsigned windowUpdate = 8;
    const bool isConnection = type == settings || type == ping || type == goAway;
    if (type > maxType || (type != windowUpdate && isConnection != (stream == 0))) {
        return misfit;
    }
    return frame.start == 0 && type == settings && (frame.bytes.size() - headSize) % 6 == 0 ? 24
                                                                                            : 4;
}

Evidence dotnetWrapperEvidence(const Frame& frame)
{
    if (isBinaryFormatter(frame.content())) {
        return 72;
    }
    // H.Pipes with JSON: nothing in it is its own.
    return jsonValue(frame.content()).kind == FieldKind::Notice ? misfit : 12;
}

Evidence sshAgentEvidence(const Frame& frame)
{
    if (!isSshAgent(frame.bytes) || !isFine(glance(frame.content(), DecoderId::SshAgent))) {
        return misfit;
    }
    constexpr Evidence perField = 16;
    return perField + (frame.content().size() > 1 ? perField : 0);
}

Evidence discordEvidence(const Frame& frame)
{
    if (!isDiscord(frame.bytes)) {
        return misfit;
    }
    const Field value = jsonValue(frame.content());
    const bool isOwn = summarizeJson(value).dialect == JsonDialect::Discord;
    return value.kind == FieldKind::Notice ? misfit : isOwn ? 56 : 24;
}

Evidence dotnetDiagnosticsEvidence(const Frame& frame)
{
    return isDotnetDiagnostics(frame.bytes) ? 100 : misfit;
}

Evidence dceRpcEvidence(const Frame& frame)
{
    return isDceRpcHeader(frame.bytes) ? 40 : misfit;
}

Evidence dbusEvidence(const Frame& frame)
{
    if (isDbusMessage(frame.bytes)) {
        return isFine(glance(frame.bytes, DecoderId::Dbus)) ? 40 : misfit;
    }
    const std::string_view line = asText(frame.content());
    constexpr std::string_view words[] = {"AUTH ",        "BEGIN", "OK ",    "NEGOTIATE_UNIX_FD",
                                          "DATA",         "ERROR", "CANCEL", "REJECTED",
                                          "AGREE_UNIX_FD"};
    if (std::ranges::any_of(words,
                            [line](std::string_view word) { return line.starts_with(word); })) {
        return 24;
    }
    return line.empty() || line == "AUTH" ? 0 : misfit;
}

Evidence messagePackRpcEvidence(const Frame& frame)
{
    const Decoded decoded = glance(frame.content(), DecoderId::MessagePackRpc);
    return isFine(decoded) && decoded.root.children.size() == 1
                   && isMessagePackRpc(decoded.root.children.front())
               ? 28
               : misfit;
}

Evidence i3Evidence(const Frame& frame)
{
    return isI3(frame.bytes) ? 48 : misfit;
}

Evidence redisEvidence(const Frame& frame)
{
    const Decoded decoded = glance(frame.content(), DecoderId::Resp);
    if (!isFine(decoded) || decoded.root.children.empty()) {
        return misfit;
    }
    const Field& value = decoded.root.children.front();
    if (value.type == "inline command") {
        return 0; // any line is one
    }
    if (value.kind == FieldKind::List || value.kind == FieldKind::Group) {
        return value.children.empty() ? 16 : 40;
    }
    return value.type == "bulk string" ? 24 : 10;
}

} // namespace pipecore
