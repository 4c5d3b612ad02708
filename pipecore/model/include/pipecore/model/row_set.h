#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace pipecore {

/// A set of row numbers that stays small whether few or most rows are in it: at most one bit a row, two
/// bytes a row where rows are rare. Holds what a filter or a search found. One thread changes it, any
/// thread reads; every function locks briefly.
class RowSet
{
public:
    /// Rows are kept in blocks of this many.
    static constexpr std::uint64_t blockRows = 65536;

    /// Blocks may be filled in any order; rows of one block ascend and are larger than those of it that
    /// are there.
    void add(std::span<const std::uint64_t> rows);
    void add(std::uint64_t row) { add({&row, 1}); }
    void clear();

    [[nodiscard]] std::uint64_t size() const;
    /// The row at a place below size().
    [[nodiscard]] std::uint64_t at(std::uint64_t place) const;
    /// How many rows are smaller than `row`: the place of the first that is not.
    [[nodiscard]] std::uint64_t rank(std::uint64_t row) const;
    [[nodiscard]] bool contains(std::uint64_t row) const;
    /// The smallest row that is not smaller than `row`.
    [[nodiscard]] std::optional<std::uint64_t> next(std::uint64_t row) const;
    /// The largest row that is not larger than `row`.
    [[nodiscard]] std::optional<std::uint64_t> previous(std::uint64_t row) const;
    /// The rows that are not smaller than `row`, up to the end of their block; empty when there are none
    /// at all. For going through all of them, which next() is slow at.
    [[nodiscard]] std::vector<std::uint64_t> stretch(std::uint64_t row) const;
    /// Bytes of memory it holds.
    [[nodiscard]] std::size_t memory() const;

private:
    struct Block
    {
        std::uint64_t number = 0;       ///< rows begin at number * blockRows
        std::uint64_t before = 0;       ///< rows in the blocks before
        std::uint32_t count = 0;        ///< rows in this one
        std::vector<std::uint16_t> few; ///< ascending; used until the bits are smaller
        std::vector<std::uint64_t> bits;

        void add(std::uint16_t low);
        [[nodiscard]] std::uint16_t at(std::uint32_t place) const;
        [[nodiscard]] std::uint32_t rank(std::uint16_t low) const;
        [[nodiscard]] bool contains(std::uint16_t low) const;
        [[nodiscard]] std::optional<std::uint16_t> next(std::uint16_t low) const;
        [[nodiscard]] std::optional<std::uint16_t> previous(std::uint16_t low) const;
    };
    using Blocks = std::vector<Block>;

    [[nodiscard]] std::uint64_t sizeLocked() const;
    /// The first block that is not before the row's own.
    [[nodiscard]] Blocks::const_iterator blockFrom(std::uint64_t row) const;
    [[nodiscard]] Block& blockFor(std::uint64_t number);

    mutable std::mutex m_mutex;
    Blocks m_blocks; ///< ascending
};

} // namespace pipecore
