#pragma once

#include "pipecore/model/event.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace pipecore {

/// Counts messages over time in a fixed number of equal spans, without knowing beforehand when the
/// first and the last are: the spans become longer when time runs out of them. A value. One thread.
class Timeline
{
public:
    struct Span
    {
        std::uint64_t received = 0;
        std::uint64_t sent = 0;
    };

    void add(Direction direction, std::int64_t wallNs);
    /// Spans up to that of the last message; empty without messages.
    [[nodiscard]] std::span<const Span> spans() const { return std::span(m_spans).first(m_used); }
    [[nodiscard]] std::int64_t beginNs() const { return m_begin; }
    [[nodiscard]] std::int64_t spanNs() const { return m_width; }

private:
    void widen();
    void moveBack(std::int64_t wallNs);

    static constexpr std::size_t maxSpans = 240;
    std::array<Span, maxSpans> m_spans{};
    std::size_t m_used = 0;
    std::int64_t m_begin = 0;
    std::int64_t m_width = 1'000; ///< a microsecond
};

} // namespace pipecore
