#pragma once

#include "pipecore/base/bytes.h"

#include <cstddef>
#include <string>

namespace pipecore::filter {

/// Looks for a sequence of bytes in large pieces of memory, sixteen places at once where the processor
/// can: by the two of its bytes that are rarest in texts. Immutable.
class LiteralSearch
{
public:
    static constexpr std::size_t notFound = static_cast<std::size_t>(-1);

    /// `literal` is not empty.
    explicit LiteralSearch(std::string literal);

    /// The first place at or behind `from` where all of it is, or notFound.
    [[nodiscard]] std::size_t find(ByteView bytes, std::size_t from) const;

private:
    std::string m_literal;
    std::size_t m_rare = 0;    ///< place of its rarest byte
    std::size_t m_another = 0; ///< place of the next one; the same in a single byte
};

} // namespace pipecore::filter
