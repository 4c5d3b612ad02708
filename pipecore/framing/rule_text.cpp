// Writes the text of a framing rule. docs/FRAMING.md has the grammar.
#include "pipecore/base/hex_digits.h"
#include "pipecore/framing/rule.h"
#include "rule_names.h"

#include <algorithm>
#include <string>

namespace pipecore {

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
    return text;
}

} // namespace pipecore
