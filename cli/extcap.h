#pragma once

#include "commands.h"

#include <expected>
#include <optional>
#include <span>
#include <string>

namespace pipescope::cli {

/// Wireshark's way to take a program in as an interface (its manual page extcap(4)): it asks which
/// interfaces there are, what they carry and what can be set, and then for a capture into a pipe.
struct ExtcapArguments
{
    enum class Request { Interfaces, LinkTypes, Config, Capture };
    Request request = Request::Interfaces;
    std::string interface;
    std::string fifo;
    std::string name;
    std::string mode; ///< empty: that of the pipe, as far as it is listed; else messages
    std::string access = "duplex";
    bool echo = false;
};

/// Whether this is such a command line: the requests are options, not commands.
[[nodiscard]] bool isExtcap(std::span<const std::string> arguments);
/// The error is one sentence with what is wrong and what to do.
[[nodiscard]] std::expected<ExtcapArguments, std::string>
parseExtcap(std::span<const std::string> arguments);
/// What is printed for every request but Capture. The interfaces are listed with the pipes that are
/// there now.
[[nodiscard]] std::string extcapText(const ExtcapArguments& arguments);
/// The command that a capture is: serve or connect, recording to the pipe. The error as parseExtcap.
[[nodiscard]] std::expected<Arguments, std::string>
captureArguments(const ExtcapArguments& arguments);

} // namespace pipescope::cli
