// MessagePack values one after the other.
#include "framer.h"
#include "number_bytes.h"

namespace pipecore {

namespace {

/// What follows the first byte of a value.
struct Shape
{
    std::size_t lengthWidth = 0; ///< bytes of a length
    std::uint64_t bytes = 0;     ///< payload, beside the length
    std::uint64_t values = 0;    ///< in it
    bool countsValues = false;   ///< the length counts values, not bytes
    std::uint64_t each = 1;      ///< values that one of the length stands for
    bool isValid = true;
};

Shape shapeOf(std::uint8_t first)
{
    if (first <= 0x7F || first >= 0xE0) {
        return {}; // small integers
    }
    if (first <= 0x8F) {
        return {.values = 2 * (first & 0xFULL)};
    }
    if (first <= 0x9F) {
        return {.values = first & 0xFULL};
    }
    if (first <= 0xBF) {
        return {.bytes = first & 0x1FULL};
    }
    constexpr std::uint64_t extType = 1;
    switch (first) {
    case 0xC0:
    case 0xC2:
    case 0xC3: return {};
    case 0xC4:
    case 0xD9: return {.lengthWidth = 1};
    case 0xC5:
    case 0xDA: return {.lengthWidth = 2};
    case 0xC6:
    case 0xDB: return {.lengthWidth = 4};
    case 0xC7: return {.lengthWidth = 1, .bytes = extType};
    case 0xC8: return {.lengthWidth = 2, .bytes = extType};
    case 0xC9: return {.lengthWidth = 4, .bytes = extType};
    case 0xCC:
    case 0xD0: return {.bytes = 1};
    case 0xCD:
    case 0xD1: return {.bytes = 2};
    case 0xCA:
    case 0xCE:
    case 0xD2: return {.bytes = 4};
    case 0xCB:
    case 0xCF:
    case 0xD3: return {.bytes = 8};
    case 0xD4:
    case 0xD5:
    case 0xD6:
    case 0xD7:
    case 0xD8: return {.bytes = extType + (1ULL << (first - 0xD4U))};
    case 0xDC: return {.lengthWidth = 2, .countsValues = true};
    case 0xDD: return {.lengthWidth = 4, .countsValues = true};
    case 0xDE: return {.lengthWidth = 2, .countsValues = true, .each = 2};
    case 0xDF: return {.lengthWidth = 4, .countsValues = true, .each = 2};
    default: return {.isValid = false}; // 0xC1
    }
}

class MessagePackFramer final : public Framer
{
public:
    Step next(ByteView bytes) override
    {
        std::size_t at = 0;
        while (at < bytes.size()) {
            if (m_skip > 0) {
                at += passOver(m_skip, bytes.size() - at);
            } else if (m_lengthLeft > 0) {
                m_length = m_length << 8U | std::to_integer<std::uint64_t>(bytes[at++]);
                if (--m_lengthLeft == 0) {
                    lengthEnds();
                }
            } else if (!begin(std::to_integer<std::uint8_t>(bytes[at++]))) {
                m_values = 1;
                return {.content = at, .ends = true};
            }
            if (m_skip == 0 && m_lengthLeft == 0 && m_values == 0) {
                m_values = 1;
                return {.content = at, .ends = true};
            }
        }
        return {.content = at};
    }

private:
    bool begin(std::uint8_t first)
    {
        m_shape = shapeOf(first);
        if (!m_shape.isValid) {
            report({PIPECORE_TR("Decode", "no MessagePack value: 0xC1; goes on with the next byte"),
                    {}});
            return false;
        }
        --m_values;
        m_length = 0;
        m_lengthLeft = m_shape.lengthWidth;
        if (m_lengthLeft == 0) {
            m_skip = m_shape.bytes;
            m_values += m_shape.values;
        }
        return true;
    }

    void lengthEnds()
    {
        if (m_shape.countsValues) {
            // At most 2^33 for each byte that has come: no overflow.
            m_values += m_length * m_shape.each;
        } else {
            m_skip = m_length + m_shape.bytes;
        }
    }

    Shape m_shape;
    std::uint64_t m_values = 1; ///< to come, for the frame to be complete
    std::uint64_t m_skip = 0;   ///< bytes of a payload to come
    std::uint64_t m_length = 0;
    std::size_t m_lengthLeft = 0; ///< bytes of a length to come
};

} // namespace

std::optional<std::size_t> messagePackSize(ByteView bytes)
{
    MessagePackFramer framer;
    const Step step = framer.next(bytes);
    return step.ends && !framer.hasProblem() ? std::optional(step.content) : std::nullopt;
}

std::unique_ptr<Framer> makeMessagePackFramer(const FramingRule& /*rule*/)
{
    return std::make_unique<MessagePackFramer>();
}

} // namespace pipecore
