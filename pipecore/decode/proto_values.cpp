#include "proto_values.h"

#include "number_text.h"
#include "tree_builder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <optional>
#include <utility>

namespace pipecore {

namespace {

/// The value of a member that is a number; 0 without one, as the format has it.
std::int64_t memberOf(const Field& message, std::string_view name)
{
    std::int64_t number = 0;
    for (const Field& member : message.children) {
        if (member.name == name && member.kind == FieldKind::Number) {
            std::from_chars(member.value.data(), member.value.data() + member.value.size(), number);
        }
    }
    return number;
}

std::int64_t fromZigZag(std::uint64_t bits)
{
    return static_cast<std::int64_t>((bits >> 1U) ^ (~(bits & 1U) + 1));
}

std::string signedText(std::int64_t number)
{
    return std::to_string(number);
}

std::string durationOf(const Field& message)
{
    constexpr std::int64_t perSecond = 1'000'000'000;
    const std::int64_t seconds = memberOf(message, "seconds");
    const std::int64_t nanos = memberOf(message, "nanos");
    if (nanos <= -perSecond || nanos >= perSecond || (seconds > 0 && nanos < 0)
        || (seconds < 0 && nanos > 0)) {
        return {};
    }
    std::string text = (seconds < 0 || nanos < 0 ? "-" : "")
                       + std::to_string(seconds < 0 ? 0 - static_cast<std::uint64_t>(seconds)
                                                    : static_cast<std::uint64_t>(seconds));
    if (nanos != 0) {
        std::array<char, 16> fraction{};
        std::snprintf(fraction.data(), fraction.size(), ".%09lld",
                      static_cast<long long>(nanos < 0 ? -nanos : nanos));
        text += fraction.data();
        text.resize(text.find_last_not_of('0') + 1);
    }
    return text + " s";
}

} // namespace

WireType wireTypeOf(ProtoKind kind)
{
    switch (kind) {
    case ProtoKind::Double:
    case ProtoKind::Fixed64:
    case ProtoKind::SFixed64: return WireType::I64;
    case ProtoKind::Float:
    case ProtoKind::Fixed32:
    case ProtoKind::SFixed32: return WireType::I32;
    case ProtoKind::String:
    case ProtoKind::Blob:
    case ProtoKind::Message: return WireType::Len;
    case ProtoKind::Group: return WireType::StartGroup;
    default: return WireType::Varint;
    }
}

std::string_view kindWord(ProtoKind kind)
{
    constexpr std::string_view words[] = {"double",   "float",    "int32",  "int64",   "uint32",
                                          "uint64",   "sint32",   "sint64", "fixed32", "fixed64",
                                          "sfixed32", "sfixed64", "bool",   "enum",    "string",
                                          "bytes",    "message",  "group"};
    return words[std::to_underlying(kind)];
}

Field scalarField(const ProtoField& type, std::string name, std::uint64_t bits, std::size_t offset,
                  std::size_t length)
{
    const auto low = static_cast<std::uint32_t>(bits);
    const std::string_view word = kindWord(type.kind);
    const auto number = [&](std::string text) {
        return numberField(std::move(name), std::move(text), word, offset, length);
    };
    switch (type.kind) {
    case ProtoKind::Double: return number(doubleText(bits));
    case ProtoKind::Float: return number(floatText(low));
    case ProtoKind::Int32:
    case ProtoKind::SFixed32: return number(signedText(static_cast<std::int32_t>(low)));
    case ProtoKind::Int64:
    case ProtoKind::SFixed64: return number(signedText(static_cast<std::int64_t>(bits)));
    case ProtoKind::SInt32: return number(signedText(static_cast<std::int32_t>(fromZigZag(low))));
    case ProtoKind::SInt64: return number(signedText(fromZigZag(bits)));
    case ProtoKind::UInt32:
    case ProtoKind::Fixed32: return number(std::to_string(low));
    case ProtoKind::Bool:
        return wordField(std::move(name), bits != 0 ? "true" : "false", word, offset, length);
    case ProtoKind::Enum: {
        const auto value = static_cast<std::int32_t>(low);
        if (type.enumeration != nullptr) {
            if (const auto known = type.enumeration->words.find(value);
                known != type.enumeration->words.end()) {
                return wordField(std::move(name), known->second, word, offset, length);
            }
        }
        return number(signedText(value));
    }
    default: return number(std::to_string(bits));
    }
}

std::string summaryOf(const ProtoMessage& type, const Field& message)
{
    std::string text;
    if (type.name == "google.protobuf.Timestamp") {
        const std::int64_t nanos = memberOf(message, "nanos");
        text = nanos < 0 ? std::string()
                         : timeText(memberOf(message, "seconds"), static_cast<std::uint32_t>(nanos))
                               .value_or(std::string());
    } else if (type.name == "google.protobuf.Duration") {
        text = durationOf(message);
    }
    return text.empty() ? type.name : text;
}

void nameByKey(Field& entry)
{
    const auto key = std::ranges::find(entry.children, "key", &Field::name);
    std::string name = key != entry.children.end() ? key->value : std::string();
    const auto value = std::ranges::find(entry.children, "value", &Field::name);
    const bool isPair =
        value != entry.children.end()
        && std::ranges::all_of(entry.children, [&](const Field& member) {
               return &member == &*value || (key != entry.children.end() && &member == &*key);
           });
    if (isPair) {
        Field single = std::move(*value);
        single.offset = entry.offset;
        single.length = entry.length;
        entry = std::move(single);
    }
    entry.name = std::move(name);
}

} // namespace pipecore
