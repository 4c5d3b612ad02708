#pragma once

#include "cell.h"
#include "conversation.h"

#include "pipecore/model/event.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace bench {

/// The end that measures: a server with one client, which is the peer process. Failures are thrown as
/// std::runtime_error.
class MeasuringEnd
{
public:
    explicit MeasuringEnd(const Cell& cell) : m_cell(cell), m_measurement(cell) {}
    MeasuringEnd(const MeasuringEnd&) = delete;
    MeasuringEnd& operator=(const MeasuringEnd&) = delete;
    /// Ends the conversation, and with it the peer.
    virtual ~MeasuringEnd() = default;

    /// As Measurement has it. Before a run.
    void setFollower(Follower* follower) { m_measurement.setFollower(follower); }
    /// Waits for the client, for `acceptTime` at most: then the program says that the peer did not come, and
    /// ends with status 2.
    void accept();
    static constexpr std::chrono::seconds acceptTime{60};
    /// Lets an engine read again whose onlooker had no room. Any thread.
    virtual void resumeReading() {}
    /// Sends so many messages; how long it took until the peer had counted the last. Of Receive: asks
    /// for them; how long until the last was here.
    [[nodiscard]] Seconds stream(std::uint64_t messages)
    {
        m_measurement.beginStream(messages);
        run();
        return m_measurement.elapsed();
    }
    /// Goes to and fro for a time; how long each round trip took, in seconds.
    [[nodiscard]] std::vector<double>& pingPong(Seconds duration)
    {
        m_measurement.beginPingPong(duration);
        run();
        return m_measurement.roundTrips();
    }

protected:
    virtual void waitForClient() = 0;
    /// Moves what the measurement wants until it is done.
    virtual void run() = 0;

    const Cell m_cell;
    Measurement m_measurement;
};

/// run() of an end that is a loop of its own: `loop.run(app)` returns when the app is done.
template <typename Loop>
void runMeasurement(Loop& loop, Measurement& measurement)
{
    loop.run(measurement);
    if (!measurement.isDone()) {
        throw std::runtime_error("the peer of the bare loop is gone");
    }
}

/// The same for the other end.
template <typename Loop>
void runPeer(Loop& loop, const Cell& cell)
{
    if (cell.test == Test::Stream) {
        Counter counter;
        loop.run(counter);
    } else if (cell.test == Test::Receive) {
        Source source(cell.size);
        loop.run(source);
    } else {
        Echo echo;
        loop.run(echo);
    }
}

/// With the calls of the system. The name is taken when these return.
[[nodiscard]] std::unique_ptr<MeasuringEnd> listenBare(const Cell& cell, const std::string& name);
/// With pipecore::Engine. `onlooker`, which is not owned, hears every event before the measurement does.
[[nodiscard]] std::unique_ptr<MeasuringEnd>
listenWithEngine(const Cell& cell, const std::string& name,
                 pipecore::EventSink* onlooker = nullptr);

/// The other end: connects, counts or echoes, and returns when the measuring end is gone.
void runBarePeer(const Cell& cell, const std::string& name);
void runEnginePeer(const Cell& cell, const std::string& name);
/// Whichever of the two a process was started for: PeerTask::arguments().
void runPeer(const std::vector<std::string>& arguments);

} // namespace bench
