#include "commands/program.h"

#include "commands/extcap.h"

#include "pipecore/files/file_size_limit.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace pipescope::cli {

namespace {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    for (const Talk talk : {Talk::Serve, Talk::Proxy, Talk::Connect, Talk::Call, Talk::Transact}) {
        commands.push_back(makeTalk(talk));
    }
    for (const auto make :
         {makeList, makeInspect, makeCheck, makeExplain, makeConvert, makeStats}) {
        commands.push_back(make());
    }
    return commands;
}

/// Their names, as a list that ends with "or".
std::string namesOf(std::span<const std::unique_ptr<Command>> commands)
{
    std::string names;
    for (const auto& command : commands) {
        names += names.empty() ? "" : command == commands.back() ? " or " : ", ";
        names += command->name();
    }
    return names;
}

std::string noCommand(const std::string& word, std::span<const std::unique_ptr<Command>> commands)
{
    std::vector<std::string> names;
    for (const auto& command : commands) {
        names.push_back(command->name());
    }
    const std::string_view meant = closestName(word, names);
    return "unknown command \"" + word + "\": "
           + (meant.empty()
                  ? "use " + namesOf(commands)
                  : "did you mean " + std::string(meant) + "? Commands: " + namesOf(commands))
           + "; pipescope-cli --help describes them";
}

ExitStatus runRequest(std::span<const std::string> arguments, Console& console)
{
    if (isExtcap(arguments)) {
        const auto status = extcap(arguments, console);
        return status ? *status : reportUsageError(status.error());
    }
    const auto request = parseProgram(arguments);
    if (!request) {
        return reportUsageError(request.error());
    }
    if (request->command == nullptr) {
        console.write(request->answer);
        return ExitStatus::Done;
    }
    return request->command->run(console);
}

} // namespace

std::expected<Request, std::string> parseProgram(std::span<const std::string> arguments)
{
    auto commands = allCommands();
    if (arguments.empty()) {
        return std::unexpected("missing command: use " + namesOf(commands)
                               + "; pipescope-cli --help describes them");
    }
    CLI::App app("Serve, connect to and record named pipes.", "pipescope-cli");
    prepare(app);
    app.set_help_flag("--help,-h", "print this help");
    constexpr const char* version = "pipescope-cli " PIPESCOPE_VERSION;
    app.set_version_flag("--version,-V", version, "print the version");
    app.footer("pipescope-cli COMMAND --help lists the options of a command.\nWith "
               "--extcap-interfaces and related options it is a Wireshark extcap program: link "
               "it\ninto an extcap folder of Wireshark.\n\nExit status: 0 success; 1 a failed "
               "expectation, or a finding of high severity;\n2 usage error; 3 error of a pipe or a "
               "file; 130 Ctrl+C interrupted convert or stats.");
    std::vector<std::pair<CLI::App*, Options>> described;
    for (const auto& command : commands) {
        CLI::App* sub = app.add_subcommand(command->name(), wrapped(command->summary()));
        sub->group("Commands");
        sub->set_version_flag("--version,-V", version, "print the version");
        sub->footer(command->notes());
        described.emplace_back(sub, Options(*sub));
        command->describe(described.back().second);
    }

    auto answer = readCommandLine(app, arguments);
    if (!answer) {
        return std::unexpected(answer.error());
    }
    if (!answer->empty()) {
        return Request{nullptr, std::move(*answer)};
    }
    if (app.get_subcommands().empty()) {
        return std::unexpected(noCommand(arguments.front(), commands));
    }
    const CLI::App* chosen = app.get_subcommands().front();
    for (std::size_t i = 0; i < commands.size(); ++i) {
        if (described[i].first != chosen) {
            continue;
        }
        auto problem = described[i].second.apply();
        if (!problem) {
            problem = commands[i]->finish();
        }
        if (problem) {
            return std::unexpected(commands[i]->name() + ": " + *problem);
        }
        return Request{std::move(commands[i]), {}};
    }
    std::unreachable();
}

int run(std::span<const std::string> arguments)
{
    pipecore::makeFileSizeLimitAnError();
    Console console;
    ExitStatus status = runRequest(arguments, console);
    // Whichever command it was: what nobody can read was not done, whatever was found.
    if (const auto& problem = console.outputProblem()) {
        const ExitStatus unwritten = reportError(*problem);
        status =
            status == ExitStatus::Done || status == ExitStatus::HighFinding ? unwritten : status;
    }
    return std::to_underlying(status);
}

} // namespace pipescope::cli
