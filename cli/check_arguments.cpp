#include "check_arguments.h"

#include "payload/utf8.h"
#include "pipecore/pipe_name.h"
#include "pipecore/pipe_security.h"

namespace pipescope::cli {

namespace {

using Problem = std::optional<std::string>;

/// The text with a mark under the place that is wrong, where that can be shown.
std::string pointAt(const std::string& text, const pipecore::InputError& error)
{
    const std::size_t character = pipecore::characterNumber(text, error.offset);
    std::string message =
        "--sddl is wrong at character " + std::to_string(character) + ": " + error.reason;
    if (text.find_first_of("\r\n\t") == std::string::npos) {
        message += "\n  " + text + "\n  " + std::string(character - 1, ' ') + '^';
    }
    return message;
}

Problem readSddl(const std::string& text, CheckArguments& check)
{
    auto parsed = pipecore::parseSddl(text);
    if (!parsed) {
        return pointAt(text, parsed.error());
    }
    check.descriptor = std::move(*parsed);
    return std::nullopt;
}

Problem readUser(const std::string& text, CheckArguments& check)
{
    auto user = pipecore::findAccount(text);
    if (!user) {
        return "--user: " + pipecore::describe(user.error());
    }
    check.user = std::move(*user);
    return std::nullopt;
}

Problem readName(const std::string& text, CheckArguments& check)
{
    if (!check.name.empty()) {
        return "\"" + text + "\" is one name too many after " + check.name;
    }
    if (const auto name = pipecore::PipeName::parse(text); !name) {
        return name.error().detail;
    }
    check.name = text;
    return std::nullopt;
}

Problem readAll(std::span<const std::string> arguments, CheckArguments& check)
{
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        const std::size_t equals = argument.find('=');
        const std::string option = argument.substr(0, equals);
        Problem problem;
        if (option == "--sddl" || option == "--user") {
            if (equals == std::string::npos && ++i == arguments.size()) {
                return option + " needs a value after it";
            }
            const std::string value =
                equals == std::string::npos ? arguments[i] : argument.substr(equals + 1);
            problem = option == "--sddl" ? readSddl(value, check) : readUser(value, check);
        } else if (argument == "--json") {
            check.json = true;
        } else if (argument.starts_with('-')) {
            problem = "unknown option " + option + "; check has --sddl, --user and --json";
        } else {
            problem = readName(argument, check);
        }
        if (problem) {
            return problem;
        }
    }
    if (check.name.empty() == !check.descriptor.has_value()) {
        return "write either the name of a pipe or --sddl with a security descriptor";
    }
    return std::nullopt;
}

} // namespace

std::expected<CheckArguments, std::string> parseCheck(std::span<const std::string> arguments)
{
    CheckArguments check;
    if (auto problem = readAll(arguments, check)) {
        return std::unexpected("check: " + *problem);
    }
    return check;
}

} // namespace pipescope::cli
