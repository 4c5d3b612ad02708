#include "arguments.h"

#include "argument_draft.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pipescope::cli {

namespace {

struct CommandWord
{
    Command command;
    std::string_view name;
    unsigned bit;
};
constexpr std::array commandWords = std::to_array<CommandWord>({
    {Command::Serve, "serve", forServe},
    {Command::Connect, "connect", forConnect},
    {Command::Call, "call", forCall},
    {Command::Transact, "transact", forTransact},
});

const CommandWord& wordOf(Command command)
{
    return *std::ranges::find(commandWords, command, &CommandWord::command);
}

std::string_view commandName(Command command)
{
    return wordOf(command).name;
}

bool belongsTo(const Option& option, Command command)
{
    return (option.commands & wordOf(command).bit) != 0;
}

/// All of them: those that need no engine are read elsewhere.
constexpr std::string_view commandNames =
    "serve, connect, call, transact, list, inspect, check, explain, convert or stats";
constexpr std::string_view seeHelp = "; pipescope-cli --help lists the options";

/// Reads one option and its value at arguments[index], and leaves index on the last of them.
Problem readOption(std::span<const std::string> arguments, std::size_t& index, Draft& draft)
{
    const std::string& argument = arguments[index];
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    const std::span<const Option> options = optionTable();
    const auto option = std::ranges::find(options, name, &Option::name);
    if (option == options.end()) {
        return "unknown option " + name + std::string(seeHelp);
    }
    if (!belongsTo(*option, draft.arguments.command)) {
        return name + " does not belong to " + std::string(commandName(draft.arguments.command))
               + std::string(seeHelp);
    }

    std::string value;
    if (!option->takesValue && equals != std::string::npos) {
        return name + " takes no value: leave out " + argument.substr(equals);
    }
    if (option->takesValue && equals != std::string::npos) {
        value = argument.substr(equals + 1);
    } else if (option->takesValue) {
        if (++index == arguments.size()) {
            return name + " needs a value after it" + std::string(seeHelp);
        }
        value = arguments[index];
    }
    if (auto problem = option->apply(draft, value)) {
        return name + " " + *problem;
    }
    return std::nullopt;
}

/// The command that an argument asks for instead of everything else.
std::optional<Command> asksFor(std::string_view argument)
{
    if (argument == "--help" || argument == "-h") {
        return Command::Help;
    }
    if (argument == "--version" || argument == "-V") {
        return Command::Version;
    }
    return std::nullopt;
}

Problem readAll(std::span<const std::string> arguments, Draft& draft)
{
    bool onlyNames = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (!onlyNames && argument == "--") {
            onlyNames = true;
        } else if (const auto asked = asksFor(argument); asked && !onlyNames) {
            draft.asked = asked;
            return std::nullopt;
        } else if (!onlyNames && argument.starts_with('-')) {
            if (auto problem = readOption(arguments, i, draft)) {
                return problem;
            }
        } else if (draft.name) {
            return "\"" + argument + "\" is one name too many after " + *draft.name
                   + ": quote a name with spaces";
        } else {
            draft.name = argument;
        }
    }
    if (!draft.name) {
        return "the name of the pipe is missing: write pipescope-cli "
               + std::string(commandName(draft.arguments.command)) + " NAME";
    }
    return std::nullopt;
}

/// `check` has options of its own.
std::expected<Arguments, std::string> readCheck(std::span<const std::string> arguments)
{
    Arguments result;
    for (const std::string& argument : arguments) {
        if (const auto asked = asksFor(argument)) {
            result.command = *asked;
            return result;
        }
    }
    auto check = parseCheck(arguments);
    if (!check) {
        return std::unexpected(check.error());
    }
    result.command = Command::Check;
    result.check = std::move(*check);
    return result;
}

} // namespace

std::expected<Arguments, std::string> parseArguments(std::span<const std::string> arguments)
{
    Draft draft;
    if (arguments.empty()) {
        return std::unexpected("what to do is missing: write " + std::string(commandNames)
                               + std::string(seeHelp));
    }
    if (const auto asked = asksFor(arguments[0])) {
        draft.arguments.command = *asked;
        return std::move(draft.arguments);
    }
    if (arguments[0] == "check") {
        return readCheck(arguments.subspan(1));
    }
    const auto word = std::ranges::find(commandWords, arguments[0], &CommandWord::name);
    if (word == commandWords.end()) {
        return std::unexpected("\"" + arguments[0] + "\" is no command: write "
                               + std::string(commandNames) + std::string(seeHelp));
    }
    draft.arguments.command = word->command;

    auto problem = readAll(arguments.subspan(1), draft);
    if (draft.asked) {
        draft.arguments.command = *draft.asked;
        return std::move(draft.arguments);
    }
    if (!problem) {
        problem = finish(draft);
    }
    if (problem) {
        return std::unexpected(std::string(commandName(draft.arguments.command)) + ": " + *problem);
    }
    return std::move(draft.arguments);
}

} // namespace pipescope::cli
