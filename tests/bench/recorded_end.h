#pragma once

#include "cell.h"
#include "child_process.h"
#include "ends.h"
#include "following_writer.h"
#include "temporary_file.h"

#include "pipecore/session/session.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <semaphore>
#include <string>

namespace bench {

/// Takes an engine's events into a recorder's queue. While that is full the engine reads no more, as in the
/// program; or its thread waits, since an end that sends is not slowed down by reading less.
class RecordingSink final : public pipecore::EventSink
{
public:
    /// Starts to record; throws std::runtime_error. `resumeReading` lets the engine read again; without
    /// it the engine's thread waits.
    RecordingSink(const std::filesystem::path& file, std::chrono::milliseconds flushInterval,
                  std::function<void()> resumeReading);

    void onEvent(const pipecore::Event& event) override;
    void onRoundEnd() override;
    [[nodiscard]] bool hasRoom() const override { return m_waits || m_queue.hasRoom(); }

    /// Returns when all that was taken is in the file.
    void waitUntilWritten();

private:
    pipecore::EventQueue m_queue;
    pipecore::Recorder m_recorder;
    const bool m_waits;
    std::binary_semaphore m_roomAgain{0};
    std::atomic<std::uint64_t> m_messages{0};
};

/// An end with a peer in another process that counts the bytes it receives, or sends what is asked for;
/// recorded or not.
class StreamingPair
{
public:
    /// An engine, recorded in `file`, or not at all without one.
    StreamingPair(const Cell& cell, const std::filesystem::path& file,
                  std::chrono::milliseconds flushInterval);
    /// A bare loop of the test Receive. A thread writes what it receives to `file`, and as many bytes more
    /// as a recorder of the engine would.
    StreamingPair(const Cell& cell, const std::filesystem::path& file);
    StreamingPair(const StreamingPair&) = delete;
    StreamingPair& operator=(const StreamingPair&) = delete;
    ~StreamingPair() { m_end.reset(); } // before the peer, which ends when this end is gone

    /// How long so many messages take until the end that receives has counted the last, and all of
    /// them are in the file.
    [[nodiscard]] Seconds stream(std::uint64_t messages);

private:
    void startPeer(Side side, const Cell& cell, const std::string& name);

    TemporaryFile m_file;
    std::unique_ptr<RecordingSink> m_sink;     ///< of an engine that is recorded
    std::unique_ptr<FollowingWriter> m_writer; ///< of a bare loop
    std::unique_ptr<PeerProcess> m_peer;
    std::unique_ptr<MeasuringEnd> m_end;
};

} // namespace bench
