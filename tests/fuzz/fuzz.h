#pragma once

#include "pipecore/base/bytes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>

/// Judges one case; returns 0.
using FuzzTarget = std::function<int(const std::uint8_t* data, std::size_t size)>;

#ifdef PIPESCOPE_FUZZ_REPLAY
/// Makes a target known to the replay program that it is linked into. To be made before main().
class ReplayedTarget
{
public:
    ReplayedTarget(std::string_view topic, FuzzTarget target);
};
/// The same of all rows of a table.
class ReplayedTable
{
public:
    template <typename Row, std::size_t Size, typename Judge>
    ReplayedTable(const Row (&table)[Size], Judge judge)
    {
        for (const Row& row : table) {
            const ReplayedTarget target(row.topic,
                                        [&row, judge](const std::uint8_t* data, std::size_t size) {
                                            return judge(row, data, size);
                                        });
        }
    }
};
/// Ends a fuzz_<topic>.cpp: libFuzzer calls `target` with each case, or a replay does.
#    define PIPESCOPE_FUZZ_TARGET(topic, target)                                                   \
        static const ReplayedTarget replayedTarget(#topic, target);
/// Ends a table_<name>.cpp: each row is a target, by its `topic`, and cases go to `judge(row, data, size)`.
#    define PIPESCOPE_FUZZ_TABLE(table, judge)                                                     \
        static const ReplayedTable replayedTable(table, judge);
#else
#    define PIPESCOPE_FUZZ_TARGET(topic, target)                                                   \
        /* NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's own name */                  \
        extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)          \
        {                                                                                          \
            return target(data, size);                                                             \
        }
template <typename Row, std::size_t Size>
consteval const Row& rowOf(const Row (&table)[Size], std::string_view topic)
{
    return *std::ranges::find(table, topic, &Row::topic); // none: no constant
}
#    define PIPESCOPE_FUZZ_TABLE(table, judge)                                                     \
        /* NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's own name */                  \
        extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)          \
        {                                                                                          \
            return judge(rowOf(table, PIPESCOPE_FUZZ_TOPIC), data, size);                          \
        }
#endif

/// Ends the program when `good` is false: libFuzzer keeps the case then, and a replay has failed.
inline void require(bool good, std::string_view what)
{
    if (!good) {
        std::fprintf(stderr, "broken: %.*s\n", static_cast<int>(what.size()), what.data());
        std::abort();
    }
}

/// Reads the choices of a case from its beginning; what is left is the payload.
class Case
{
public:
    Case(const std::uint8_t* data, std::size_t size)
        : m_rest(reinterpret_cast<const std::byte*>(data), size)
    {}

    /// A number below `end`; 0 when nothing is left.
    std::size_t choose(std::size_t end)
    {
        if (m_rest.empty()) {
            return 0;
        }
        const auto value = std::to_integer<std::size_t>(m_rest.front());
        m_rest = m_rest.subspan(1);
        return value % end;
    }
    [[nodiscard]] pipecore::ByteView rest() const { return m_rest; }

private:
    pipecore::ByteView m_rest;
};
