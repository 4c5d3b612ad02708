#pragma once

#include "pipecore/error.h"
#include "win32/handle.h"

#include <cstdint>
#include <string>

namespace pipecore::win32 {

/// The process for the questions that one may ask about others (OpenProcess with
/// PROCESS_QUERY_LIMITED_INFORMATION).
///
/// The number may meanwhile belong to another process: for display only. NotFound when there is no
/// such process any more, AccessDenied for protected ones. Any thread.
[[nodiscard]] Result<KernelHandle> openProcess(std::uint32_t processId);
/// Its token, for reading (OpenProcessToken with TOKEN_QUERY). Any thread.
[[nodiscard]] Result<KernelHandle> processToken(HANDLE process);

/// Full path of the program that the process runs, UTF-8 (QueryFullProcessImageName). Errors are those
/// of openProcess() too. Any thread.
[[nodiscard]] Result<std::string> processImage(std::uint32_t processId);

} // namespace pipecore::win32
