#include "pipecore/model/row_set.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <iterator>

namespace pipecore {

namespace {

constexpr std::size_t wordBits = 64;
constexpr std::size_t words = RowSet::blockRows / wordBits;
/// As many two-byte numbers as take the room of the bits.
constexpr std::size_t arrayLimit = words * sizeof(std::uint64_t) / sizeof(std::uint16_t);

std::uint16_t lowPart(std::uint64_t row)
{
    return static_cast<std::uint16_t>(row % RowSet::blockRows);
}

std::uint16_t lowPart(std::size_t word, int bit)
{
    return static_cast<std::uint16_t>(word * wordBits + static_cast<std::size_t>(bit));
}

} // namespace

void RowSet::Block::add(std::uint16_t low)
{
    ++count;
    if (bits.empty() && few.size() < arrayLimit) {
        assert(few.empty() || few.back() < low);
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

std::uint16_t RowSet::Block::at(std::uint32_t place) const
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
    return lowPart(word, std::countr_zero(rest));
}

std::uint32_t RowSet::Block::rank(std::uint16_t low) const
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

bool RowSet::Block::contains(std::uint16_t low) const
{
    if (bits.empty()) {
        return std::ranges::binary_search(few, low);
    }
    return ((bits[low / wordBits] >> (low % wordBits)) & 1U) != 0;
}

std::optional<std::uint16_t> RowSet::Block::next(std::uint16_t low) const
{
    if (bits.empty()) {
        const auto found = std::ranges::lower_bound(few, low);
        return found == few.end() ? std::nullopt : std::optional(*found);
    }
    std::uint64_t word = bits[low / wordBits] & (~std::uint64_t{0} << (low % wordBits));
    for (std::size_t at = low / wordBits; at < words; word = ++at < words ? bits[at] : 0) {
        if (word != 0) {
            return lowPart(at, std::countr_zero(word));
        }
    }
    return std::nullopt;
}

std::optional<std::uint16_t> RowSet::Block::previous(std::uint16_t low) const
{
    if (bits.empty()) {
        const auto behind = std::ranges::upper_bound(few, low);
        return behind == few.begin() ? std::nullopt : std::optional(*std::prev(behind));
    }
    std::size_t at = low / wordBits;
    std::uint64_t word = bits[at] & (~std::uint64_t{0} >> (wordBits - 1 - low % wordBits));
    while (word == 0 && at > 0) {
        word = bits[--at];
    }
    if (word == 0) {
        return std::nullopt;
    }
    constexpr int highest = wordBits - 1;
    return lowPart(at, highest - std::countl_zero(word));
}

RowSet::Block& RowSet::blockFor(std::uint64_t number)
{
    // Mostly the last one, or one behind it.
    if (!m_blocks.empty() && m_blocks.back().number == number) {
        return m_blocks.back();
    }
    auto place = m_blocks.end();
    if (!m_blocks.empty() && m_blocks.back().number > number) {
        place = std::ranges::lower_bound(m_blocks, number, {}, &Block::number);
        if (place->number == number) {
            return *place;
        }
    } else if (!m_blocks.empty()) {
        m_blocks.back().few.shrink_to_fit();
    }
    return *m_blocks.insert(place,
                            {.number = number, .before = 0, .count = 0, .few = {}, .bits = {}});
}

void RowSet::add(std::span<const std::uint64_t> rows)
{
    const std::scoped_lock lock(m_mutex);
    std::uint64_t lowest = ~std::uint64_t{0};
    for (const std::uint64_t row : rows) {
        blockFor(row / blockRows).add(lowPart(row));
        lowest = std::min(lowest, row / blockRows);
    }
    const auto first = std::ranges::lower_bound(m_blocks, lowest, {}, &Block::number);
    std::uint64_t before =
        first == m_blocks.begin() ? 0 : std::prev(first)->before + std::prev(first)->count;
    for (auto block = first; block != m_blocks.end(); ++block) {
        block->before = before;
        before += block->count;
    }
}

void RowSet::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_blocks.clear();
}

std::uint64_t RowSet::sizeLocked() const
{
    return m_blocks.empty() ? 0 : m_blocks.back().before + m_blocks.back().count;
}

std::uint64_t RowSet::size() const
{
    const std::scoped_lock lock(m_mutex);
    return sizeLocked();
}

std::uint64_t RowSet::at(std::uint64_t place) const
{
    const std::scoped_lock lock(m_mutex);
    assert(place < sizeLocked());
    const auto behind = std::ranges::upper_bound(m_blocks, place, {}, &Block::before);
    const Block& block = *std::prev(behind);
    return block.number * blockRows + block.at(static_cast<std::uint32_t>(place - block.before));
}

RowSet::Blocks::const_iterator RowSet::blockFrom(std::uint64_t row) const
{
    return std::ranges::lower_bound(m_blocks, row / blockRows, {}, &Block::number);
}

std::uint64_t RowSet::rank(std::uint64_t row) const
{
    const std::scoped_lock lock(m_mutex);
    const auto block = blockFrom(row);
    if (block == m_blocks.end()) {
        return sizeLocked();
    }
    return block->before + (block->number == row / blockRows ? block->rank(lowPart(row)) : 0);
}

bool RowSet::contains(std::uint64_t row) const
{
    const std::scoped_lock lock(m_mutex);
    const auto block = blockFrom(row);
    return block != m_blocks.end() && block->number == row / blockRows
           && block->contains(lowPart(row));
}

std::optional<std::uint64_t> RowSet::next(std::uint64_t row) const
{
    const std::scoped_lock lock(m_mutex);
    // Of the row's own block all may be smaller; the one behind it has some that is not.
    for (auto block = blockFrom(row); block != m_blocks.end(); ++block) {
        const bool own = block->number == row / blockRows;
        if (const auto low = block->next(own ? lowPart(row) : std::uint16_t{0})) {
            return block->number * blockRows + *low;
        }
    }
    return std::nullopt;
}

std::optional<std::uint64_t> RowSet::previous(std::uint64_t row) const
{
    constexpr std::uint16_t last = blockRows - 1;
    const std::scoped_lock lock(m_mutex);
    auto block = blockFrom(row);
    if (block != m_blocks.end() && block->number == row / blockRows) {
        if (const auto low = block->previous(lowPart(row))) {
            return block->number * blockRows + *low;
        }
    }
    if (block == m_blocks.begin()) {
        return std::nullopt;
    }
    --block;
    return block->number * blockRows + block->previous(last).value_or(0);
}

std::vector<std::uint64_t> RowSet::stretch(std::uint64_t row) const
{
    std::vector<std::uint64_t> rows;
    const std::scoped_lock lock(m_mutex);
    for (auto block = blockFrom(row); block != m_blocks.end() && rows.empty(); ++block) {
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
                add(lowPart(word, std::countr_zero(bits)));
            }
        }
    }
    return rows;
}

std::size_t RowSet::memory() const
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
