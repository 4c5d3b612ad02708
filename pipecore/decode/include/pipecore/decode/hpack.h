#pragma once

#include "pipecore/base/bytes.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace pipecore {

/// The header fields that HPACK (RFC 7541) has numbers for: those of the standard, and those that the header
/// blocks of a payload have added. Fields that were added before that payload are not known.
class HpackTable
{
public:
    /// A name and a value.
    using Entry = std::pair<std::string, std::string>;

    /// Empty when the number is none, or that of a field which is not known.
    [[nodiscard]] std::optional<Entry> find(std::uint64_t index) const;
    void add(Entry entry);

private:
    std::deque<Entry> m_added; ///< the last one first
    std::size_t m_bytes = 0;   ///< of m_added
};

/// Reads a header block, one field after the other.
class HpackReader
{
public:
    struct HeaderField
    {
        HpackTable::Entry entry;
        bool isAdded = false; ///< the table is to have it from now on; the caller adds it
    };

    /// `table` is not owned.
    HpackReader(ByteView block, const HpackTable& table) : m_rest(block), m_table(table) {}

    /// Empty at the end, and where the block is wrong, cut off, or has the number of a field that is not known.
    [[nodiscard]] std::optional<HeaderField> next();
    /// After the last next(): the whole block was read.
    [[nodiscard]] bool isWhole() const { return m_isGood && m_rest.empty(); }

private:
    /// A number whose first byte has `prefix` bits of it.
    [[nodiscard]] std::optional<std::uint64_t> number(unsigned prefix);
    /// A text after its length.
    [[nodiscard]] std::optional<std::string> text();
    [[nodiscard]] std::optional<HeaderField> field(unsigned first);

    ByteView m_rest;
    const HpackTable& m_table;
    bool m_isGood = true;
};

/// A text in HPACK's Huffman code; empty when it is none.
[[nodiscard]] std::optional<std::string> huffmanText(ByteView bytes);

} // namespace pipecore
