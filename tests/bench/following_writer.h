#pragma once

#include "pipecore/files/file.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace bench {

/// Counterpart of a recorder, so that a bare loop compares with a recorded engine: a second thread that
/// writes as many bytes as it is told of, from memory of its own, and nothing else.
class FollowingWriter
{
public:
    /// Creates the file; throws std::runtime_error.
    explicit FollowingWriter(const std::filesystem::path& file);
    FollowingWriter(const FollowingWriter&) = delete;
    FollowingWriter& operator=(const FollowingWriter&) = delete;
    ~FollowingWriter();

    /// Adds `bytes` to write. Waits while as many are pending as the engine's queue holds.
    void add(std::size_t bytes)
    {
        m_gathered += bytes;
        if (m_gathered >= blockSize) {
            handOver();
        }
    }
    /// Returns when all of them are in the file; throws std::runtime_error when they are not.
    void waitUntilWritten();

private:
    static constexpr std::size_t blockSize = std::size_t{256} * 1024; ///< as the recorder writes
    static constexpr std::uint64_t maxWaiting = std::uint64_t{64} * 1024 * 1024;

    void handOver();
    void loop();

    std::unique_ptr<pipecore::WritableFile> m_file;
    std::size_t m_gathered = 0; ///< of the thread that adds
    std::mutex m_mutex;         ///< guards what follows
    std::condition_variable m_changed;
    std::uint64_t m_wanted = 0;
    std::uint64_t m_written = 0;
    bool m_stopping = false;
    std::string m_failure;
    std::thread m_thread;
};

} // namespace bench
