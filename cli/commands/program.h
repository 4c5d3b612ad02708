#pragma once

#include "commands/command.h"

#include <expected>
#include <memory>
#include <span>
#include <string>

namespace pipescope::cli {

/// The outcome of a command line: a command to run, or a text to print.
struct Request
{
    std::unique_ptr<Command> command; ///< to run; null when there is an answer
    std::string answer;               ///< the help or the version, to be printed
};

/// Parses the arguments after the program's name (UTF-8). The error is one sentence with what is
/// wrong, where, and what to do.
[[nodiscard]] std::expected<Request, std::string>
parseProgram(std::span<const std::string> arguments);

/// The program without its main(). `arguments` as above. Returns its exit status.
[[nodiscard]] int run(std::span<const std::string> arguments);

} // namespace pipescope::cli
