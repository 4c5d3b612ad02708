#include "pipecore/analysis/timeline.h"

#include "pipecore/base/elapsed.h"

#include <algorithm>
#include <limits>

namespace pipecore {

void Timeline::add(Direction direction, std::int64_t wallNs)
{
    if (wallNs == noTime) {
        return;
    }
    // Times of hostile files may be anything; sums of those in use must not overflow.
    constexpr std::int64_t limit = std::numeric_limits<std::int64_t>::max() / 4;
    wallNs = std::clamp(wallNs, -limit, limit);
    if (m_used == 0) {
        m_begin = wallNs;
    } else if (wallNs < m_begin) {
        moveBack(wallNs);
    }
    while ((wallNs - m_begin) / m_width >= static_cast<std::int64_t>(maxSpans)) {
        widen();
    }
    const auto place = static_cast<std::size_t>((wallNs - m_begin) / m_width);
    m_used = std::max(m_used, place + 1);
    (direction == Direction::Received ? m_spans[place].received : m_spans[place].sent) += 1;
}

/// Makes one span of each two.
void Timeline::widen()
{
    for (std::size_t i = 0; i < maxSpans; ++i) {
        const Span& first = m_spans[2 * i < maxSpans ? 2 * i : 0];
        const Span& second = m_spans[2 * i + 1 < maxSpans ? 2 * i + 1 : 0];
        m_spans[i] = 2 * i < maxSpans
                         ? Span{first.received + second.received, first.sent + second.sent}
                         : Span{};
    }
    m_used = (m_used + 1) / 2;
    m_width *= 2;
}

/// Time went back before the first message: whole spans are put in front.
void Timeline::moveBack(std::int64_t wallNs)
{
    const auto missing = [&] { return (m_begin - wallNs + m_width - 1) / m_width; };
    while (missing() + static_cast<std::int64_t>(m_used) > static_cast<std::int64_t>(maxSpans)) {
        widen();
    }
    const auto count = static_cast<std::size_t>(missing());
    std::move_backward(m_spans.begin(), m_spans.begin() + static_cast<std::ptrdiff_t>(m_used),
                       m_spans.begin() + static_cast<std::ptrdiff_t>(m_used + count));
    std::fill_n(m_spans.begin(), count, Span{});
    m_used += count;
    m_begin -= static_cast<std::int64_t>(count) * m_width;
}

} // namespace pipecore
