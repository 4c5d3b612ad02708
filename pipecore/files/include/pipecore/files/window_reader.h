#pragma once

#include "pipecore/files/file.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace pipecore {

/// Reads a file mostly forwards through one buffer, so that neighbouring places cost no system call.
/// Memory: the largest window, or the largest requested piece. One thread.
class WindowReader
{
public:
    static constexpr std::size_t largeWindow = std::size_t{1024} * 1024;

    /// `file` is not owned; `fileSize` keeps the buffer small for a small file.
    WindowReader(const ReadableFile& file, std::uint64_t fileSize)
        : WindowReader(file, windowFor(fileSize), windowFor(fileSize))
    {}
    /// Reads at least `minSize` bytes at once; while it goes forwards, more and more, up to `maxSize`.
    WindowReader(const ReadableFile& file, std::size_t minSize, std::size_t maxSize)
        : m_file(file)
        , m_minSize(minSize)
        , m_maxSize(maxSize)
        , m_next(minSize)
    {}

    /// Whether at() has them at hand, and has nothing to read.
    [[nodiscard]] bool holds(std::uint64_t offset, std::size_t count) const
    {
        return offset >= m_begin && offset - m_begin <= m_size
               && m_size - (offset - m_begin) >= count;
    }
    /// The bytes of at(), if it holds() them.
    [[nodiscard]] ByteView held(std::uint64_t offset, std::size_t count) const
    {
        return {m_window.data() + (offset - m_begin), count};
    }

    /// The bytes from `offset` on: `count` of them, fewer at the end of the file. Valid until the
    /// next call.
    [[nodiscard]] Result<ByteView> at(std::uint64_t offset, std::size_t count)
    {
        if (!holds(offset, count)) {
            if (const auto read = load(offset, count); !read) {
                return std::unexpected(read.error());
            }
        }
        const auto place = static_cast<std::size_t>(offset - m_begin);
        return ByteView(m_window.data() + place, std::min(count, m_size - place));
    }

    /// Discards the window: the file has grown or changed.
    void forget() { m_size = 0; }
    [[nodiscard]] const ReadableFile& file() const { return m_file; }

private:
    static std::size_t windowFor(std::uint64_t fileSize)
    {
        return static_cast<std::size_t>(std::min<std::uint64_t>(fileSize, largeWindow));
    }

    [[nodiscard]] Result<void> load(std::uint64_t offset, std::size_t count)
    {
        // A small gap is still a forward read: the bytes between are skipped.
        const bool forwards = m_size != 0 && offset >= m_begin && offset - m_begin <= 2 * m_size;
        m_next = forwards ? std::min(m_next * 4, m_maxSize) : m_minSize;
        if (m_window.size() < std::max(count, m_next)) {
            m_window.resize(std::max(count, m_next));
        }
        m_size = 0;
        const auto size = m_file.readAt(offset, std::span(m_window).first(std::max(count, m_next)));
        if (!size) {
            return std::unexpected(size.error());
        }
        m_begin = offset;
        m_size = *size;
        return {};
    }

    const ReadableFile& m_file;
    std::size_t m_minSize;
    std::size_t m_maxSize;
    std::size_t m_next;
    std::vector<std::byte> m_window;
    std::uint64_t m_begin = 0;
    std::size_t m_size = 0;
};

} // namespace pipecore
