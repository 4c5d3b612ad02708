#include "pipecore/analysis/rule_trial.h"

#include "pipecore/decode/protocols.h"
#include "pipecore/framing/reassembler.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace pipecore {

namespace {

/// Rows between two checks for cancellation.
constexpr std::uint64_t headsBetween = 4096;
/// Weights in bits. A head of HTTP or a line with Content-Length is no accident.
constexpr double headBits = 40;
constexpr double binaryHeadBits = 24;
constexpr double valueBits = 8;
constexpr double lineBits = 4;
constexpr double bitsPerByte = 8;
/// Programs write whole frames: one that ends with a write was probably meant.
constexpr double boundaryBits = 6;
/// Rules below explain too little.
constexpr double minShare = 0.5;
constexpr double maxWrongShare = 0.1;
/// Bits a frame; lengths that noise seems to have average one and a half.
constexpr double minBits = 3;

/// Endpoints of this name in byte mode.
std::set<EndpointId> streamsOf(const SessionFacts& facts, std::string_view pipe)
{
    std::set<EndpointId> found;
    facts.visitEndpoints([&](const EndpointFacts& endpoint) {
        if (endpoint.mode == PipeMode::Byte && endpoint.name == pipe) {
            found.insert(endpoint.id);
        }
        return true;
    });
    return found;
}

bool isPrintableText(ByteView bytes)
{
    constexpr auto space = std::byte{0x20};
    constexpr auto del = std::byte{0x7F};
    return std::ranges::all_of(bytes, [=](std::byte byte) {
        return (byte >= space && byte != del) || byte == std::byte{'\t'} || byte == std::byte{'\r'}
               || byte == std::byte{'\n'};
    });
}

double bitsOf(std::uint64_t number)
{
    return std::log2(static_cast<double>(number) + 1);
}

double valueEvidence(FramingKind kind, ByteView content)
{
    if (content.size() < 2) {
        return 0;
    }
    const auto first = std::to_integer<unsigned>(content.front());
    if (kind == FramingKind::Json) {
        return first == '{' || first == '[' ? valueBits : 1;
    }
    // Arrays and maps of MessagePack; nearly any byte is a value.
    const bool isContainer = (first >= 0x80 && first <= 0x9F) || (first >= 0xDC && first <= 0xDF);
    return isContainer && content.size() > 2 ? valueBits : 0;
}

/// A message of D-Bus, or what its authentication looks like: any line.
double dbusEvidence(ByteView frame)
{
    constexpr std::size_t versionAt = 3;
    if (frame.size() > versionAt && (frame[0] == std::byte{'l'} || frame[0] == std::byte{'B'})
        && frame[versionAt] == std::byte{1}) {
        return binaryHeadBits;
    }
    const bool isLine = frame.size() == 1 || asText(frame).ends_with("\r\n");
    return isLine && isPrintableText(frame.first(frame.size() - 1)) ? 0 : -1;
}

/// A value of Redis, or a command in a line: any line.
double respEvidence(ByteView frame)
{
    const std::string_view text = asText(frame);
    if (text.size() > 1 && text[1] >= '0' && text[1] <= '9'
        && std::string_view("*$%~>").find(text[0]) != std::string_view::npos) {
        return binaryHeadBits;
    }
    return isPrintableText(frame) ? 0 : -1;
}

/// Bits against the frame being an accident; less than 0: it is no frame of such a protocol.
double evidenceOf(const FramingRule& rule, const Frame& frame)
{
    switch (rule.kind) {
    case FramingKind::Headers:
    case FramingKind::Http1: return headBits;
    case FramingKind::Http2: return binaryHeadBits;
    case FramingKind::Dbus: return dbusEvidence(frame.bytes);
    case FramingKind::Resp: return respEvidence(frame.bytes);
    case FramingKind::Json:
    case FramingKind::MessagePack: return valueEvidence(rule.kind, frame.content());
    case FramingKind::Line: return isPrintableText(frame.content()) ? lineBits : -1;
    case FramingKind::Delimiter:
        return isPrintableText(frame.content())
                   ? lineBits + static_cast<double>(rule.delimiter.size())
                   : -1;
    case FramingKind::Length: {
        const auto content = static_cast<std::uint64_t>(frame.content().size());
        const auto width = rule.length.form == LengthField::Form::Varint
                               ? static_cast<double>(frame.headerSize)
                               : static_cast<double>(rule.length.width);
        const double marked = bitsPerByte * static_cast<double>(rule.mark.size());
        return content == 0 ? marked
                            : std::max(0.0, bitsPerByte * width - bitsOf(content)) + marked;
    }
    default: return 0;
    }
}

/// Rules for what no decoder knows: Wayland, SQL Server, MySQL, PostgreSQL, ttrpc, Git, WireGuard.
struct OtherProtocol
{
    std::string_view rule;
    std::string_view part; ///< of the pipe's name; empty: the name does not tell
};
constexpr OtherProtocol otherProtocols[] = {
    {"u16le,offset=6,counts=header", "wayland-"},
    {"u16be,offset=2,counts=header,extra=4", "sql\\query"},
    {"u24le,extra=1", "mysql"},
    {"u32be,offset=1,counts=self", {}},
    {"u32be,extra=6,max=4194304", {}},
    {"hex4,counts=self,small", "fsmonitor"},
    {"delimiter:0a0a", "wireguard"},
};

std::string_view textByName(std::string_view pipe)
{
    for (const ProtocolInfo& protocol : protocols()) {
        if (isProtocolName(protocol.id, pipe)) {
            return protocol.framing;
        }
    }
    for (const OtherProtocol& other : otherProtocols) {
        if (!other.part.empty() && pipe.find(other.part) != std::string_view::npos) {
            return other.rule;
        }
    }
    return {};
}

std::optional<FramingRule> ruleByName(std::string_view pipe)
{
    const std::string_view text = textByName(pipe);
    auto rule = text.empty() ? FramingRule() : FramingRule::parse(text).value_or(FramingRule());
    return rule.kind != FramingKind::None ? std::optional(std::move(rule)) : std::nullopt;
}

std::vector<FramingRule> candidates()
{
    std::vector<FramingRule> rules;
    const auto add = [&rules](std::string_view text) {
        auto rule = FramingRule::parse(text);
        // None, fixed sizes and messages explain any bytes.
        if (rule && rule->kind != FramingKind::None && rule->kind != FramingKind::Fixed
            && rule->kind != FramingKind::Message
            && std::ranges::find(rules, *rule) == rules.end()) {
            rules.push_back(std::move(*rule));
        }
    };
    for (const FramingPreset& preset : framingPresets()) {
        add(preset.text);
    }
    for (const ProtocolInfo& protocol : protocols()) {
        add(protocol.framing);
    }
    for (const OtherProtocol& other : otherProtocols) {
        add(other.rule);
    }
    return rules;
}

bool fits(const RuleTrial& trial)
{
    return trial.good > 0 && trial.share() >= minShare
           && trial.evidence >= minBits * static_cast<double>(trial.good)
           && static_cast<double>(trial.wrong)
                  <= maxWrongShare * static_cast<double>(trial.good + trial.wrong);
}

/// Trial of a rule on a sample.
class Trial
{
public:
    Trial(const FramingRule& rule, std::size_t maxRows)
        : m_rule(rule)
        , m_leaves(rule.leaves())
        , m_maxRows(maxRows)
    {}

    void add(const StreamSample::Piece& piece)
    {
        m_piece = &piece;
        auto& stream = m_streams[{piece.connection, piece.direction}];
        if (!stream) {
            auto& context = m_contexts[piece.connection];
            if (!context) {
                context = makeFramingContext();
            }
            stream = std::make_unique<Reassembler>(
                m_rule, [this](const Frame& frame) { take(frame); }, context);
        }
        stream->add(piece.row, piece.bytes);
    }
    [[nodiscard]] RuleTrial result() { return std::move(m_trial); }

private:
    void take(const Frame& frame)
    {
        const double evidence = frame.problem ? 0 : evidenceOf(m_leaves[frame.leaf], frame);
        if (frame.problem) {
            ++m_trial.wrong;
        } else if (evidence >= 0) {
            ++m_trial.good;
            m_trial.explained += frame.size;
            const bool endsWrite =
                !frame.parts.empty() && frame.parts.back().row == m_piece->row
                && frame.parts.back().offset + frame.parts.back().length == m_piece->bytes.size();
            m_trial.evidence += evidence + (endsWrite ? boundaryBits : 0);
        }
        if (m_trial.rows.size() < m_maxRows) {
            const ByteView content = frame.content();
            const ByteView kept =
                content.first(std::min(content.size(), RuleTrial::Row::maxContent));
            m_trial.rows.push_back(
                {.connection = m_piece->connection,
                 .direction = m_piece->direction,
                 .firstRow = frame.parts.empty() ? m_piece->row : frame.parts.front().row,
                 .lastRow = frame.parts.empty() ? m_piece->row : frame.parts.back().row,
                 .size = frame.size,
                 .content = {kept.begin(), kept.end()},
                 .problem = frame.problem});
        }
    }

    const FramingRule& m_rule;
    const std::vector<FramingRule> m_leaves;
    const std::size_t m_maxRows;
    const StreamSample::Piece* m_piece = nullptr;
    std::map<ConnectionId, std::shared_ptr<FramingContext>> m_contexts;
    std::map<std::tuple<ConnectionId, Direction>, std::unique_ptr<Reassembler>> m_streams;
    RuleTrial m_trial;
};

} // namespace

Result<StreamSample> StreamSample::of(const RecordSource& source, std::string_view pipe,
                                      const std::function<bool()>& shouldContinue)
{
    return of(source, pipe, shouldContinue, Limits());
}

Result<StreamSample> StreamSample::of(const RecordSource& source, std::string_view pipe,
                                      const std::function<bool()>& shouldContinue,
                                      const Limits& limits)
{
    StreamSample sample;
    // Counted first: the facts come before the rows that need them.
    const std::uint64_t count = source.rowCount();
    const std::set<EndpointId> endpoints = streamsOf(source.facts(), pipe);
    std::set<std::tuple<ConnectionId, Direction>> broken;
    for (std::uint64_t row = 0; row < count && !endpoints.empty(); ++row) {
        if (row % headsBetween == 0 && shouldContinue && !shouldContinue()) {
            return std::unexpected(Error{.kind = ErrorKind::Cancelled});
        }
        const auto head = source.head(row);
        if (head.kind != RecordKind::Message || !endpoints.contains(head.endpoint)
            || broken.contains({head.connection, head.direction})) {
            continue;
        }
        const std::uint64_t room = limits.bytes - sample.bytes;
        if (room == 0 || sample.pieces.size() >= limits.pieces) {
            sample.isCut = true;
            break;
        }
        auto record = source.read(row, static_cast<std::size_t>(std::min(room, head.length)));
        if (!record) {
            return std::unexpected(record.error());
        }
        if (record->payload.size() < head.length) {
            // Later frames of this stream cannot be told apart.
            broken.insert({head.connection, head.direction});
            sample.isCut = true;
        }
        sample.bytes += record->payload.size();
        sample.pieces.push_back({.row = row,
                                 .connection = head.connection,
                                 .direction = head.direction,
                                 .bytes = std::move(record->payload)});
    }
    return sample;
}

RuleTrial tryRule(const StreamSample& sample, const FramingRule& rule, std::size_t maxRows)
{
    Trial trial(rule, maxRows);
    for (const StreamSample::Piece& piece : sample.pieces) {
        trial.add(piece);
    }
    RuleTrial result = trial.result();
    result.bytes = sample.bytes;
    return result;
}

std::vector<RuleProposal> proposeRules(const StreamSample& sample, std::string_view pipe,
                                       const std::function<bool()>& shouldContinue)
{
    std::vector<RuleProposal> proposals;
    const auto named = ruleByName(pipe);
    for (const FramingRule& rule : candidates()) {
        if (shouldContinue && !shouldContinue()) {
            break;
        }
        if (named && rule == *named) {
            continue;
        }
        RuleTrial trial = tryRule(sample, rule);
        if (fits(trial)) {
            proposals.push_back({.rule = rule, .trial = std::move(trial)});
        }
    }
    std::ranges::stable_sort(proposals, std::ranges::greater(),
                             [](const RuleProposal& proposal) { return proposal.trial.evidence; });
    if (named) {
        RuleTrial trial = tryRule(sample, *named);
        if (sample.bytes == 0 || fits(trial)) {
            proposals.insert(proposals.begin(),
                             {.rule = *named, .trial = std::move(trial), .byName = true});
        }
    }
    return proposals;
}

} // namespace pipecore
