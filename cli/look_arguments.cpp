#include "look_arguments.h"

namespace pipescope::cli {

std::expected<LookArguments, std::string> parseLookArguments(const std::string& command,
                                                             std::span<const std::string> arguments,
                                                             bool needsText)
{
    LookArguments look;
    bool hasText = false;
    bool onlyText = false;
    for (const std::string& argument : arguments) {
        if (!onlyText && argument == "--") {
            onlyText = true;
        } else if (!onlyText && (argument == "--help" || argument == "-h")) {
            look.help = true;
            return look;
        } else if (!onlyText && argument == "--json") {
            look.json = true;
        } else if (!onlyText && argument.starts_with('-')) {
            return std::unexpected(std::string(command)
                                       .append(": unknown option ")
                                       .append(argument)
                                       .append("; pipescope-cli --help lists the options"));
        } else if (hasText) {
            return std::unexpected(std::string(command)
                                       .append(": \"")
                                       .append(argument)
                                       .append(needsText ? "\" is one name" : "\" is one filter")
                                       .append(" too many after ")
                                       .append(look.text)
                                       .append(": quote it if it has spaces"));
        } else {
            look.text = argument;
            hasText = true;
        }
    }
    if (needsText && look.text.empty()) {
        return std::unexpected(command + ": the name of the pipe is missing: write pipescope-cli "
                               + command + " NAME");
    }
    return look;
}

} // namespace pipescope::cli
