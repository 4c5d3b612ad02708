#pragma once

#include "cell.h"
#include "child_process.h"
#include "ends.h"
#include "following_writer.h"
#include "temporary_file.h"

#include "pipecore/session/session.h"

#include <filesystem>
#include <memory>
#include <semaphore>
#include <string>

namespace bench {

/// Takes an engine's events into a recorder's queue, and waits in the engine's thread while that is
/// full: the end that sends is not slowed down by reading less.
class RecordingSink final : public pipecore::EventSink
{
public:
    /// Starts to record; throws std::runtime_error.
    RecordingSink(const std::filesystem::path& file, std::chrono::milliseconds flushInterval);

    void onEvent(const pipecore::Event& event) override;
    void onRoundEnd() override;

    /// Returns when all that was taken is in the file.
    void waitUntilWritten();

private:
    pipecore::EventQueue m_queue;
    pipecore::Recorder m_recorder;
    std::binary_semaphore m_roomAgain{0};
    std::atomic<std::uint64_t> m_messages{0};
};

/// An end with a peer in another process that counts the bytes it receives; recorded or not.
class StreamingPair
{
public:
    /// An engine, recorded in `file`, or not at all without one.
    StreamingPair(const Cell& cell, const std::filesystem::path& file,
                  std::chrono::milliseconds flushInterval);
    /// A bare loop. In `file` a thread writes as many bytes as a recorder of the engine would.
    StreamingPair(const Cell& cell, const std::filesystem::path& file);
    StreamingPair(const StreamingPair&) = delete;
    StreamingPair& operator=(const StreamingPair&) = delete;
    ~StreamingPair() { m_end.reset(); } // before the peer, which ends when this end is gone

    /// How long so many messages take until the other end has counted the last, and all of them are
    /// in the file.
    [[nodiscard]] Seconds stream(std::uint64_t messages);

private:
    void startPeer(Side side, const Cell& cell, const std::string& name);

    TemporaryFile m_file;
    std::unique_ptr<RecordingSink> m_sink;     ///< of an engine that is recorded
    std::unique_ptr<FollowingWriter> m_writer; ///< of a bare loop
    std::unique_ptr<PeerProcess> m_peer;
    std::unique_ptr<MeasuringEnd> m_end;
};

/// Bytes of a message's packet in the file beside its payload: head, tags, options and end.
inline constexpr std::size_t aroundPayload = 28 + 12 + 24 + 4;

} // namespace bench
