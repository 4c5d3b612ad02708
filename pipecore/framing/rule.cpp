#include "pipecore/framing/rule.h"

#include "pipecore/base/translatable.h"

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
        } else {
            addLeaves(rule.rules.front(), leaves);
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

} // namespace pipecore
