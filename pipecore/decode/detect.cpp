#include "decoders.h"
#include "json_summary.h"
#include "lua/registry.h"
#include "pipecore/base/bytes.h"
#include "pipecore/payload/text_decoder.h"

#include <algorithm>

namespace pipecore {

namespace {

constexpr std::size_t looksAt = std::size_t{16} * 1024;

/// Input of the detection: the beginning of a payload, and its properties.
struct Sample
{
    ByteView all;
    ByteView bytes; ///< the first of them
    bool cut = false;
    bool isText = false;
    char first = 0; ///< after white space and a byte order mark
};

Decoded trialDecode(const Sample& sample, DecoderId decoder, std::size_t valueBytes = 8)
{
    DecodeLimits limits;
    limits.fields = 2000;
    limits.valueBytes = valueBytes;
    limits.prettyBytes = 0;
    limits.bytes = sample.bytes.size();
    Decoded decoded;
    TreeBuilder tree(decoded, limits);
    const Slice slice{sample.bytes, 0, sample.cut};
    if (readAs(decoder, slice, tree) && sample.cut) {
        tree.unexpectedEnd(slice, sample.bytes.size());
    }
    return decoded;
}

/// As far as was looked, all was right.
bool isRight(const Decoded& decoded)
{
    return decoded.end == DecodeEnd::Good || decoded.end == DecodeEnd::Limit;
}

int scoreJson(const Sample& sample)
{
    if (sample.first == 0
        || std::string_view("{[\"-0123456789tfn").find(sample.first) == std::string_view::npos) {
        return 0;
    }
    const Decoded decoded = trialDecode(sample, DecoderId::Json);
    const bool isTree = sample.first == '{' || sample.first == '[';
    if (isRight(decoded) && !decoded.root.children.empty()) {
        return isTree ? 95 : sample.first == '"' ? 75 : 40;
    }
    if (!isTree || !sample.isText || sample.bytes.size() < 3) {
        return 0;
    }
    if (decoded.end == DecodeEnd::CutOff) {
        return 66; // the first part of a longer document
    }
    // Members and then a mistake: the place of it is worth more than the text.
    const auto& values = decoded.root.children;
    return sample.first == '{' && !values.empty() && values.front().children.size() > 1 ? 65 : 0;
}

int scoreXml(const Sample& sample)
{
    if (sample.first != '<') {
        return 0;
    }
    const Decoded decoded = trialDecode(sample, DecoderId::Xml);
    if (isRight(decoded)) {
        return 94;
    }
    return decoded.end == DecodeEnd::CutOff && !decoded.root.children.empty() ? 66 : 0;
}

int scoreUtf8(const Sample& sample)
{
    return sample.isText ? 60 : 0;
}

int scoreLines(const Sample& sample)
{
    const auto isEnding = [](std::byte byte) { return byte == std::byte{'\n'}; };
    const auto endings = std::ranges::count_if(sample.bytes, isEnding);
    return sample.isText && (endings > 1 || (endings == 1 && !isEnding(sample.bytes.back()))) ? 64
                                                                                              : 0;
}

/// `zeros`: how many of the bytes that are zero in Western text are.
int scoreUtf16(const Sample& sample, std::size_t highByte)
{
    if (sample.all.size() < 4 || sample.all.size() % 2 != 0) {
        return 0;
    }
    const ByteView bytes = sample.bytes;
    const std::byte bom[] = {std::byte{0xFE}, std::byte{0xFF}};
    if (bytes[highByte] == bom[0] && bytes[1 - highByte] == bom[1]) {
        return 92;
    }
    std::size_t highZeros = 0;
    std::size_t lowZeros = 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        highZeros += bytes[at + highByte] == std::byte{0} ? 1 : 0;
        const auto low = std::to_integer<unsigned>(bytes[at + 1 - highByte]);
        const bool isControl = low < 0x20 && bytes[at + highByte] == std::byte{0};
        const bool isUsual = low == '\t' || low == '\n' || low == '\r';
        // The terminator may be there.
        lowZeros += isControl && !isUsual && at + 2 < bytes.size() ? 1 : 0;
    }
    const std::size_t units = bytes.size() / 2;
    return highZeros * 2 > units && lowZeros == 0 ? 84 : 0;
}

int scoreUtf16Le(const Sample& sample)
{
    return scoreUtf16(sample, 1);
}

int scoreUtf16Be(const Sample& sample)
{
    return scoreUtf16(sample, 0);
}

/// Whether the payload is frames and nothing else. Only their lengths are read.
template <typename Length>
int scoreFrames(const Sample& sample, ByteOrder order)
{
    constexpr std::size_t framesRead = 4096;
    std::size_t frames = 0;
    std::size_t empty = 0;
    std::size_t at = 0;
    while (at < sample.all.size() && frames < framesRead) {
        const std::size_t left = sample.all.size() - at;
        if (left < sizeof(Length)) {
            return 0;
        }
        const auto length = load<Length>(&sample.all[at], order);
        if (length > left - sizeof(Length)) {
            return 0;
        }
        ++frames;
        empty += length == 0 ? 1 : 0;
        at += sizeof(Length) + length;
    }
    if (empty * 2 >= frames) {
        return 0;
    }
    // Four bytes say much more than two by being right.
    const int sure = sizeof(Length) == 4 ? 72 : 62;
    return std::min(frames > 1 ? sure + 10 : sure, sample.isText ? 55 : 100);
}

int scoreFramesU16Le(const Sample& sample)
{
    return scoreFrames<std::uint16_t>(sample, ByteOrder::Little);
}

int scoreFramesU16Be(const Sample& sample)
{
    return scoreFrames<std::uint16_t>(sample, ByteOrder::Big);
}

int scoreFramesU32Le(const Sample& sample)
{
    return scoreFrames<std::uint32_t>(sample, ByteOrder::Little);
}

int scoreFramesU32Be(const Sample& sample)
{
    return scoreFrames<std::uint32_t>(sample, ByteOrder::Big);
}

int scoreMessagePack(const Sample& sample)
{
    const Decoded decoded = trialDecode(sample, DecoderId::MessagePack);
    if (!isRight(decoded) || decoded.root.children.empty()) {
        return 0;
    }
    const Field& value = decoded.root.children.front();
    const bool isTree = value.kind == FieldKind::Group || value.kind == FieldKind::List;
    if (decoded.root.children.size() > 1 && !sample.cut) {
        // Nearly anything is a row of small numbers.
        return isTree && decoded.root.children.size() < 8 ? 50 : 0;
    }
    const auto isNamed = [](const Field& field) {
        return field.kind != FieldKind::Notice && !field.name.empty() && field.name[0] > '9';
    };
    if (value.kind == FieldKind::Group && std::ranges::any_of(value.children, isNamed)) {
        return 88;
    }
    return isTree && !value.children.empty() ? 70 : 20;
}

bool hasContent(const Field& field)
{
    return field.kind == FieldKind::Text || field.kind == FieldKind::Group;
}

int scoreProtobuf(const Sample& sample)
{
    if (!isProtobuf(sample.bytes, sample.cut)) {
        return 0;
    }
    const Decoded decoded = trialDecode(sample, DecoderId::Protobuf);
    if (!isRight(decoded)) {
        return 0;
    }
    constexpr std::size_t usualName = 2; // digits of a field's number
    const auto isUsual = [](const Field& field) { return field.name.size() <= usualName; };
    int score = std::ranges::all_of(decoded.root.children, isUsual) ? 58 : 30;
    if (std::ranges::any_of(decoded.root.children, hasContent)) {
        score += 15;
    }
    return sample.isText ? std::min(score, 40) : score;
}

int scoreDceRpc(const Sample& sample)
{
    if (!isDceRpcHeader(sample.bytes)) {
        return 0;
    }
    return isRight(trialDecode(sample, DecoderId::DceRpc)) ? 98 : 70;
}

/// The score of a protocol whose head is there: `score` when all of it is right, less when the payload ends
/// within a message.
int scoreHead(const Sample& sample, DecoderId decoder, bool hasHead, int score)
{
    if (!hasHead) {
        return 0;
    }
    const Decoded decoded = trialDecode(sample, decoder);
    constexpr int lessWhenCut = 20;
    return isRight(decoded) ? score : decoded.end == DecodeEnd::CutOff ? score - lessWhenCut : 0;
}

int scoreJsonMessages(const Sample& sample)
{
    if (hasContentHeader(sample.bytes)) {
        return scoreHead(sample, DecoderId::JsonMessages, true, 97);
    }
    if (sample.first != '{') {
        return 0;
    }
    constexpr std::size_t nameBytes = 64; // of the members that tell a role
    const Decoded decoded = trialDecode(sample, DecoderId::JsonMessages, nameBytes);
    if (!isRight(decoded) || decoded.root.children.empty()) {
        return 0;
    }
    const JsonSummary role = summarizeJson(decoded.root.children.front());
    // The members of others may be anybody's.
    return role.dialect == JsonDialect::JsonRpc || role.dialect == JsonDialect::Dap ? 96 : 0;
}

int scoreHttp1(const Sample& sample)
{
    return scoreHead(sample, DecoderId::Http1, isHttp1(sample.bytes), 97);
}

int scoreDbus(const Sample& sample)
{
    const bool isStart = asText(sample.bytes).starts_with(std::string_view("\0AUTH ", 6));
    return scoreHead(sample, DecoderId::Dbus, isStart || isDbusMessage(sample.bytes), 97);
}

int scoreSshAgent(const Sample& sample)
{
    return scoreHead(sample, DecoderId::SshAgent, isSshAgent(sample.bytes), 86);
}

int scoreResp(const Sample& sample)
{
    const bool isLine = sample.first == '+' || sample.first == '-' || sample.first == ':';
    return scoreHead(sample, DecoderId::Resp, isResp(sample.bytes), isLine ? 72 : 92);
}

int scoreMessagePackRpc(const Sample& sample)
{
    const Decoded decoded = trialDecode(sample, DecoderId::MessagePackRpc);
    const auto isMessage = [](const Field& value) {
        return value.kind == FieldKind::Notice || isMessagePackRpc(value);
    };
    return isRight(decoded) && !decoded.root.children.empty()
                   && std::ranges::all_of(decoded.root.children, isMessage)
               ? 93
               : 0;
}

int scoreDiscord(const Sample& sample)
{
    return scoreHead(sample, DecoderId::Discord, isDiscord(sample.bytes), 93);
}

int scoreDotnetDiagnostics(const Sample& sample)
{
    return scoreHead(sample, DecoderId::DotnetDiagnostics, isDotnetDiagnostics(sample.bytes), 99);
}

int scoreI3(const Sample& sample)
{
    return scoreHead(sample, DecoderId::I3, isI3(sample.bytes), 99);
}

int scoreDotnetWrapper(const Sample& sample)
{
    constexpr std::size_t lengthBytes = 4;
    const bool isContent = isBinaryFormatter(sample.bytes);
    const bool isFrame =
        sample.bytes.size() > lengthBytes && isBinaryFormatter(sample.bytes.subspan(lengthBytes));
    return scoreHead(sample, DecoderId::DotnetWrapper, isContent || isFrame, 98);
}

int scoreHttp2(const Sample& sample)
{
    return scoreHead(sample, DecoderId::Http2, isHttp2(sample.bytes), 94);
}

int scoreDockerStream(const Sample& sample)
{
    return scoreHead(sample, DecoderId::DockerStream, isDockerStream(sample.bytes), 84);
}

constexpr std::pair<DecoderId, int (*)(const Sample&)> scores[] = {
    {DecoderId::Json, scoreJson},
    {DecoderId::Xml, scoreXml},
    {DecoderId::Lines, scoreLines},
    {DecoderId::Utf8, scoreUtf8},
    {DecoderId::Utf16Le, scoreUtf16Le},
    {DecoderId::Utf16Be, scoreUtf16Be},
    {DecoderId::FramesU16Le, scoreFramesU16Le},
    {DecoderId::FramesU16Be, scoreFramesU16Be},
    {DecoderId::FramesU32Le, scoreFramesU32Le},
    {DecoderId::FramesU32Be, scoreFramesU32Be},
    {DecoderId::MessagePack, scoreMessagePack},
    {DecoderId::Protobuf, scoreProtobuf},
    {DecoderId::DceRpc, scoreDceRpc},
    {DecoderId::JsonMessages, scoreJsonMessages},
    {DecoderId::Http1, scoreHttp1},
    {DecoderId::Dbus, scoreDbus},
    {DecoderId::SshAgent, scoreSshAgent},
    {DecoderId::Resp, scoreResp},
    {DecoderId::MessagePackRpc, scoreMessagePackRpc},
    {DecoderId::Discord, scoreDiscord},
    {DecoderId::DotnetDiagnostics, scoreDotnetDiagnostics},
    {DecoderId::I3, scoreI3},
    {DecoderId::DotnetWrapper, scoreDotnetWrapper},
    {DecoderId::Http2, scoreHttp2},
    {DecoderId::DockerStream, scoreDockerStream},
};

} // namespace

std::vector<Guess> detect(ByteView payload, const DecodeContext& context)
{
    std::vector<Guess> guesses;
    if (payload.empty()) {
        return guesses;
    }
    Sample sample;
    sample.all = payload;
    sample.bytes = payload.first(std::min(payload.size(), looksAt));
    sample.cut = sample.bytes.size() < payload.size();
    sample.isText = isPlainText(sample.bytes, sample.cut);
    const std::string_view text = asText(sample.bytes);
    const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    sample.first = first == std::string_view::npos ? '\0' : text[first];
    for (const auto& [decoder, score] : scores) {
        if (const int points = score(sample); points > 0) {
            guesses.push_back({decoder, points});
        }
    }
    // Of equal scores, the decoder that somebody has written for these messages comes first.
    std::vector<Guess> all;
    for (const auto& [decoder, script] : lua::loadedScripts()) {
        if (const int points = script->score(payload, context); points > 0) {
            all.push_back({decoder, points});
        }
    }
    all.insert(all.end(), guesses.begin(), guesses.end());
    std::ranges::stable_sort(all, std::ranges::greater(), &Guess::score);
    return all;
}

} // namespace pipecore
