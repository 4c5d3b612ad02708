#include "pipecore/payload/input_error.h"

#include "pipecore/base/translatable.h"

namespace pipecore {

InputError oddRunMistake(std::string_view input, std::size_t end)
{
    constexpr std::string_view separators = " \t\r\n\v\f,;:-\"\\|{}";
    if (end < input.size() && separators.find(input[end]) == std::string_view::npos) {
        return characterMistake(input, end, PIPECORE_TR("InputError", "this is not a hex digit"));
    }
    return mistake(end - 1, 1,
                   PIPECORE_TR("InputError", "a byte has two hex digits, and one is missing here"));
}

} // namespace pipecore
