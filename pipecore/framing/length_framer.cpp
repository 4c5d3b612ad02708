// Frames with a header that has their length.
#include "framer.h"
#include "length_field.h"

#include <algorithm>

namespace pipecore {

namespace {

using State = LengthReading::State;

class LengthFramer final : public Framer
{
public:
    explicit LengthFramer(const FramingRule& rule)
        : m_rule(rule)
        , m_strict(rule.strict || !rule.mark.empty())
    {}

    Step next(ByteView bytes) override
    {
        if (m_skipping) {
            return skip(bytes, {});
        }
        if (m_left > 0) {
            const auto count =
                static_cast<std::size_t>(std::min<std::uint64_t>(m_left, bytes.size()));
            m_left -= count;
            return {.content = count, .ends = m_left == 0};
        }
        return m_header.empty() ? wholeHeader(bytes) : restOfHeader(bytes);
    }
    [[nodiscard]] ByteView carried() const override
    {
        return ByteView(m_candidate).subspan(m_candidateAt);
    }

private:
    /// The header and what there is of the content.
    Step good(const LengthReading& reading, std::size_t header, ByteView bytes)
    {
        if (reading.content > m_rule.max) {
            report(tooLarge(reading.content, m_rule.max));
        }
        const auto count = static_cast<std::size_t>(
            std::min<std::uint64_t>(reading.content, bytes.size() - header));
        m_left = reading.content - count;
        return {.header = header, .content = count, .ends = m_left == 0};
    }

    Step wholeHeader(ByteView bytes)
    {
        const LengthReading reading = readLength(m_rule, bytes, m_strict);
        switch (reading.state) {
        case State::Good: return good(reading, reading.headerSize, bytes);
        case State::Short: break;
        case State::Wrong: return restOfHeader(bytes); // finds out after how many bytes
        }
        m_header.assign(bytes.begin(), bytes.end());
        return {.header = bytes.size()};
    }

    /// Byte by byte, because a header may be wrong before it is complete.
    Step restOfHeader(ByteView bytes)
    {
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            m_header.push_back(bytes[at]);
            const LengthReading reading = readLength(m_rule, m_header, m_strict);
            if (reading.state == State::Good) {
                m_header.clear();
                return good(reading, at + 1, bytes);
            }
            if (reading.state == State::Wrong) {
                report(lengthProblem(m_rule, m_header, reading));
                m_candidate.assign(m_header.begin() + 1, m_header.end());
                m_candidateAt = 0;
                m_header.clear();
                m_skipping = true;
                return isCandidateGood() ? found({.header = at + 1})
                                         : skip(bytes.subspan(at + 1), {.header = at + 1});
            }
        }
        return {.header = bytes.size()};
    }

    /// Goes to the next header that could be one. What may be its beginning is the candidate.
    Step skip(ByteView bytes, Step step)
    {
        for (const std::byte byte : bytes) {
            m_candidate.push_back(byte);
            ++step.content;
            if (isCandidateGood()) {
                return found(step);
            }
        }
        return step;
    }

    Step found(Step step)
    {
        m_skipping = false;
        step.ends = true;
        step.back = m_candidate.size() - m_candidateAt;
        return step;
    }

    bool isCandidateGood()
    {
        constexpr std::size_t compactAt = 4096;
        while (m_candidateAt < m_candidate.size()) {
            const auto reading =
                readLength(m_rule, ByteView(m_candidate).subspan(m_candidateAt), true);
            if (reading.state == State::Good) {
                return true;
            }
            if (reading.state == State::Short) {
                break;
            }
            ++m_candidateAt;
        }
        if (m_candidateAt >= compactAt) {
            m_candidate.erase(m_candidate.begin(),
                              m_candidate.begin() + static_cast<std::ptrdiff_t>(m_candidateAt));
            m_candidateAt = 0;
        }
        return false;
    }

    FramingRule m_rule;
    bool m_strict;
    bool m_skipping = false;
    Bytes m_header;           ///< as far as it is there
    std::uint64_t m_left = 0; ///< bytes of the content to come
    Bytes m_candidate;        ///< while skipping; from m_candidateAt on
    std::size_t m_candidateAt = 0;
};

} // namespace

std::unique_ptr<Framer> makeLengthFramer(const FramingRule& rule)
{
    return std::make_unique<LengthFramer>(rule);
}

} // namespace pipecore
