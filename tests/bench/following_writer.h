#pragma once

#include "conversation.h"
#include "pipecore/files/file.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace bench {

/// Bytes of a message's packet in the file beside its payload: head, tags, options and end.
inline constexpr std::size_t aroundPayload = 28 + 12 + 24 + 4;

/// Counterpart of a recorder, so that a bare loop compares with a recorded engine: the loop reads into its
/// memory, and a second thread writes that to a file, with as many bytes more for each read as a
/// recorder adds. No byte is copied on the way.
class FollowingWriter final : public Follower
{
public:
    /// Creates the file; throws std::runtime_error.
    explicit FollowingWriter(const std::filesystem::path& file);
    FollowingWriter(const FollowingWriter&) = delete;
    FollowingWriter& operator=(const FollowingWriter&) = delete;
    ~FollowingWriter() override;

    [[nodiscard]] std::span<std::byte> readBuffer(std::size_t size) override;
    void received(std::size_t count) override;
    /// Returns when all of them are in the file; throws std::runtime_error when they are not.
    void waitUntilWritten();

private:
    static constexpr std::size_t sliceSize = std::size_t{256} * 1024; ///< as the recorder writes
    static constexpr std::size_t blocks = 8; ///< as much memory as the engine's queue uses

    void handOver();
    void takeBlock();
    void loop();

    std::unique_ptr<pipecore::WritableFile> m_file;
    Bytes m_block; ///< of the thread that reads, filled up to m_used
    std::size_t m_used = 0;
    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_changed;
    struct Filled
    {
        Bytes block;
        std::size_t size = 0;
    };
    std::vector<Filled> m_filled; ///< to write, in order
    std::vector<Bytes> m_free;
    bool m_writing = false;
    bool m_stopping = false;
    std::string m_failure;
    std::thread m_thread;
};

} // namespace bench
