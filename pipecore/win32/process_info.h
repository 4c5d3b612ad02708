#pragma once

#include "pipecore/error.h"

#include <cstdint>
#include <string>

namespace pipecore::win32 {

/// Full path of the program that the process runs, UTF-8 (OpenProcess with
/// PROCESS_QUERY_LIMITED_INFORMATION, QueryFullProcessImageName).
///
/// The number may meanwhile belong to another process: for display only. NotFound when there is no
/// such process any more, AccessDenied for protected ones. Any thread.
[[nodiscard]] Result<std::string> processImage(std::uint32_t processId);

} // namespace pipecore::win32
