#include "following_writer.h"

#include <stdexcept>
#include <utility>

namespace bench {

using namespace pipecore;

FollowingWriter::FollowingWriter(const std::filesystem::path& file)
{
    auto created = WritableFile::create(file);
    if (!created) {
        throw std::runtime_error(describe(created.error()));
    }
    m_file = std::move(*created);
    m_free.resize(blocks);
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

std::span<std::byte> FollowingWriter::readBuffer(std::size_t size)
{
    if (m_block.size() < m_used + size + aroundPayload) {
        if (m_used != 0) {
            handOver();
        }
        takeBlock();
        if (m_block.size() < size + aroundPayload) {
            m_block.resize(sliceSize + size + aroundPayload);
        }
    }
    return std::span(m_block).subspan(m_used, size);
}

void FollowingWriter::received(std::size_t count)
{
    m_used += count + aroundPayload;
    if (m_used >= sliceSize) {
        handOver();
    }
}

/// Gives the block to the thread that writes.
void FollowingWriter::handOver()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_filled.push_back({.block = std::exchange(m_block, {}), .size = std::exchange(m_used, 0)});
    }
    m_changed.notify_all();
}

/// Waits for a block that was written, when the reader is ahead by all of them.
void FollowingWriter::takeBlock()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_free.empty() || !m_failure.empty(); });
    if (!m_failure.empty()) {
        throw std::runtime_error(m_failure);
    }
    m_block = std::move(m_free.back());
    m_free.pop_back();
}

void FollowingWriter::waitUntilWritten()
{
    if (m_used != 0) {
        handOver();
    }
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return (m_filled.empty() && !m_writing) || !m_failure.empty(); });
    if (!m_failure.empty()) {
        throw std::runtime_error(m_failure);
    }
}

void FollowingWriter::loop()
{
    std::uint64_t end = 0;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stopping || !m_filled.empty(); });
        if (m_stopping) {
            return;
        }
        std::vector<Filled> filled = std::exchange(m_filled, {});
        m_writing = true;
        lock.unlock();
        Result<void> written;
        for (const Filled& next : filled) {
            if (written) {
                written = m_file->writeAt(end, ByteView(next.block).first(next.size));
                end += next.size;
            }
        }
        lock.lock();
        m_writing = false;
        for (Filled& next : filled) {
            m_free.push_back(std::move(next.block));
        }
        if (!written) {
            m_failure = describe(written.error());
        }
        m_changed.notify_all();
    }
}

} // namespace bench
