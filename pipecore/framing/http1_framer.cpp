// HTTP/1 (RFC 9112): heads, bodies by Content-Length, by chunks or to the end, upgrades.
#include "framer.h"
#include "head_lines.h"
#include "http1_head.h"

#include <algorithm>
#include <cstring>

namespace pipecore {

namespace {

constexpr std::size_t maxChunkLine = 4096;

class Http1Framer final : public Framer
{
public:
    Http1Framer(const FramingRule& rule, std::shared_ptr<FramingContext> context)
        : m_max(rule.max)
        , m_context(std::move(context))
        , m_raw(makeFramer(rule.rules.empty() ? FramingRule{.kind = FramingKind::Message}
                                              : rule.rules.front(),
                           m_context))
        , m_requestsRaw(rule.rules.size() > 1 ? makeFramer(rule.rules[1], m_context) : nullptr)
        , m_requestsLeaf(1
                         + static_cast<std::uint32_t>(
                             rule.rules.empty() ? 1 : rule.rules.front().leaves().size()))
    {}

    Step next(ByteView bytes) override
    {
        if (m_state == State::Head && m_line.empty() && m_head.empty() && m_context
            && m_context->isUpgraded) {
            m_state = State::Raw;
        }
        switch (m_state) {
        case State::Head: return head(bytes);
        case State::Body: return body(bytes);
        case State::ToEnd: return {.content = bytes.size()};
        case State::ChunkSize:
        case State::ChunkEnd:
        case State::Trailers: return chunkLine(bytes);
        case State::Chunk: return chunk(bytes);
        case State::Skip: return skip(bytes);
        case State::Raw: m_carried.clear(); return raw().next(bytes);
        }
        return {};
    }
    [[nodiscard]] bool isGap() const override
    {
        return m_state == State::Raw
                   ? raw().isGap()
                   : m_state == State::Head && m_head.empty() && (m_line.empty() || m_line == "\r");
    }
    [[nodiscard]] ByteView carried() const override
    {
        return m_state == State::Raw && m_carried.empty() ? raw().carried() : asBytes(m_carried);
    }
    [[nodiscard]] bool takesMessages() const override
    {
        return m_state == State::Raw && raw().takesMessages();
    }
    [[nodiscard]] std::size_t slack() const override
    {
        return m_state == State::Raw ? raw().slack() : 0;
    }
    [[nodiscard]] std::uint32_t leaf() const override
    {
        const bool isRaw = m_state == State::Raw || (m_context && m_context->isUpgraded);
        if (!isRaw) {
            return 0;
        }
        return (usesRequestsRaw() ? m_requestsLeaf : 1) + raw().leaf();
    }
    [[nodiscard]] bool isBodyless() const override { return m_bodyless; }
    [[nodiscard]] bool hasProblem() const override
    {
        return Framer::hasProblem() || raw().hasProblem();
    }
    [[nodiscard]] std::optional<Phrase> takeProblem() override
    {
        return raw().hasProblem() ? raw().takeProblem() : Framer::takeProblem();
    }

private:
    enum class State : std::uint8_t {
        Head,
        Body,
        ToEnd,
        ChunkSize,
        Chunk,
        ChunkEnd,
        Trailers,
        Skip,
        Raw,
    };

    [[nodiscard]] bool usesRequestsRaw() const { return m_asks && m_requestsRaw != nullptr; }
    /// What reads the bytes after an upgrade.
    [[nodiscard]] Framer& raw() const { return usesRequestsRaw() ? *m_requestsRaw : *m_raw; }

    /// Adds bytes to m_line up to the end of the line; their number.
    std::size_t addLine(ByteView bytes, std::size_t limit)
    {
        const void* found = std::memchr(bytes.data(), '\n', bytes.size());
        std::size_t count =
            found == nullptr
                ? bytes.size()
                : static_cast<std::size_t>(static_cast<const std::byte*>(found) - bytes.data()) + 1;
        count = std::min(count, limit + 1 - m_line.size());
        m_line.append(asText(bytes.first(count)));
        return count;
    }
    [[nodiscard]] bool isLineComplete() const { return m_line.ends_with('\n'); }
    /// The line without its end.
    [[nodiscard]] std::string_view line() const
    {
        std::string_view line = m_line;
        line.remove_suffix(line.ends_with("\r\n") ? 2 : 1);
        return line;
    }

    Step head(ByteView bytes)
    {
        std::size_t size = bytes.size();
        if (m_afterUpgrade && m_head.empty()) {
            // What follows the request may be the other protocol.
            size = 0;
            while (size < bytes.size() && !isLineComplete()) {
                m_line += std::to_integer<char>(bytes[size++]);
                if (!canBeRequestLine(m_line)) {
                    m_carried = std::exchange(m_line, {});
                    m_state = State::Raw;
                    return {.header = size, .ends = true, .back = m_carried.size(), .isNone = true};
                }
            }
        } else {
            size = addLine(bytes, maxHead - m_head.size());
        }
        const Step step{.header = size};
        if (m_head.size() + m_line.size() > maxHead) {
            return wrongHead(step);
        }
        if (!isLineComplete()) {
            return step;
        }
        const std::string_view text = line();
        if (text.empty() && m_head.empty()) {
            m_line.clear();
            return step;
        }
        const bool isGood = m_head.empty()
                                ? isStartLine(text)
                                : text.empty() || text.front() == ' ' || text.front() == '\t'
                                      || headField(text).has_value();
        if (!isGood) {
            return wrongHead(step);
        }
        const bool ends = text.empty();
        m_head += std::exchange(m_line, {});
        return ends ? headEnds(step) : step;
    }

    Step wrongHead(Step step)
    {
        report({PIPECORE_TR("Decode", "no HTTP head: expected a start line and lines \"Name: "
                                      "value\"; skipped to the next start line"),
                {}});
        m_head.clear();
        m_line.clear();
        m_state = State::Skip;
        return step;
    }

    Step headEnds(Step step)
    {
        const HttpHead head = readHttpHead(m_head, m_context.get());
        m_head.clear();
        m_asks = head.isRequest;
        m_afterUpgrade = m_afterUpgrade || head.isUpgradeRequest;
        m_bodyless = head.isBodyless;
        switch (head.body) {
        case HttpBody::Wrong:
            report({PIPECORE_TR("Decode", "HTTP head without a valid Content-Length; skipped to "
                                          "the next start line"),
                    {}});
            m_state = State::Skip;
            return step;
        case HttpBody::None: return bodyEnds(step, head.endsHttp ? State::Raw : State::Head);
        case HttpBody::ToEnd: m_state = State::ToEnd; return step;
        case HttpBody::Chunked: m_state = State::ChunkSize; return step;
        case HttpBody::Length: break;
        }
        m_left = head.length;
        if (m_left == 0) {
            return bodyEnds(step, State::Head);
        }
        if (m_left > m_max) {
            report(tooLarge(m_left, m_max));
        }
        m_state = State::Body;
        return step;
    }

    Step bodyEnds(Step step, State state)
    {
        m_state = state;
        m_carried.clear();
        step.ends = true;
        return step;
    }

    std::size_t takeLeft(ByteView bytes)
    {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, bytes.size()));
        m_left -= count;
        return count;
    }

    Step body(ByteView bytes)
    {
        const Step step{.content = takeLeft(bytes)};
        return m_left == 0 ? bodyEnds(step, State::Head) : step;
    }

    Step chunk(ByteView bytes)
    {
        const Step step{.content = takeLeft(bytes)};
        if (m_left == 0) {
            m_state = State::ChunkEnd;
        }
        return step;
    }

    /// A line of the chunks: a size with extensions, the end of a chunk, or a trailer.
    Step chunkLine(ByteView bytes)
    {
        const Step step{.trailer = addLine(bytes, maxChunkLine)};
        if (m_line.size() > maxChunkLine) {
            return wrongChunk(step);
        }
        if (!isLineComplete()) {
            return step;
        }
        const std::string_view text = line();
        switch (m_state) {
        case State::ChunkEnd:
            if (!text.empty()) {
                return wrongChunk(step);
            }
            m_state = State::ChunkSize;
            break;
        case State::ChunkSize: {
            const auto size = chunkSize(text);
            if (!size) {
                return wrongChunk(step);
            }
            m_left = *size;
            m_state = m_left > 0 ? State::Chunk : State::Trailers;
            break;
        }
        default:
            if (text.empty()) {
                m_line.clear();
                return bodyEnds(step, State::Head);
            }
        }
        m_line.clear();
        return step;
    }

    Step wrongChunk(Step step)
    {
        report({PIPECORE_TR("Decode", "no HTTP chunk: expected its size in hex digits; skipped to "
                                      "the next start line"),
                {}});
        m_line.clear();
        m_state = State::Skip;
        return step;
    }

    /// Goes on at the next start line.
    Step skip(ByteView bytes)
    {
        Step step;
        while (step.trailer < bytes.size()) {
            step.trailer += addLine(bytes.subspan(step.trailer), maxHead);
            if (m_line.size() > maxHead) {
                // Long lines are none; their end is skipped as another line.
                m_line.assign(1, ' ');
            }
            if (isLineComplete()) {
                m_carried = std::exchange(m_line, {});
                std::string_view text = m_carried;
                text.remove_suffix(text.ends_with("\r\n") ? 2 : 1);
                if (isStartLine(text)) {
                    step.ends = true;
                    step.back = m_carried.size();
                    m_state = State::Head;
                    return step;
                }
            }
        }
        return step;
    }

    std::size_t m_max;
    std::shared_ptr<FramingContext> m_context;
    std::unique_ptr<Framer> m_raw;         ///< after an upgrade
    std::unique_ptr<Framer> m_requestsRaw; ///< the same of the side that asks; may be null
    std::uint32_t m_requestsLeaf;          ///< leaf of its first rule
    bool m_asks = false;                   ///< the last head was that of a request
    State m_state = State::Head;
    std::string m_head;          ///< complete lines
    std::string m_line;          ///< the line that is not complete
    std::string m_carried;       ///< what is given back
    bool m_afterUpgrade = false; ///< a request has asked for it
    bool m_bodyless = false;
    std::uint64_t m_left = 0; ///< bytes of the body or chunk to come
};

} // namespace

std::unique_ptr<Framer> makeHttp1Framer(const FramingRule& rule,
                                        const std::shared_ptr<FramingContext>& context)
{
    return std::make_unique<Http1Framer>(rule, context);
}

} // namespace pipecore
