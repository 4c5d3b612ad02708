#pragma once

#include "pipecore/base/bytes.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace pipecore {

/// Follows one HTTP/2 connection: which call each of its streams is. Header blocks refer to earlier ones, so
/// that a frame alone does not say it. Memory: bytesPerCall for each call, of the latest maxCalls, and 64 KiB of
/// header fields until ended().
class Http2Calls
{
public:
    static constexpr std::size_t bytesPerCall = 8;
    static constexpr std::size_t maxCalls = std::size_t{1} << 20U;

    Http2Calls();
    ~Http2Calls();

    /// Whether a connection whose first bytes in one direction are these speaks HTTP/2.
    [[nodiscard]] static bool isStart(ByteView bytes);

    /// Takes the next bytes of one direction. Frames may be cut anywhere, unless `isFrame` says that one begins
    /// here. Returns whether they begin with data of a gRPC message that an earlier frame has begun. One
    /// thread.
    bool add(ByteView bytes, bool fromClient, bool isFrame);
    /// Nothing more comes: what is needed to read on is let go. The thread of add().
    void ended();
    /// The path of a stream's request, "/package.Service/Method"; empty when it is not known. Any thread.
    [[nodiscard]] std::string pathOf(std::uint32_t stream) const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace pipecore
