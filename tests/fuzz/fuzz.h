#pragma once

#include "pipecore/base/bytes.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

/// Judges one case; returns 0.
using FuzzTarget = int (*)(const std::uint8_t* data, std::size_t size);

#ifdef PIPESCOPE_FUZZ_REPLAY
/// Makes a target known to the replay program that it is linked into. To be made before main().
class ReplayedTarget
{
public:
    ReplayedTarget(const char* topic, FuzzTarget target);
};
/// Ends a fuzz_<topic>.cpp: libFuzzer calls `target` with each case, or a replay does.
#    define PIPESCOPE_FUZZ_TARGET(topic, target)                                                   \
        static const ReplayedTarget replayedTarget(#topic, target);
#else
#    define PIPESCOPE_FUZZ_TARGET(topic, target)                                                   \
        /* NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's own name */                  \
        extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)          \
        {                                                                                          \
            return target(data, size);                                                             \
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
