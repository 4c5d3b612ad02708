#include "pipecore/framing/framing.h"

#include "pipecore/base/bytes.h"
#include "pipecore/base/translatable.h"

#include <algorithm>
#include <utility>

namespace pipecore {

namespace {

/// In the order of FramingKind.
constexpr FramingInfo framingTable[] = {
    {FramingKind::None, "none", PIPECORE_TR("Framing", "No framing")},
    {FramingKind::Line, "line", PIPECORE_TR("Framing", "Lines (LF or CRLF)")},
    {FramingKind::Nul, "nul", PIPECORE_TR("Framing", "NUL-terminated")},
    {FramingKind::U16Le, "u16le", PIPECORE_TR("Framing", "u16 LE length prefix")},
    {FramingKind::U16Be, "u16be", PIPECORE_TR("Framing", "u16 BE length prefix")},
    {FramingKind::U32Le, "u32le", PIPECORE_TR("Framing", "u32 LE length prefix")},
    {FramingKind::U32Be, "u32be", PIPECORE_TR("Framing", "u32 BE length prefix")},
    {FramingKind::Fixed, "fixed", PIPECORE_TR("Framing", "Fixed size")},
};

} // namespace

std::span<const FramingInfo> framings()
{
    return framingTable;
}

std::optional<FramingKind> framingByKey(std::string_view key)
{
    const auto* found = std::ranges::find(framingTable, key, &FramingInfo::key);
    return found == std::end(framingTable) ? std::nullopt : std::optional(found->kind);
}

std::size_t Reassembler::prefixSize() const
{
    switch (m_framing.kind) {
    case FramingKind::U16Le:
    case FramingKind::U16Be: return 2;
    case FramingKind::U32Le:
    case FramingKind::U32Be: return 4;
    default: return 0;
    }
}

void Reassembler::startAt(std::uint64_t number, std::uint64_t start)
{
    m_frame.number = number;
    m_taken = start;
}

void Reassembler::add(std::uint64_t row, ByteView bytes, std::uint64_t offset)
{
    m_row = row;
    m_offset = offset;
    switch (m_framing.kind) {
    case FramingKind::None:
        take(0, bytes, true);
        finish();
        break;
    case FramingKind::Line: takeDelimited(bytes, std::byte{'\n'}); break;
    case FramingKind::Nul: takeDelimited(bytes, std::byte{0}); break;
    default: takeCounted(bytes);
    }
}

void Reassembler::takeDelimited(ByteView bytes, std::byte end)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const auto found = std::ranges::find(bytes.subspan(at), end);
        const auto content = static_cast<std::size_t>(found - bytes.subspan(at).begin());
        take(at, bytes.subspan(at, content), true);
        at += content;
        if (at < bytes.size()) {
            take(at, bytes.subspan(at, 1), false);
            ++at;
            // The ending may have come in two pieces.
            if (end == std::byte{'\n'} && !m_frame.problem && !m_frame.content.empty()
                && m_frame.content.back() == std::byte{'\r'}) {
                m_frame.content.pop_back();
            }
            finish();
        }
    }
}

void Reassembler::takeCounted(ByteView bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t head = prefixSize();
        if (m_prefix.size() < head) {
            const std::size_t count = std::min(head - m_prefix.size(), bytes.size() - at);
            const ByteView part = bytes.subspan(at, count);
            m_prefix.insert(m_prefix.end(), part.begin(), part.end());
            take(at, part, false);
            at += count;
        }
        if (m_prefix.size() < head) {
            return;
        }
        readPrefix();
        const std::uint64_t missing = m_expected - (m_frame.size - head);
        const auto count =
            static_cast<std::size_t>(std::min<std::uint64_t>(missing, bytes.size() - at));
        take(at, bytes.subspan(at, count), true);
        at += count;
        if (count == missing) {
            finish();
        }
    }
}

void Reassembler::readPrefix()
{
    switch (m_framing.kind) {
    case FramingKind::U16Le:
        m_expected = load<std::uint16_t>(m_prefix.data(), ByteOrder::Little);
        break;
    case FramingKind::U16Be:
        m_expected = load<std::uint16_t>(m_prefix.data(), ByteOrder::Big);
        break;
    case FramingKind::U32Le:
        m_expected = load<std::uint32_t>(m_prefix.data(), ByteOrder::Little);
        break;
    case FramingKind::U32Be:
        m_expected = load<std::uint32_t>(m_prefix.data(), ByteOrder::Big);
        break;
    default: m_expected = std::max<std::uint32_t>(m_framing.fixedSize, 1);
    }
    if (m_expected > m_framing.maxFrameSize && !m_frame.problem) {
        m_frame.problem =
            Phrase{PIPECORE_TR("Decode",
                               "frame of %1 bytes truncated to %2 bytes; check the framing rule"),
                   {std::to_string(m_expected), std::to_string(m_framing.maxFrameSize)}};
    }
}

void Reassembler::take(std::size_t at, ByteView bytes, bool isContent)
{
    const std::uint64_t offset = m_offset + at;
    if (!m_begun) {
        m_begun = true;
        m_frame.start = m_taken;
    }
    m_frame.size += bytes.size();
    if (!bytes.empty()) {
        auto& parts = m_frame.parts;
        const bool follows = !parts.empty() && parts.back().row == m_row
                             && parts.back().offset + parts.back().length == offset;
        if (follows) {
            parts.back().length += bytes.size();
        } else {
            parts.push_back({m_row, offset, bytes.size()});
        }
    }
    if (!isContent) {
        return;
    }
    const std::size_t room = m_framing.maxFrameSize - m_frame.content.size();
    const ByteView kept = bytes.first(std::min(room, bytes.size()));
    m_frame.content.insert(m_frame.content.end(), kept.begin(), kept.end());
    if (kept.size() < bytes.size() && !m_frame.problem) {
        m_frame.problem =
            Phrase{PIPECORE_TR("Decode", "frame truncated to %1 bytes; check the framing rule"),
                   {std::to_string(m_framing.maxFrameSize)}};
    }
}

void Reassembler::finish()
{
    m_frame.complete = true;
    const std::uint64_t number = m_frame.number;
    m_taken += m_frame.size;
    Frame whole = std::exchange(m_frame, {});
    m_frame.number = number + 1;
    m_prefix.clear();
    m_expected = 0;
    m_begun = false;
    m_sink(std::move(whole));
}

std::optional<Frame> Reassembler::unfinished() const
{
    return m_begun ? std::optional(m_frame) : std::nullopt;
}

} // namespace pipecore
