#pragma once

#include "pipecore/security.h"

#include <expected>
#include <optional>
#include <span>
#include <string>

namespace pipescope::cli {

/// What `check` looks at: a pipe that is there, or a descriptor as text. Exactly one of both.
struct CheckArguments
{
    std::string name; ///< UTF-8
    std::optional<pipecore::SecurityDescriptor> descriptor;
    std::optional<pipecore::Sid> user; ///< who runs the server
    bool json = false;
};

/// Understands what follows `check`. The error is as parseArguments() has it.
[[nodiscard]] std::expected<CheckArguments, std::string>
parseCheck(std::span<const std::string> arguments);

} // namespace pipescope::cli
