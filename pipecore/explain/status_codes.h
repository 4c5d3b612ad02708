#pragma once

#include <cstdint>
#include <string_view>

namespace pipecore {

/// An NTSTATUS that the named pipe file system gives, and the Win32 code that GetLastError() makes of
/// it.
struct StatusCode
{
    std::uint32_t status;
    std::uint32_t code;
    std::string_view name;
};

/// Null when it is not one of them.
[[nodiscard]] const StatusCode* findStatus(std::uint32_t status);
[[nodiscard]] const StatusCode* findStatus(std::string_view name);

} // namespace pipecore
