#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pipecore::http2 {

constexpr std::string_view preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
constexpr std::size_t headerSize = 9;

enum FrameType : std::uint8_t { Data = 0, Headers = 1, PushPromise = 5, Continuation = 9 };

constexpr std::uint8_t endHeaders = 0x4;
constexpr std::uint8_t padded = 0x8;

/// True for frames whose payload may begin with a length of padding.
[[nodiscard]] constexpr bool canBePadded(std::uint8_t type)
{
    return type == Data || type == Headers || type == PushPromise;
}

} // namespace pipecore::http2
