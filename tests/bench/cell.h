#pragma once

#include "pipecore/model/options.h"

#include <cstddef>
#include <string>
#include <vector>

namespace bench {

/// Measured workload.
enum class Test : std::uint8_t {
    Stream,   ///< one end sends as fast as it can, the other counts: messages in a time
    PingPong, ///< one message goes to the other end and comes back: time of a round trip
    Receive,  ///< one end asks for messages and counts them: messages in a time
};

/// Code that moves the bytes, at both ends of a connection.
enum class Side : std::uint8_t {
    Bare,  ///< a loop with the system's calls and nothing else
    Engine ///< pipecore::Engine
};

/// A line of the table: a test at one message size.
struct Cell
{
    Test test = Test::Stream;
    pipecore::PipeMode mode = pipecore::PipeMode::Byte;
    std::size_t size = 64; ///< bytes of a message, at least 64
};

/// Bytes asked for by one read, and the pipe's buffers: the defaults of pipecore, for both sides.
inline constexpr std::size_t readSize = pipecore::ConnectionOptions{}.readSize;
inline constexpr std::uint32_t bufferSize = 64 * 1024;

[[nodiscard]] std::vector<Cell> allCells();

[[nodiscard]] std::string testName(Test test);
[[nodiscard]] std::string modeName(pipecore::PipeMode mode);
[[nodiscard]] std::string sizeName(std::size_t size);

/// Command line of a peer process.
struct PeerTask
{
    Side side = Side::Bare;
    Cell cell;
    bool pinned = false;
    std::string name; ///< of the pipe

    [[nodiscard]] std::vector<std::string> arguments() const;
    /// The reverse; throws std::invalid_argument.
    [[nodiscard]] static PeerTask parse(const std::vector<std::string>& arguments);
};

} // namespace bench
