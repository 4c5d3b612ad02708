#pragma once

#include "cell.h"
#include "conversation.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace bench {

/// The end that measures: a server with one client, which is the peer process. Failures are thrown as
/// std::runtime_error.
class MeasuringEnd
{
public:
    MeasuringEnd() = default;
    MeasuringEnd(const MeasuringEnd&) = delete;
    MeasuringEnd& operator=(const MeasuringEnd&) = delete;
    /// Ends the conversation, and with it the peer.
    virtual ~MeasuringEnd() = default;

    /// Waits for the client.
    virtual void accept() = 0;
    /// Sends so many messages; how long it took until the peer had counted the last.
    virtual Seconds stream(std::uint64_t messages) = 0;
    /// Goes to and fro for a time; how long each round trip took, in seconds.
    virtual std::vector<double>& pingPong(Seconds duration) = 0;
};

/// With the calls of the system. The name is taken when these return.
[[nodiscard]] std::unique_ptr<MeasuringEnd> listenBare(const Cell& cell, const std::string& name);
/// With pipecore::Engine.
[[nodiscard]] std::unique_ptr<MeasuringEnd> listenWithEngine(const Cell& cell,
                                                             const std::string& name);

/// The other end: connects, counts or echoes, and returns when the measuring end is gone.
void runBarePeer(const Cell& cell, const std::string& name);
void runEnginePeer(const Cell& cell, const std::string& name);

} // namespace bench
