// HTTP/2 (RFC 9113): the preface, then frames of a header of nine bytes and a payload.
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

class Http2Framer final : public Framer
{
public:
    explicit Http2Framer(std::size_t max) : m_max(max) {}

    Step next(ByteView bytes) override
    {
        if (m_left > 0 || m_padding > 0) {
            return payload(bytes, {});
        }
        const std::size_t count =
            std::min(bytes.size(), std::max<std::size_t>(headerNeeds(), 1) - m_header.size());
        m_header.insert(m_header.end(), bytes.begin(),
                        bytes.begin() + static_cast<std::ptrdiff_t>(count));
        Step step{.header = count};
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
        const std::uint64_t size = length();
        m_left = size;
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
        if (m_left > m_max) {
            report(tooLarge(size, m_max));
        }
        checkContinuation();
    }

    /// A block of headers is not interrupted by other frames.
    void checkContinuation()
    {
        const std::uint8_t type = byteAt(typeAt);
        const std::uint64_t stream =
            loadNumber(ByteView(m_header).subspan(streamAt, 4), ByteOrder::Big) & 0x7FFFFFFFU;
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
    std::uint64_t m_left = 0;        ///< bytes of the payload to come, without padding
    std::uint64_t m_padding = 0;     ///< bytes of it to come
    std::uint64_t m_openHeaders = 0; ///< stream whose headers go on in the next frame; 0: none
};

} // namespace

std::unique_ptr<Framer> makeHttp2Framer(const FramingRule& rule)
{
    return std::make_unique<Http2Framer>(rule.max);
}

} // namespace pipecore
