#pragma once

#include "pipecore/base/error.h"

#include <string>
#include <string_view>

namespace pipecore {

/// The failure of a system call. `code` is its errno, taken before anything else can change it; `api`
/// a string literal.
[[nodiscard]] Error systemError(std::string_view api, int code, std::string detail = {});
/// The same with a detail that can be translated.
[[nodiscard]] Error systemError(std::string_view api, int code, Phrase phrase);

/// Why connect(2) to `path` failed with `code`: with what is known of the file there.
[[nodiscard]] Error connectError(int code, const std::string& path);

} // namespace pipecore
