#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace pipecore {

/// An ascending list of row numbers that only grows at its end, small whether few or most rows are in
/// it: at most one bit a row, two bytes a row where rows are rare. One thread appends, any thread
/// reads; every function locks briefly.
class RowList
{
public:
    /// `rows` ascend and are larger than all that are there.
    void append(std::span<const std::uint64_t> rows);

    [[nodiscard]] std::uint64_t size() const;
    /// The row at a place below size().
    [[nodiscard]] std::uint64_t at(std::uint64_t place) const;
    /// How many rows are smaller than `row`: the place of the first that is not.
    [[nodiscard]] std::uint64_t rank(std::uint64_t row) const;
    [[nodiscard]] bool contains(std::uint64_t row) const;
    /// The smallest row that is not smaller than `row`.
    [[nodiscard]] std::optional<std::uint64_t> next(std::uint64_t row) const;
    /// The rows that are not smaller than `row`, up to the end of their stretch of 65536; empty when
    /// there are none at all. For going through all of them, which next() is slow at.
    [[nodiscard]] std::vector<std::uint64_t> stretch(std::uint64_t row) const;
    /// The largest row that is not larger than `row`.
    [[nodiscard]] std::optional<std::uint64_t> previous(std::uint64_t row) const;
    /// Bytes of memory it holds.
    [[nodiscard]] std::size_t memory() const;

private:
    /// The rows of one stretch of 65536.
    struct Block
    {
        std::uint64_t number = 0;       ///< rows begin at number * 65536
        std::uint64_t before = 0;       ///< rows in the blocks before
        std::uint32_t count = 0;        ///< rows in this one
        std::vector<std::uint16_t> few; ///< ascending; used until the bits are smaller
        std::vector<std::uint64_t> bits;

        void add(std::uint16_t low);
        [[nodiscard]] std::uint16_t at(std::uint32_t place) const;
        [[nodiscard]] std::uint32_t rank(std::uint16_t low) const;
    };

    [[nodiscard]] std::uint64_t sizeLocked() const;
    [[nodiscard]] std::uint64_t atLocked(std::uint64_t place) const;
    [[nodiscard]] std::uint64_t rankLocked(std::uint64_t row) const;

    mutable std::mutex m_mutex;
    std::vector<Block> m_blocks;
};

} // namespace pipecore
