#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"
#include "pipecore/files/window_reader.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace pipecore {

/// Goes through the blocks of a pcapng file, in order. Nothing in the file is trusted; where it does not
/// make sense the walk ends, and problem() says why. One thread, once.
class BlockWalker
{
public:
    /// A block up to this size is looked at whole; a larger one in steps of this size.
    static constexpr std::size_t wholeBlock = std::size_t{64} * 1024;

    struct Block
    {
        std::uint64_t offset = 0; ///< in the file
        std::uint32_t type = 0;
        std::uint32_t length = 0; ///< bytes in the file: a multiple of four, with both lengths
        ByteView start; ///< up to wholeBlock bytes; valid until the next call of part(), next()
    };

    /// `file` is not owned.
    explicit BlockWalker(const ReadableFile& file)
        : m_file(file)
        , m_window(file, file.size().value_or(0))
    {}

    /// Looks whether the file begins as a pcapng file does; errors: Corrupt, and those of reading.
    [[nodiscard]] Result<void> begin();
    /// The next block, complete and with two lengths that agree; empty at the end, and where the file is
    /// not good from here on.
    [[nodiscard]] std::optional<Block> next();
    /// Bytes of the block that next() gave. Empty, with a note, when they cannot be read.
    [[nodiscard]] std::optional<ByteView> part(const Block& block, std::uint64_t begin,
                                               std::uint64_t count);

    [[nodiscard]] std::uint64_t fileSize() const { return m_fileSize; }
    /// End of the last good block.
    [[nodiscard]] std::uint64_t end() const { return m_end; }
    /// Of the section that the last block is in.
    [[nodiscard]] ByteOrder order() const { return m_order; }

    /// Records the first error, where parsing began to fail.
    void note(Phrase problem);
    [[nodiscard]] const std::optional<Phrase>& problem() const { return m_problem; }

private:
    [[nodiscard]] std::optional<ByteView> bytes(std::uint64_t offset, std::size_t count)
    {
        return m_window.holds(offset, count) ? m_window.held(offset, count)
                                             : readBytes(offset, count);
    }
    [[nodiscard]] std::optional<ByteView> readBytes(std::uint64_t offset, std::size_t count);
    /// `told`: the length that the block begins with.
    [[nodiscard]] bool loadBlock(Block& block, std::uint32_t told);
    [[nodiscard]] bool readsVersion(const Block& block);

    const ReadableFile& m_file;
    WindowReader m_window;
    std::uint64_t m_fileSize = 0;
    std::uint64_t m_offset = 0; ///< of the block that is looked at
    std::uint64_t m_end = 0;
    ByteOrder m_order = ByteOrder::Little;
    std::optional<Phrase> m_problem;
};

} // namespace pipecore
