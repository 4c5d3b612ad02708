#include "literal_search.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#ifdef __SSE2__
#    include <emmintrin.h>
#endif

namespace pipecore::filter {

namespace {

/// How often a byte comes up in the messages of programs, roughly; more is more often.
int frequency(char byte)
{
    // By how often they are in English texts and in JSON.
    constexpr std::string_view usual = "\"etaoinsr,:hldcumpfgwyb01_.-{}[]2vk3456789/=<>";
    if (byte == ' ' || byte == '\0') {
        return 256;
    }
    const std::size_t place = usual.find(byte);
    if (place != std::string_view::npos) {
        return 255 - static_cast<int>(place);
    }
    return byte == '\xFF' ? 200 : 100;
}

#ifdef __SSE2__
constexpr std::size_t step = sizeof(__m128i);
constexpr std::size_t stepsAtOnce = 4;

/// Sixteen bytes, all ones where that byte is.
__m128i placesOf(const std::byte* bytes, __m128i wanted)
{
    return _mm_cmpeq_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes)), wanted);
}
#endif

} // namespace

LiteralSearch::LiteralSearch(std::string literal) : m_literal(std::move(literal))
{
    const auto rarer = [this](std::size_t a, std::size_t b) {
        return frequency(m_literal[a]) < frequency(m_literal[b]);
    };
    for (std::size_t i = 1; i < m_literal.size(); ++i) {
        if (rarer(i, m_rare)) {
            m_rare = i;
        }
    }
    m_another = m_rare == 0 ? m_literal.size() - 1 : 0;
    for (std::size_t i = 0; i < m_literal.size(); ++i) {
        if (i != m_rare && rarer(i, m_another)) {
            m_another = i;
        }
    }
}

std::size_t LiteralSearch::find(ByteView bytes, std::size_t from) const
{
    std::size_t place = from;
#ifdef __SSE2__
    const __m128i rare = _mm_set1_epi8(m_literal[m_rare]);
    const __m128i another = _mm_set1_epi8(m_literal[m_another]);
    const auto both = [&](const std::byte* at) {
        return _mm_and_si128(placesOf(at + m_rare, rare), placesOf(at + m_another, another));
    };
    constexpr std::size_t stride = step * stepsAtOnce;
    for (; place + stride + m_literal.size() - 1 <= bytes.size(); place += stride) {
        const std::byte* const at = bytes.data() + place;
        const std::array found = {both(at), both(at + step), both(at + 2 * step),
                                  both(at + 3 * step)};
        const __m128i any =
            _mm_or_si128(_mm_or_si128(found[0], found[1]), _mm_or_si128(found[2], found[3]));
        if (_mm_movemask_epi8(any) == 0) {
            continue;
        }
        for (std::size_t i = 0; i < stepsAtOnce; ++i) {
            auto places = static_cast<std::uint32_t>(_mm_movemask_epi8(found[i]));
            for (; places != 0; places &= places - 1) {
                const std::size_t offset =
                    i * step + static_cast<std::size_t>(std::countr_zero(places));
                if (std::memcmp(at + offset, m_literal.data(), m_literal.size()) == 0) {
                    return place + offset;
                }
            }
        }
    }
#endif
    if (place >= bytes.size()) {
        return notFound;
    }
    return asText(bytes).find(m_literal, place); // npos is notFound
}

} // namespace pipecore::filter
