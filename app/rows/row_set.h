#pragma once

#include <QtGlobal>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace pipescope {

/// A set of row numbers that stays small whether few or all rows are in it: at most one bit a row,
/// two bytes a row where rows are rare. Holds what a search found.
class RowSet
{
public:
    /// Rows are kept in blocks of this many.
    static constexpr quint64 blockRows = 65536;

    void clear();
    /// Adds a row. Blocks may be filled in any order, the rows of one block ascending and once.
    void add(quint64 row);

    [[nodiscard]] quint64 count() const { return m_count; }
    [[nodiscard]] bool contains(quint64 row) const;
    /// How many members are smaller than `row`.
    [[nodiscard]] quint64 rank(quint64 row) const;
    /// How many members of the row's own block are smaller than it. Its cost does not grow with the
    /// number of blocks, other than rank()'s.
    [[nodiscard]] std::uint32_t rankInBlock(quint64 row) const;
    /// Member number `place`, from 0, of a block that has more than `place` of them.
    [[nodiscard]] quint64 memberOfBlock(quint64 block, std::uint32_t place) const;
    /// The smallest member that is not smaller than `row`.
    [[nodiscard]] std::optional<quint64> next(quint64 row) const;
    /// The largest member that is not larger than `row`.
    [[nodiscard]] std::optional<quint64> previous(quint64 row) const;

private:
    struct Block
    {
        std::uint32_t count = 0;
        std::vector<std::uint16_t>
            sparse;                      ///< ascending; used until it would be larger than the bits
        std::vector<std::uint64_t> bits; ///< empty, or one bit a row

        void add(std::uint16_t low);
        [[nodiscard]] bool contains(std::uint16_t low) const;
        [[nodiscard]] std::uint32_t rank(std::uint32_t low) const;
        [[nodiscard]] std::uint16_t member(std::uint32_t place) const;
        [[nodiscard]] std::optional<std::uint16_t> next(std::uint16_t low) const;
        [[nodiscard]] std::optional<std::uint16_t> previous(std::uint16_t low) const;
    };

    std::map<quint64, Block> m_blocks;
    quint64 m_count = 0;
};

} // namespace pipescope
