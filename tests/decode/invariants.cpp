#include "invariants.h"

#include "pipecore/base/utf8.h"

#include <string_view>

using namespace pipecore;

namespace {

/// An ellipsis may follow what was cut.
constexpr std::size_t more = 8;

struct Look
{
    std::size_t payloadSize;
    DecodeLimits limits;
    std::size_t fields = 0;
    std::string broken;
};

bool isUtf8(std::string_view text)
{
    return findInvalidUtf8(text) == std::string_view::npos;
}

std::string brokenIn(const Field& field, const Field& parent, std::size_t depth, const Look& look)
{
    if (depth > look.limits.depth + 1) {
        return "too deep";
    }
    if (field.offset > look.payloadSize || field.length > look.payloadSize - field.offset) {
        return "outside of the payload: " + field.name;
    }
    if (field.offset < parent.offset
        || field.offset + field.length > parent.offset + parent.length) {
        return "outside of its parent: " + field.name;
    }
    if (!isUtf8(field.name) || !isUtf8(field.value)) {
        return "not UTF-8";
    }
    const bool mayBeLong = field.kind == FieldKind::Binary; // always short, but not by this limit
    if (!mayBeLong && field.value.size() > look.limits.valueBytes + more) {
        return "too long: " + field.name;
    }
    const bool isProblem = field.kind == FieldKind::Error || field.kind == FieldKind::Notice;
    return isProblem == field.problem.pattern.empty() ? "a problem and its words" : "";
}

void lookAt(const Field& field, const Field& parent, std::size_t depth, Look& look)
{
    ++look.fields;
    if (std::string broken = brokenIn(field, parent, depth, look); !broken.empty()) {
        look.broken = std::move(broken);
    }
    for (const Field& child : field.children) {
        lookAt(child, field, depth + 1, look);
    }
}

} // namespace

std::string brokenInvariant(const Decoded& decoded, std::size_t payloadSize,
                            const DecodeLimits& limits)
{
    Look look{payloadSize, limits, 0, {}};
    lookAt(decoded.root, decoded.root, 0, look);
    // The root and what says that there is more come on top.
    if (look.fields > limits.fields + 4) {
        return "too many fields";
    }
    if (decoded.pretty.size() > limits.prettyBytes + more || !isUtf8(decoded.pretty)) {
        return "laid-out text";
    }
    return look.broken;
}
