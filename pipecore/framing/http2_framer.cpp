// HTTP/2 (RFC 9113): the preface, then frames of a header of nine bytes and a payload. A header that no frame
// has shows that a length before was wrong.
#include "http2_framer.h"

#include "framer.h"
#include "number_bytes.h"

#include <algorithm>

namespace pipecore {

namespace {

constexpr std::size_t lengthWidth = 3;
constexpr std::size_t typeAt = 3;
constexpr std::size_t flagsAt = 4;
constexpr std::size_t streamAt = 5;

/// What a type of frame allows (RFC 9113, 6).
struct FrameForm
{
    enum class Stream : std::uint8_t { One, None, Either };

    std::uint8_t flags = 0;
    Stream stream = Stream::One;
    std::uint32_t minSize = 0;
    std::uint32_t maxSize = 0xFFFFFF;
    std::uint32_t unit = 1; ///< of which the size is a multiple
};

constexpr FrameForm forms[] = {
    {.flags = 0x09},                                                                // DATA
    {.flags = 0x2D},                                                                // HEADERS
    {.minSize = 5, .maxSize = 5},                                                   // PRIORITY
    {.minSize = 4, .maxSize = 4},                                                   // RST_STREAM
    {.flags = 0x01, .stream = FrameForm::Stream::None, .unit = 6},                  // SETTINGS
    {.flags = 0x0C, .minSize = 4},                                                  // PUSH_PROMISE
    {.flags = 0x01, .stream = FrameForm::Stream::None, .minSize = 8, .maxSize = 8}, // PING
    {.stream = FrameForm::Stream::None, .minSize = 8},                              // GOAWAY
    {.stream = FrameForm::Stream::Either, .minSize = 4, .maxSize = 4},              // WINDOW_UPDATE
    {.flags = 0x04},                                                                // CONTINUATION
};

std::uint64_t streamOf(ByteView header)
{
    return loadNumber(header.subspan(streamAt, 4), ByteOrder::Big) & 0x7FFFFFFFU;
}

/// Whether a frame may have this header. Types and flags that the standard does not know are to be ignored.
bool canBeHeader(ByteView header, std::size_t max)
{
    const std::uint64_t size = loadNumber(header.first(lengthWidth), ByteOrder::Big);
    const auto type = std::to_integer<std::uint8_t>(header[typeAt]);
    constexpr std::uint8_t maxExtension = 0x10; // PRIORITY_UPDATE
    constexpr std::uint8_t minExperiment = 0xF0;
    if (size > max) {
        return false;
    }
    if (type >= std::size(forms)) {
        return type <= maxExtension || type >= minExperiment;
    }
    const FrameForm& form = forms[type];
    const bool isOnStream = streamOf(header) != 0;
    return (form.stream == FrameForm::Stream::Either
            || isOnStream == (form.stream == FrameForm::Stream::One))
           && size >= form.minSize && size <= form.maxSize && size % form.unit == 0;
}

/// The same where the next frame is searched for: zeros are frequent, so nothing unusual is taken for one.
/// Streams have numbers in order; the last one was `lastStream`.
bool isLikelyHeader(ByteView header, std::size_t max, std::uint64_t lastStream)
{
    constexpr std::uint64_t maxNew = 64;
    const auto type = std::to_integer<std::uint8_t>(header[typeAt]);
    return canBeHeader(header, max) && type < std::size(forms)
           && (std::to_integer<std::uint8_t>(header[flagsAt]) & ~forms[type].flags) == 0
           && (header[streamAt] & std::byte{0x80}) == std::byte{0}
           && streamOf(header) <= lastStream + maxNew;
}

class Http2Framer final : public Framer
{
public:
    explicit Http2Framer(std::size_t max) : m_max(max) {}

    Step next(ByteView bytes) override
    {
        if (m_isSkipping) {
            return skip(bytes, {});
        }
        if (m_left > 0 || m_padding > 0) {
            return payload(bytes, {});
        }
        const std::size_t count =
            std::min(bytes.size(), std::max<std::size_t>(headerNeeds(), 1) - m_header.size());
        m_header.insert(m_header.end(), bytes.begin(),
                        bytes.begin() + static_cast<std::ptrdiff_t>(count));
        Step step{.header = count};
        if (m_header.size() == http2::headerSize && !isPreface() && !canBeHeader(m_header, m_max)) {
            return wrong(bytes.subspan(count), step);
        }
        if (m_header.size() < headerNeeds()) {
            return step;
        }
        if (isPreface()) {
            if (asText(m_header) != http2::preface) {
                report({PIPECORE_TR("Decode", "no HTTP/2 preface: expected \"%1\""),
                        {"PRI * HTTP/2.0 … SM"}});
            }
            m_header.clear();
            step.ends = true;
            return step;
        }
        readHeader();
        m_header.clear();
        return payload(bytes.subspan(count), step);
    }
    [[nodiscard]] ByteView carried() const override { return m_candidate; }

private:
    [[nodiscard]] bool isPreface() const
    {
        return asText(m_header).starts_with(http2::preface.substr(0, lengthWidth));
    }
    /// A header, the preface, or a header with the length of its padding.
    [[nodiscard]] std::size_t headerNeeds() const
    {
        if (m_header.size() < lengthWidth) {
            return lengthWidth;
        }
        if (isPreface()) {
            return http2::preface.size();
        }
        if (m_header.size() < http2::headerSize) {
            return http2::headerSize;
        }
        return http2::headerSize + (isPadded() ? 1 : 0);
    }
    [[nodiscard]] std::uint8_t byteAt(std::size_t at) const
    {
        return std::to_integer<std::uint8_t>(m_header[at]);
    }
    [[nodiscard]] std::uint64_t length() const
    {
        return loadNumber(ByteView(m_header).first(lengthWidth), ByteOrder::Big);
    }
    [[nodiscard]] bool isPadded() const
    {
        return http2::canBePadded(byteAt(typeAt)) && (byteAt(flagsAt) & http2::padded) != 0
               && length() > 0;
    }

    void readHeader()
    {
        m_left = length();
        if (isPadded()) {
            m_padding = byteAt(http2::headerSize);
            --m_left;
            if (m_padding > m_left) {
                report({PIPECORE_TR("Decode", "padding of %1 bytes is longer than the frame"),
                        {std::to_string(m_padding)}});
                m_padding = m_left;
            }
            m_left -= m_padding;
        }
        checkContinuation();
    }

    /// A block of headers is not interrupted by other frames.
    void checkContinuation()
    {
        const std::uint8_t type = byteAt(typeAt);
        const std::uint64_t stream = streamOf(m_header);
        m_lastStream = std::max(m_lastStream, stream);
        const bool isContinuation = type == http2::Continuation;
        if (m_openHeaders != 0 && (!isContinuation || stream != m_openHeaders)) {
            report({PIPECORE_TR("Decode", "expected CONTINUATION of stream %1"),
                    {std::to_string(m_openHeaders)}});
            m_openHeaders = 0;
        } else if (m_openHeaders == 0 && isContinuation) {
            report({PIPECORE_TR("Decode", "CONTINUATION without HEADERS"), {}});
        }
        const bool isBlock = type == http2::Headers || type == http2::PushPromise || isContinuation;
        if (isBlock) {
            m_openHeaders = (byteAt(flagsAt) & http2::endHeaders) != 0 ? 0 : stream;
        }
    }

    Step wrong(ByteView rest, Step step)
    {
        report({PIPECORE_TR("Decode", "no HTTP/2 frame: wrong head; skipped to the next one"), {}});
        m_candidate.assign(m_header.begin() + 1, m_header.end());
        m_header.clear();
        m_openHeaders = 0;
        m_isSkipping = true;
        return skip(rest, step);
    }

    /// Goes on at the next header that a frame may have.
    Step skip(ByteView bytes, Step step)
    {
        for (const std::byte byte : bytes) {
            m_candidate.push_back(byte);
            ++step.content;
            if (m_candidate.size() < http2::headerSize) {
                continue;
            }
            if (isLikelyHeader(m_candidate, m_max, m_lastStream)) {
                m_isSkipping = false;
                step.ends = true;
                step.back = m_candidate.size();
                return step;
            }
            m_candidate.erase(m_candidate.begin());
        }
        return step;
    }

    Step payload(ByteView bytes, Step step)
    {
        step.content = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, bytes.size()));
        m_left -= step.content;
        step.trailer = static_cast<std::size_t>(
            std::min<std::uint64_t>(m_padding, bytes.size() - step.content));
        m_padding -= step.trailer;
        step.ends = m_left == 0 && m_padding == 0;
        return step;
    }

    std::size_t m_max;
    Bytes m_header;
    Bytes m_candidate; ///< while skipping: what may be the beginning of a header
    bool m_isSkipping = false;
    std::uint64_t m_left = 0;        ///< bytes of the payload to come, without padding
    std::uint64_t m_padding = 0;     ///< bytes of it to come
    std::uint64_t m_lastStream = 0;  ///< the highest number
    std::uint64_t m_openHeaders = 0; ///< stream whose headers go on in the next frame; 0: none
};

} // namespace

std::unique_ptr<Framer> makeHttp2Framer(const FramingRule& rule)
{
    return std::make_unique<Http2Framer>(rule.max);
}

} // namespace pipecore
