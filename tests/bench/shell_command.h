#pragma once

#include <string>

namespace bench {

/// Whether the shell does it and it succeeds.
[[nodiscard]] bool succeeds(const std::string& command);
/// How long the shell takes for a command. Throws std::runtime_error when that fails.
[[nodiscard]] double secondsOf(const std::string& command);
/// A word of a command for a POSIX shell, without '.
[[nodiscard]] std::string quotedForShell(const std::string& text);

} // namespace bench
