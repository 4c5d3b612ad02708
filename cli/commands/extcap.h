#pragma once

#include "system/context.h"

#include <expected>
#include <span>
#include <string>

namespace pipescope::cli {

/// Whether this is an extcap command line: the requests are options, not commands.
[[nodiscard]] bool isExtcap(std::span<const std::string> arguments);
/// Wireshark's way to take a program in as an interface (its manual page extcap(4)): it asks which
/// interfaces there are, what they carry and what can be set, and then for a capture into a pipe, which is
/// serve or connect, recording. The interfaces are listed with the pipes that are there now. The error is
/// one sentence with what is wrong with the command line, and what to do.
[[nodiscard]] std::expected<ExitStatus, std::string> extcap(std::span<const std::string> arguments,
                                                            Console& console);

} // namespace pipescope::cli
