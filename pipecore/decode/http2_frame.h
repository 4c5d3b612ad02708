#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// The frames of HTTP/2 (RFC 9113).
namespace pipecore::http2 {

constexpr std::string_view preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
constexpr std::size_t headSize = 9;

enum FrameType : std::uint8_t {
    Data,
    Headers,
    Priority,
    RstStream,
    Settings,
    PushPromise,
    Ping,
    GoAway,
    WindowUpdate,
    Continuation,
};

constexpr std::uint8_t flagAck = 0x1;
constexpr std::uint8_t flagEndStream = 0x1;
constexpr std::uint8_t flagEndHeaders = 0x4;
constexpr std::uint8_t flagPadded = 0x8;
constexpr std::uint8_t flagPriority = 0x20;

} // namespace pipecore::http2
