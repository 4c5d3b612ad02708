#include "nt_error.h"

#include "win32_error.h"

#include <array>
#include <cstdio>

namespace pipecore::win32 {

Error ntError(std::string_view api, NTSTATUS status)
{
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "NTSTATUS 0x%08lX", static_cast<unsigned long>(status));
    return makeError(api, RtlNtStatusToDosError(status), text.data());
}

} // namespace pipecore::win32
