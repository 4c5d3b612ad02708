#include "pipecore/model/row_list.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace pipecore {

namespace {

constexpr std::uint64_t blockRows = 65536;
constexpr std::size_t wordBits = 64;
constexpr std::size_t words = blockRows / wordBits;
/// As many two-byte numbers as take the room of the bits.
constexpr std::size_t mostFew = words * sizeof(std::uint64_t) / sizeof(std::uint16_t);

} // namespace

void RowList::Block::add(std::uint16_t low)
{
    ++count;
    if (bits.empty() && few.size() < mostFew) {
        few.push_back(low);
        return;
    }
    if (bits.empty()) {
        bits.resize(words);
        for (const std::uint16_t row : few) {
            bits[row / wordBits] |= std::uint64_t{1} << (row % wordBits);
        }
        few = {};
    }
    bits[low / wordBits] |= std::uint64_t{1} << (low % wordBits);
}

std::uint16_t RowList::Block::at(std::uint32_t place) const
{
    if (bits.empty()) {
        return few[place];
    }
    std::size_t word = 0;
    auto left = static_cast<int>(place);
    for (int here = std::popcount(bits[word]); left >= here; here = std::popcount(bits[word])) {
        left -= here;
        ++word;
    }
    std::uint64_t rest = bits[word];
    for (; left > 0; --left) {
        rest &= rest - 1;
    }
    return static_cast<std::uint16_t>(word * wordBits
                                      + static_cast<std::size_t>(std::countr_zero(rest)));
}

std::uint32_t RowList::Block::rank(std::uint16_t low) const
{
    if (bits.empty()) {
        return static_cast<std::uint32_t>(std::ranges::lower_bound(few, low) - few.begin());
    }
    const std::size_t word = low / wordBits;
    int smaller = std::popcount(bits[word] & ((std::uint64_t{1} << (low % wordBits)) - 1));
    for (std::size_t i = 0; i < word; ++i) {
        smaller += std::popcount(bits[i]);
    }
    return static_cast<std::uint32_t>(smaller);
}

void RowList::append(std::span<const std::uint64_t> rows)
{
    const std::scoped_lock lock(m_mutex);
    for (const std::uint64_t row : rows) {
        const std::uint64_t number = row / blockRows;
        if (m_blocks.empty() || m_blocks.back().number != number) {
            assert(m_blocks.empty() || m_blocks.back().number < number);
            const std::uint64_t before = sizeLocked();
            if (!m_blocks.empty()) {
                m_blocks.back().few.shrink_to_fit();
            }
            m_blocks.push_back(
                {.number = number, .before = before, .count = 0, .few = {}, .bits = {}});
        }
        m_blocks.back().add(static_cast<std::uint16_t>(row % blockRows));
    }
}

std::uint64_t RowList::sizeLocked() const
{
    return m_blocks.empty() ? 0 : m_blocks.back().before + m_blocks.back().count;
}

std::uint64_t RowList::size() const
{
    const std::scoped_lock lock(m_mutex);
    return sizeLocked();
}

std::uint64_t RowList::atLocked(std::uint64_t place) const
{
    assert(place < sizeLocked());
    const auto behind = std::ranges::upper_bound(m_blocks, place, {}, &Block::before);
    const Block& block = *(behind - 1);
    return block.number * blockRows + block.at(static_cast<std::uint32_t>(place - block.before));
}

std::uint64_t RowList::at(std::uint64_t place) const
{
    const std::scoped_lock lock(m_mutex);
    return atLocked(place);
}

std::uint64_t RowList::rankLocked(std::uint64_t row) const
{
    const auto block = std::ranges::lower_bound(m_blocks, row / blockRows, {}, &Block::number);
    if (block == m_blocks.end()) {
        return sizeLocked();
    }
    return block->before
           + (block->number == row / blockRows
                  ? block->rank(static_cast<std::uint16_t>(row % blockRows))
                  : 0);
}

std::uint64_t RowList::rank(std::uint64_t row) const
{
    const std::scoped_lock lock(m_mutex);
    return rankLocked(row);
}

bool RowList::contains(std::uint64_t row) const
{
    return next(row) == row;
}

std::optional<std::uint64_t> RowList::next(std::uint64_t row) const
{
    const std::scoped_lock lock(m_mutex);
    const std::uint64_t place = rankLocked(row);
    return place < sizeLocked() ? std::optional(atLocked(place)) : std::nullopt;
}

std::vector<std::uint64_t> RowList::stretch(std::uint64_t row) const
{
    std::vector<std::uint64_t> rows;
    const std::scoped_lock lock(m_mutex);
    for (auto block = std::ranges::lower_bound(m_blocks, row / blockRows, {}, &Block::number);
         block != m_blocks.end() && rows.empty(); ++block) {
        const std::uint64_t first = block->number * blockRows;
        const auto add = [&](std::uint64_t low) {
            if (first + low >= row) {
                rows.push_back(first + low);
            }
        };
        for (const std::uint16_t low : block->few) {
            add(low);
        }
        for (std::size_t word = 0; word < block->bits.size(); ++word) {
            for (std::uint64_t bits = block->bits[word]; bits != 0; bits &= bits - 1) {
                add(word * 64 + static_cast<unsigned>(std::countr_zero(bits)));
            }
        }
    }
    return rows;
}

std::optional<std::uint64_t> RowList::previous(std::uint64_t row) const
{
    const std::scoped_lock lock(m_mutex);
    const std::uint64_t place = rankLocked(row);
    if (place < sizeLocked() && atLocked(place) == row) {
        return row;
    }
    return place > 0 ? std::optional(atLocked(place - 1)) : std::nullopt;
}

std::size_t RowList::memory() const
{
    const std::scoped_lock lock(m_mutex);
    std::size_t bytes = m_blocks.capacity() * sizeof(Block);
    for (const Block& block : m_blocks) {
        bytes += block.few.capacity() * sizeof(std::uint16_t)
                 + block.bits.capacity() * sizeof(std::uint64_t);
    }
    return bytes;
}

} // namespace pipecore
