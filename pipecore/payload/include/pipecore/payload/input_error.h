#pragma once

#include "pipecore/base/translatable.h"
#include "pipecore/base/utf8.h"
#include "pipecore/payload/payload.h"

#include <string>
#include <string_view>

namespace pipecore {

/// An error in typed or pasted input. `reason` is marked with PIPECORE_TR("InputError", …).
[[nodiscard]] inline InputError mistake(std::size_t offset, std::size_t length,
                                        std::string_view reason)
{
    return {offset, length, std::string(reason)};
}

/// The same for the one character (of however many bytes) at `offset`.
[[nodiscard]] inline InputError characterMistake(std::string_view input, std::size_t offset,
                                                 std::string_view reason)
{
    return mistake(offset, decodeUtf8(input, offset).length, reason);
}

/// Error for an odd number of hex digits that end at `end`: the character that stands there in
/// the place of a digit, or the last digit when its partner was left out.
[[nodiscard]] inline InputError oddRunMistake(std::string_view input, std::size_t end)
{
    constexpr std::string_view separators = " \t\r\n\v\f,;:-\"\\|{}";
    if (end < input.size() && separators.find(input[end]) == std::string_view::npos) {
        return characterMistake(input, end, PIPECORE_TR("InputError", "invalid hex digit"));
    }
    return mistake(end - 1, 1,
                   PIPECORE_TR("InputError", "incomplete byte: one hex digit is missing"));
}

} // namespace pipecore
