#pragma once

#include "session/file.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace pipecore {

/// Reads a file mostly forwards through one large buffer. One thread.
class WindowReader
{
public:
    /// `file` is not owned; `fileSize` keeps the buffer small for a small file.
    WindowReader(const ReadableFile& file, std::uint64_t fileSize)
        : m_file(file)
        , m_smallest(static_cast<std::size_t>(std::min(fileSize, largeWindow)))
    {}

    /// The bytes from `offset` on: `count` of them, fewer at the end of the file. Valid until the
    /// next call.
    [[nodiscard]] Result<ByteView> at(std::uint64_t offset, std::size_t count)
    {
        if (offset < m_begin || offset - m_begin > m_size || m_size - (offset - m_begin) < count) {
            if (m_window.size() < std::max(count, m_smallest)) {
                m_window.resize(std::max(count, m_smallest));
            }
            const auto size = m_file.readAt(offset, m_window);
            if (!size) {
                return std::unexpected(size.error());
            }
            m_begin = offset;
            m_size = *size;
        }
        const auto place = static_cast<std::size_t>(offset - m_begin);
        return ByteView(m_window).subspan(place, std::min(count, m_size - place));
    }

private:
    static constexpr std::uint64_t largeWindow = std::uint64_t{1024} * 1024;

    const ReadableFile& m_file;
    std::size_t m_smallest;
    std::vector<std::byte> m_window;
    std::uint64_t m_begin = 0;
    std::size_t m_size = 0;
};

} // namespace pipecore
