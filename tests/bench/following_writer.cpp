#include "following_writer.h"

#include <algorithm>
#include <stdexcept>

namespace bench {

using namespace pipecore;

FollowingWriter::FollowingWriter(const std::filesystem::path& file)
{
    auto created = WritableFile::create(file);
    if (!created) {
        throw std::runtime_error(describe(created.error()));
    }
    m_file = std::move(*created);
    m_thread = std::thread([this] { loop(); });
}

FollowingWriter::~FollowingWriter()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void FollowingWriter::handOver()
{
    std::unique_lock lock(m_mutex);
    m_wanted += m_gathered;
    m_gathered = 0;
    m_changed.notify_all();
    m_changed.wait(lock,
                   [this] { return m_wanted - m_written <= maxWaiting || !m_failure.empty(); });
}

void FollowingWriter::waitUntilWritten()
{
    handOver();
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_wanted == m_written || !m_failure.empty(); });
    if (!m_failure.empty()) {
        throw std::runtime_error(m_failure);
    }
}

void FollowingWriter::loop()
{
    const Bytes block(blockSize, std::byte{0x5a});
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stopping || m_wanted != m_written; });
        if (m_stopping) {
            return;
        }
        const std::uint64_t offset = m_written;
        const auto count =
            static_cast<std::size_t>(std::min<std::uint64_t>(m_wanted - offset, blockSize));
        lock.unlock();
        const auto written = m_file->writeAt(offset, ByteView(block).first(count));
        lock.lock();
        if (!written) {
            m_failure = describe(written.error());
            m_changed.notify_all();
            return;
        }
        m_written += count;
        // The end that adds waits only when there is much, or for the last of it.
        if (m_written == m_wanted || m_wanted - m_written >= maxWaiting - 2 * blockSize) {
            m_changed.notify_all();
        }
    }
}

} // namespace bench
