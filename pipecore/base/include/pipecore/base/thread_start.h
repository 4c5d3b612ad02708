#pragma once

#include "pipecore/base/error.h"

#include <functional>
#include <string_view>
#include <thread>

namespace pipecore {

/// Starts `work` on `thread`, which must not run yet. `purpose` completes "no thread for …". Errors:
/// Resources when the system has no thread left, where std::thread throws std::system_error.
[[nodiscard]] Result<void> startThread(std::thread& thread, std::string_view purpose,
                                       std::function<void()> work);

} // namespace pipecore
