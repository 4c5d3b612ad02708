// Frames that the bytes themselves do not count: messages, lines, delimiters, fixed sizes.
#include "framer.h"

#include <algorithm>
#include <cstring>

namespace pipecore {

namespace {

/// Place of a byte, or the size when it is not there.
std::size_t find(ByteView bytes, std::byte byte)
{
    const void* found = std::memchr(bytes.data(), std::to_integer<int>(byte), bytes.size());
    return found == nullptr
               ? bytes.size()
               : static_cast<std::size_t>(static_cast<const std::byte*>(found) - bytes.data());
}

class MessageFramer final : public Framer
{
public:
    Step next(ByteView bytes) override { return {.content = bytes.size(), .ends = true}; }
    [[nodiscard]] bool takesMessages() const override { return true; }
};

class LineFramer final : public Framer
{
public:
    Step next(ByteView bytes) override
    {
        const std::size_t at = find(bytes, std::byte{'\n'});
        if (at == bytes.size()) {
            m_endsWithCr = bytes.back() == std::byte{'\r'};
            return {.content = at};
        }
        const bool isCrlf = at > 0 ? bytes[at - 1] == std::byte{'\r'} : m_endsWithCr;
        m_endsWithCr = false;
        return {.content = at + 1, .ends = true, .trailing = isCrlf ? 2U : 1U};
    }
    [[nodiscard]] std::size_t slack() const override { return 2; }

private:
    bool m_endsWithCr = false;
};

/// Searches like Knuth, Morris and Pratt, so that a delimiter may come in pieces.
class DelimiterFramer final : public Framer
{
public:
    explicit DelimiterFramer(ByteView delimiter)
        : m_delimiter(delimiter.begin(), delimiter.end())
        , m_fallback(delimiter.size() + 1, 0)
    {
        for (std::size_t i = 1; i < m_delimiter.size(); ++i) {
            std::size_t k = m_fallback[i];
            while (k > 0 && m_delimiter[k] != m_delimiter[i]) {
                k = m_fallback[k];
            }
            m_fallback[i + 1] = m_delimiter[k] == m_delimiter[i] ? k + 1 : 0;
        }
    }

    Step next(ByteView bytes) override
    {
        for (std::size_t at = 0; at < bytes.size();) {
            if (m_matched == 0) {
                at += find(bytes.subspan(at), m_delimiter.front());
                if (at == bytes.size()) {
                    break;
                }
            }
            while (m_matched > 0 && m_delimiter[m_matched] != bytes[at]) {
                m_matched = m_fallback[m_matched];
            }
            m_matched += m_delimiter[m_matched] == bytes[at] ? 1U : 0U;
            ++at;
            if (m_matched == m_delimiter.size()) {
                m_matched = 0;
                return {.content = at, .ends = true, .trailing = m_delimiter.size()};
            }
        }
        return {.content = bytes.size()};
    }
    [[nodiscard]] std::size_t slack() const override { return m_delimiter.size(); }

private:
    Bytes m_delimiter;
    std::vector<std::size_t> m_fallback; ///< bytes that still match after so many have
    std::size_t m_matched = 0;
};

class FixedFramer final : public Framer
{
public:
    explicit FixedFramer(std::uint32_t size) : m_size(std::max(size, 1U)), m_left(m_size) {}

    Step next(ByteView bytes) override
    {
        const std::size_t count = std::min(m_left, bytes.size());
        m_left -= count;
        if (m_left > 0) {
            return {.content = count};
        }
        m_left = m_size;
        return {.content = count, .ends = true};
    }

private:
    std::size_t m_size;
    std::size_t m_left;
};

} // namespace

std::unique_ptr<Framer> makeDelimiterFramer(const FramingRule& rule)
{
    switch (rule.kind) {
    case FramingKind::Line: return std::make_unique<LineFramer>();
    case FramingKind::Fixed: return std::make_unique<FixedFramer>(rule.size);
    case FramingKind::Delimiter:
        if (!rule.delimiter.empty()) {
            return std::make_unique<DelimiterFramer>(rule.delimiter);
        }
        [[fallthrough]];
    default: return std::make_unique<MessageFramer>();
    }
}

} // namespace pipecore
