#include "pipecore/framing/rule.h"

#include "pipecore/base/hex_digits.h"
#include "pipecore/base/translatable.h"
#include "rule_names.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace pipecore {

namespace {

constexpr FramingPreset presetTable[] = {
    {"none", PIPECORE_TR("Framing", "No framing")},
    {"line", PIPECORE_TR("Framing", "Lines (LF or CRLF)")},
    {"nul", PIPECORE_TR("Framing", "NUL-terminated")},
    {"u16le", PIPECORE_TR("Framing", "u16 LE length prefix")},
    {"u16be", PIPECORE_TR("Framing", "u16 BE length prefix")},
    {"u32le", PIPECORE_TR("Framing", "u32 LE length prefix")},
    {"u32be", PIPECORE_TR("Framing", "u32 BE length prefix")},
    {"fixed:16", PIPECORE_TR("Framing", "Fixed size")},
    {"varint", PIPECORE_TR("Framing", "Varint length prefix")},
    {"headers", PIPECORE_TR("Framing", "Content-Length headers (LSP, DAP)")},
    {"json", PIPECORE_TR("Framing", "JSON values")},
    {"msgpack", PIPECORE_TR("Framing", "MessagePack values")},
    {"resp", PIPECORE_TR("Framing", "Redis (RESP)")},
    {"http1", PIPECORE_TR("Framing", "HTTP/1")},
    {"http2", PIPECORE_TR("Framing", "HTTP/2")},
    {"dbus", PIPECORE_TR("Framing", "D-Bus")},
};

void addLeaves(const FramingRule& rule, std::vector<FramingRule>& leaves)
{
    if (rule.kind == FramingKind::Phases) {
        for (const FramingRule& phase : rule.rules) {
            addLeaves(phase, leaves);
        }
        return;
    }
    leaves.push_back(rule);
    if (rule.kind == FramingKind::Http1) {
        if (rule.rules.empty()) {
            leaves.push_back({.kind = FramingKind::Message, .max = rule.max});
        }
        for (const FramingRule& raw : rule.rules) {
            addLeaves(raw, leaves);
        }
    }
}

} // namespace

/// Written out because clang 16 crashes on a defaulted one, for the sake of `rules`.
bool FramingRule::operator==(const FramingRule& other) const
{
    const auto all = [](const FramingRule& rule) {
        return std::tie(rule.kind, rule.delimiter, rule.size, rule.length, rule.mark, rule.max,
                        rule.strict, rule.checksum, rule.count, rule.rules);
    };
    return all(*this) == all(other);
}

std::span<const FramingPreset> framingPresets()
{
    return presetTable;
}

bool FramingRule::isRestartable() const
{
    switch (kind) {
    case FramingKind::Http1:
    case FramingKind::Http2:
    case FramingKind::Dbus:
    case FramingKind::Phases: return false;
    default: return true;
    }
}

std::vector<FramingRule> FramingRule::leaves() const
{
    std::vector<FramingRule> leaves;
    addLeaves(*this, leaves);
    return leaves;
}

// --- the text; docs/FRAMING.md has the grammar ---------------------------------------------------

namespace {

using namespace rulenames;

template <typename Table, typename Value>
std::string_view nameIn(const Table& table, Value value)
{
    return std::ranges::find(table, value, [](const auto& entry) { return entry.second; })->first;
}

std::string hexOf(ByteView bytes)
{
    std::string text;
    appendHex(text, bytes);
    return text;
}

void appendSum(std::string& text, const Checksum& sum)
{
    const auto kinds = checksumKinds();
    text.append(",checksum=").append(std::ranges::find(kinds, sum.kind, &ChecksumInfo::kind)->key);
    if (sum.from != 0) {
        text.append(",from=").append(std::to_string(sum.from));
    }
    if (sum.to) {
        text.append(",to=").append(std::to_string(*sum.to));
    }
    if (sum.at) {
        text.append(",at=").append(std::to_string(*sum.at));
    }
    if (sum.order == ByteOrder::Little) {
        text += ",order=le";
    }
}

std::string lengthText(const FramingRule& rule)
{
    const LengthField& field = rule.length;
    const auto isSame = [&](const WidthName& name) {
        return name.form == field.form
               && (field.form == Form::Varint
                   || (name.width == field.width
                       && (field.width == 1 || field.form == Form::HexDigits
                           || name.order == field.order)));
    };
    const auto* found = std::ranges::find_if(widthNames, isSame);
    std::string text(found != std::end(widthNames) ? found->name : "u32be");
    const auto option = [&](std::string_view name, std::int64_t value) {
        if (value != 0) {
            text.append(",").append(name).append("=").append(std::to_string(value));
        }
    };
    option("offset", field.offset);
    if (field.counts != Counts::Content) {
        text.append(",counts=").append(nameIn(countsNames, field.counts));
    }
    option("extra", field.extra);
    option("add", field.add);
    if (field.smallIsEmpty) {
        text += ",small";
    }
    if (!rule.mark.empty()) {
        text += ",mark=" + hexOf(rule.mark);
    }
    return text;
}

std::string nameText(const FramingRule& rule)
{
    switch (rule.kind) {
    case FramingKind::Length: return lengthText(rule);
    case FramingKind::Fixed: return "fixed:" + std::to_string(rule.size);
    case FramingKind::Delimiter:
        if (rule.delimiter == bytesOf({0})) {
            return "nul";
        }
        return rule.delimiter == bytesOf({'\r', '\n'}) ? "crlf"
                                                       : "delimiter:" + hexOf(rule.delimiter);
    default: return std::string(nameIn(plainNames, rule.kind));
    }
}

} // namespace

std::string FramingRule::text() const
{
    if (kind == FramingKind::Phases) {
        return rules.at(0).text() + (count > 1 ? '*' + std::to_string(count) : "") + " then "
               + rules.at(1).text();
    }
    std::string text = nameText(*this);
    if (strict) {
        text += ",strict";
    }
    if (max != defaultMax) {
        text += ",max=" + std::to_string(max);
    }
    if (checksum) {
        appendSum(text, *checksum);
    }
    if (kind == FramingKind::Http1 && !rules.empty()) {
        text += ",upgrade=(" + rules.front().text() + ')';
    }
    if (kind == FramingKind::Http1 && rules.size() > 1) {
        text += ",requests=(" + rules[1].text() + ')';
    }
    return text;
}

} // namespace pipecore
