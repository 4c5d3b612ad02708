#pragma once

#include "pipecore/payload/payload.h"

namespace pipecore {

/// A character of a payload, or invalid bytes.
struct TextStep
{
    char32_t codePoint = 0; ///< meaningless when not valid
    std::size_t length = 1; ///< bytes taken, at least 1
    bool valid = false;
};

/// The character that begins at `position` (which must be inside `bytes`). UTF-8 is read strictly;
/// in UTF-16LE a lone surrogate is two invalid bytes, an odd byte at the end is one.
[[nodiscard]] TextStep decodeText(ByteView bytes, std::size_t position, TextEncoding encoding);

} // namespace pipecore
