// Header lines with Content-Length, an empty line, and so many bytes.
#include "framer.h"
#include "head_lines.h"

#include <algorithm>
#include <cstring>

namespace pipecore {

namespace {

constexpr std::string_view lengthMark = "content-length:";

class HeadersFramer final : public Framer
{
public:
    explicit HeadersFramer(const FramingRule& rule) : m_max(rule.max), m_strict(rule.strict) {}

    Step next(ByteView bytes) override
    {
        switch (m_state) {
        case State::Head: return head(bytes);
        case State::Body: return body(bytes);
        case State::Skip: return skip(bytes);
        }
        return {};
    }
    [[nodiscard]] bool isGap() const override
    {
        return m_state == State::Head && !m_hasLine
               && (m_head.size() == m_lineStart
                   || std::string_view(m_head).substr(m_lineStart) == "\r");
    }
    [[nodiscard]] ByteView carried() const override { return asBytes(m_carried); }

private:
    enum class State : std::uint8_t { Head, Body, Skip };

    Step head(ByteView bytes)
    {
        const void* found = std::memchr(bytes.data(), '\n', bytes.size());
        const bool isLine = found != nullptr;
        std::size_t count =
            isLine
                ? static_cast<std::size_t>(static_cast<const std::byte*>(found) - bytes.data()) + 1
                : bytes.size();
        // One byte more than a head may have shows that it is too long.
        count = std::min(count, maxHead + 1 - m_head.size());
        m_head.append(asText(bytes.first(count)));
        if (m_head.size() > maxHead) {
            return wrong({PIPECORE_TR("Decode", "no header: expected an empty line within %1 "
                                                "bytes; skipped to the next Content-Length"),
                          {std::to_string(maxHead)}},
                         count);
        }
        return isLine ? line(count) : Step{.header = count};
    }

    /// Judges the line that is complete.
    Step line(std::size_t count)
    {
        std::string_view line = std::string_view(m_head).substr(m_lineStart);
        line.remove_suffix(line.ends_with("\r\n") ? 2 : 1);
        const std::size_t start = m_lineStart;
        m_lineStart = m_head.size();
        if (line.empty()) {
            return m_hasLine ? headEnds(count) : Step{.header = count};
        }
        const bool continues = m_hasLine && (line.front() == ' ' || line.front() == '\t');
        if (!continues && !headField(line)) {
            return wrongLine(start, count);
        }
        m_hasLine = true;
        return {.header = count};
    }

    Step headEnds(std::size_t count)
    {
        const ContentLength length = contentLengthOf(m_head);
        if (!length.isThere || length.isWrong) {
            return wrong({PIPECORE_TR("Decode", "header without a valid Content-Length; skipped "
                                                "to the next Content-Length"),
                          {}},
                         count);
        }
        if (length.value > m_max) {
            if (m_strict) {
                return wrong(
                    {PIPECORE_TR("Decode", "Content-Length %1 is above the maximum of %2 bytes; "
                                           "skipped to the next Content-Length"),
                     {std::to_string(length.value), std::to_string(m_max)}},
                    count);
            }
            report(tooLarge(length.value, m_max));
        }
        m_left = length.value;
        startHead();
        m_state = m_left > 0 ? State::Body : State::Head;
        return {.header = count, .ends = m_left == 0};
    }

    Step body(ByteView bytes)
    {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, bytes.size()));
        m_left -= count;
        if (m_left == 0) {
            m_state = State::Head;
        }
        return {.content = count, .ends = m_left == 0};
    }

    /// Goes on at a Content-Length later. The bytes before it are a frame.
    Step wrong(Phrase problem, std::size_t count)
    {
        report(std::move(problem));
        m_carried.assign(m_head, m_head.size() - std::min(m_head.size(), lengthMark.size() - 1));
        startHead();
        m_state = State::Skip;
        return {.header = count};
    }

    /// The same for a line that is no field. It may be the end of a body with a field behind it.
    Step wrongLine(std::size_t start, std::size_t count)
    {
        const std::string line = m_head.substr(start);
        Step step = wrong({PIPECORE_TR("Decode", "no header: expected a line \"Name: value\"; "
                                                 "skipped to the next Content-Length"),
                           {}},
                          count);
        for (std::size_t at = 1; at + lengthMark.size() < line.size(); ++at) {
            const std::string_view rest = std::string_view(line).substr(at);
            if (!isSameName(rest.substr(0, lengthMark.size()), lengthMark)) {
                continue;
            }
            if (const auto length = contentLengthOf(rest); length.isThere && !length.isWrong) {
                m_carried = rest;
                startHead();
                step.ends = true;
                step.back = rest.size();
                break;
            }
        }
        return step;
    }

    Step skip(ByteView bytes)
    {
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            const char c = std::to_integer<char>(bytes[at]);
            m_carried += c;
            if (c == ':' && std::string_view(m_carried).size() >= lengthMark.size()
                && isSameName(
                    std::string_view(m_carried).substr(m_carried.size() - lengthMark.size()),
                    lengthMark)) {
                startHead();
                return {.content = at + 1, .ends = true, .back = lengthMark.size()};
            }
            if (m_carried.size() >= maxHead) {
                m_carried.erase(0, m_carried.size() - lengthMark.size());
            }
        }
        return {.content = bytes.size()};
    }

    void startHead()
    {
        m_state = State::Head;
        m_lineStart = 0;
        m_hasLine = false;
        m_head.clear();
    }

    std::size_t m_max;
    bool m_strict;
    State m_state = State::Head;
    std::string m_head;          ///< the head so far
    std::string m_carried;       ///< while skipping, what came last; then what is given back
    std::size_t m_lineStart = 0; ///< of the last line, in m_head
    bool m_hasLine = false;      ///< a line that is not empty was there
    std::uint64_t m_left = 0;    ///< bytes of the body to come
};

} // namespace

std::unique_ptr<Framer> makeHeadersFramer(const FramingRule& rule)
{
    return std::make_unique<HeadersFramer>(rule);
}

} // namespace pipecore
