#include "rows/row_set.h"

#include <algorithm>
#include <bit>
#include <iterator>

namespace pipescope {

namespace {

constexpr std::size_t wordBits = 64;
constexpr std::size_t wordsOfBlock = RowSet::blockRows / wordBits;
/// From here on the bits of a block take less memory than the list of its rows.
constexpr std::size_t sparseLimit = wordsOfBlock * sizeof(std::uint64_t) / sizeof(std::uint16_t);

std::uint16_t lowPart(quint64 row)
{
    return static_cast<std::uint16_t>(row % RowSet::blockRows);
}

} // namespace

void RowSet::Block::add(std::uint16_t low)
{
    ++count;
    if (bits.empty() && sparse.size() < sparseLimit) {
        sparse.push_back(low);
        return;
    }
    if (bits.empty()) {
        bits.assign(wordsOfBlock, 0);
        for (const std::uint16_t member : sparse) {
            bits[member / wordBits] |= std::uint64_t{1} << (member % wordBits);
        }
        sparse = {};
    }
    bits[low / wordBits] |= std::uint64_t{1} << (low % wordBits);
}

bool RowSet::Block::contains(std::uint16_t low) const
{
    if (bits.empty()) {
        return std::binary_search(sparse.begin(), sparse.end(), low);
    }
    return ((bits[low / wordBits] >> (low % wordBits)) & 1U) != 0;
}

std::uint32_t RowSet::Block::rank(std::uint32_t low) const
{
    if (bits.empty()) {
        const auto end = std::lower_bound(sparse.begin(), sparse.end(), low);
        return static_cast<std::uint32_t>(std::distance(sparse.begin(), end));
    }
    std::uint32_t members = 0;
    for (std::size_t word = 0; word < low / wordBits; ++word) {
        members += static_cast<std::uint32_t>(std::popcount(bits[word]));
    }
    const std::uint64_t below = (std::uint64_t{1} << (low % wordBits)) - 1;
    return members + static_cast<std::uint32_t>(std::popcount(bits[low / wordBits] & below));
}

std::uint16_t RowSet::Block::member(std::uint32_t place) const
{
    if (bits.empty()) {
        return sparse[place];
    }
    std::size_t word = 0;
    for (;; ++word) {
        const auto members = static_cast<std::uint32_t>(std::popcount(bits[word]));
        if (place < members) {
            break;
        }
        place -= members;
    }
    std::uint64_t left = bits[word];
    for (; place > 0; --place) {
        left &= left - 1; // without its lowest bit
    }
    return static_cast<std::uint16_t>(word * wordBits
                                      + static_cast<std::size_t>(std::countr_zero(left)));
}

std::optional<std::uint16_t> RowSet::Block::next(std::uint16_t low) const
{
    if (bits.empty()) {
        const auto found = std::lower_bound(sparse.begin(), sparse.end(), low);
        return found == sparse.end() ? std::nullopt : std::optional(*found);
    }
    std::uint64_t word = bits[low / wordBits] & (~std::uint64_t{0} << (low % wordBits));
    for (std::size_t at = low / wordBits;;) {
        if (word != 0) {
            return static_cast<std::uint16_t>(at * wordBits
                                              + static_cast<std::size_t>(std::countr_zero(word)));
        }
        if (++at == wordsOfBlock) {
            return std::nullopt;
        }
        word = bits[at];
    }
}

std::optional<std::uint16_t> RowSet::Block::previous(std::uint16_t low) const
{
    if (bits.empty()) {
        const auto behind = std::upper_bound(sparse.begin(), sparse.end(), low);
        return behind == sparse.begin() ? std::nullopt : std::optional(*std::prev(behind));
    }
    std::uint64_t word =
        bits[low / wordBits] & (~std::uint64_t{0} >> (wordBits - 1 - low % wordBits));
    for (std::size_t at = low / wordBits;;) {
        if (word != 0) {
            return static_cast<std::uint16_t>(at * wordBits + wordBits - 1
                                              - static_cast<std::size_t>(std::countl_zero(word)));
        }
        if (at == 0) {
            return std::nullopt;
        }
        word = bits[--at];
    }
}

void RowSet::clear()
{
    m_blocks.clear();
    m_count = 0;
}

void RowSet::add(quint64 row)
{
    m_blocks[row / blockRows].add(lowPart(row));
    ++m_count;
}

bool RowSet::contains(quint64 row) const
{
    const auto block = m_blocks.find(row / blockRows);
    return block != m_blocks.end() && block->second.contains(lowPart(row));
}

quint64 RowSet::rank(quint64 row) const
{
    quint64 members = 0;
    for (const auto& [number, block] : m_blocks) {
        if (number > row / blockRows) {
            break;
        }
        members += number == row / blockRows ? block.rank(lowPart(row)) : block.count;
    }
    return members;
}

std::uint32_t RowSet::rankInBlock(quint64 row) const
{
    const auto block = m_blocks.find(row / blockRows);
    return block == m_blocks.end() ? 0 : block->second.rank(lowPart(row));
}

quint64 RowSet::memberOfBlock(quint64 block, std::uint32_t place) const
{
    return block * blockRows + m_blocks.at(block).member(place);
}

std::optional<quint64> RowSet::next(quint64 row) const
{
    for (auto block = m_blocks.lower_bound(row / blockRows); block != m_blocks.end(); ++block) {
        const bool own = block->first == row / blockRows;
        if (const auto low = block->second.next(own ? lowPart(row) : std::uint16_t{0})) {
            return block->first * blockRows + *low;
        }
    }
    return std::nullopt;
}

std::optional<quint64> RowSet::previous(quint64 row) const
{
    constexpr std::uint16_t top = RowSet::blockRows - 1;
    for (auto behind = m_blocks.upper_bound(row / blockRows); behind != m_blocks.begin();) {
        const auto block = std::prev(behind);
        const bool own = block->first == row / blockRows;
        if (const auto low = block->second.previous(own ? lowPart(row) : top)) {
            return block->first * blockRows + *low;
        }
        behind = block;
    }
    return std::nullopt;
}

} // namespace pipescope
