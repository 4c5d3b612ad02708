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

/// A text in HPACK's Huffman code; empty when it is none.
[[nodiscard]] std::optional<std::string> huffmanText(ByteView bytes);

} // namespace pipecore
