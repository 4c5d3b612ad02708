#include "arguments/options.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace pipescope::cli {

namespace {

constexpr std::size_t helpColumn = 30;
constexpr std::size_t helpWidth = 100;

/// CLI11's help with a usage line that names required arguments, as in "serve NAME [OPTION...]".
class HelpFormatter final : public CLI::Formatter
{
public:
    HelpFormatter()
    {
        column_width(helpColumn);
        label("Positionals", "Arguments");
    }
    std::string make_help(const CLI::App* app, std::string name,
                          CLI::AppFormatMode mode) const override
    {
        // CLI11 leaves two lines free between groups.
        return CLI::detail::find_and_replace(CLI::Formatter::make_help(app, std::move(name), mode),
                                             "\n\n\n", "\n\n");
    }
    std::string make_usage(const CLI::App* app, std::string name) const override
    {
        std::string usage = "\nUsage: " + name;
        const auto isCommand = [](const CLI::App*) { return true; };
        if (!app->get_subcommands(isCommand).empty()) {
            usage += " COMMAND";
        }
        for (const CLI::Option* positional :
             app->get_options([](const CLI::Option* option) { return option->get_positional(); })) {
            usage += ' ' + positional->get_name(true, false);
        }
        return usage + " [OPTION...]\n";
    }
};

bool looksLikeOption(std::string_view argument)
{
    // A negative number is a value: an HRESULT, as .NET shows it.
    return argument.size() > 1 && argument[0] == '-' && (argument[1] < '0' || argument[1] > '9');
}

std::string nameOf(std::string_view argument)
{
    return std::string(argument.substr(0, argument.find('=')));
}

bool isFlag(const CLI::Option& option)
{
    return option.get_items_expected_max() == 0;
}

/// The command of a command line; the program itself when there is none.
CLI::App& commandOf(CLI::App& app)
{
    const auto parsed = app.get_subcommands();
    return parsed.empty() ? app : *parsed.front();
}

std::string seeHelp(const CLI::App& command)
{
    const CLI::App* program = command.get_parent();
    return "; " + (program == nullptr ? std::string() : program->get_name() + ' ')
           + command.get_name() + " --help lists the options";
}

/// CLI11 takes `--option=` with nothing behind it for an option that still waits for its value, so each
/// `--option=value` becomes two arguments. CLI11 wants the last argument first.
std::vector<std::string> forCli11(const CLI::App& app, std::span<const std::string> arguments)
{
    std::vector<std::string> split;
    const CLI::App* command = &app;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (argument == "--") {
            split.insert(split.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i),
                         arguments.end());
            break;
        }
        const auto commands = app.get_subcommands({});
        const auto named = std::ranges::find(
            commands, argument, [](const CLI::App* candidate) { return candidate->get_name(); });
        if (command == &app && named != commands.end()) {
            command = *named;
        }
        const std::string name = nameOf(argument);
        const CLI::Option* option =
            looksLikeOption(argument) ? command->get_option_no_throw(name) : nullptr;
        split.push_back(argument);
        if (option == nullptr || isFlag(*option)) {
            continue;
        }
        if (name.size() < argument.size()) {
            split.back() = name;
            split.push_back(argument.substr(name.size() + 1));
        } else if (i + 1 < arguments.size()) {
            split.push_back(arguments[++i]); // a value, also when it looks like an option
        }
    }
    std::ranges::reverse(split);
    return split;
}

/// Number of letters to change, add or leave out to make one word of the other.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t change = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({change, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

Problem withName(const std::string& option, const Problem& problem)
{
    return problem ? Problem(option + " " + *problem) : problem;
}

/// Placeholder of the value of a core option in its help.
std::string valueNameOf(const pipecore::OptionInfo& option)
{
    using pipecore::OptionKind;
    switch (option.kind) {
    case OptionKind::Flag: return "on|off";
    case OptionKind::Number: return "N";
    case OptionKind::Size: return "BYTES";
    case OptionKind::Time: return "MS";
    case OptionKind::Octal: return "OCTAL";
    case OptionKind::Name: return "NAME";
    case OptionKind::Sddl: return "SDDL";
    case OptionKind::Payload: return "HEX";
    case OptionKind::Choice: break;
    }
    std::string words;
    for (const std::string_view word : option.words()) {
        words += (words.empty() ? "" : "|") + std::string(word);
    }
    return words;
}

} // namespace

std::string_view closestName(std::string_view typed, std::span<const std::string> names)
{
    constexpr std::size_t maxEdits = 2;
    std::string_view closest;
    std::size_t best = maxEdits + 1;
    for (const std::string& name : names) {
        const std::size_t edits = distance(typed, name);
        // Two edits in a word of four letters give another word.
        if (edits < best && edits * 3 <= name.size()) {
            closest = name;
            best = edits;
        }
    }
    return closest;
}

std::string wrapped(const std::string& text)
{
    const std::size_t width = helpWidth - helpColumn;
    std::string lines = text;
    std::size_t start = 0;
    while (lines.size() - start > width) {
        const std::size_t space = lines.rfind(' ', start + width);
        if (space == std::string::npos || space <= start) {
            break;
        }
        lines[space] = '\n';
        start = space + 1;
    }
    return lines;
}

void prepare(CLI::App& app)
{
    app.allow_windows_style_options(false); // a name may begin with a slash
    app.allow_extras();                     // Options reports them
    app.require_subcommand(0, 1);           // also when a pipe is called like a command
    app.formatter(std::make_shared<HelpFormatter>());
}

CLI::Option* Options::addValue(const std::string& name, const std::string& valueName,
                               const std::string& help)
{
    CLI::Option* option = m_app->add_option(name, CLI::callback_t{}, wrapped(help));
    return option->type_name(valueName)->group(m_heading)->multi_option_policy(
        CLI::MultiOptionPolicy::TakeAll);
}

CLI::Option* Options::addFlag(const std::string& name, const std::string& help)
{
    const std::string text = wrapped(help); // a temporary would be taken for a variable to set
    CLI::Option* option = m_app->add_flag(name, text);
    return option->group(m_heading)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->disable_flag_override();
}

void Options::value(const std::string& name, const std::string& valueName, const std::string& help,
                    Apply apply)
{
    m_applies[addValue(name, valueName, help)] = [name, apply = std::move(apply)](const auto& v) {
        return withName(name, apply(v));
    };
}

void Options::flag(const std::string& name, const std::string& help, ApplyFlag apply)
{
    m_applies[addFlag(name, help)] = [name, apply = std::move(apply)](const auto& /*value*/) {
        return withName(name, apply());
    };
}

void Options::option(const pipecore::OptionInfo& info, const pipecore::OptionValue& standard,
                     const std::string& note, Apply apply)
{
    const std::string name = "--" + std::string(info.key);
    std::string help = std::string(info.help) + note;
    if (info.only) {
        const bool isWindows = *info.only == pipecore::System::Windows;
        help += " [" + std::string(isWindows ? info.windowsTerms : info.unixTerms) + "]";
    }
    if (standard == pipecore::OptionValue(false)) {
        m_applies[addFlag(name, help)] = [apply = std::move(apply)](const auto& /*value*/) {
            return apply("on");
        };
        return;
    }
    const std::string standardText = pipecore::optionText(info, standard);
    help += standardText.empty() ? std::string() : " (" + standardText + ")";
    m_applies[addValue(name, valueNameOf(info), help)] = std::move(apply);
}

void Options::flag(const std::string& name, const std::string& help, bool& isGiven)
{
    flag(name, help, [&isGiven] {
        isGiven = true;
        return Problem{};
    });
}

void Options::positional(const std::string& placeholder, const std::string& what,
                         const std::string& help, Apply apply)
{
    CLI::Option* option = m_app->add_option(placeholder, CLI::callback_t{}, wrapped(help));
    option->type_name("");
    m_positionals.push_back({option, what, std::move(apply), std::nullopt});
}

void Options::positional(const std::string& placeholder, const std::string& what,
                         const std::string& help, std::string& text)
{
    positional(placeholder, what, help, [&text](const std::string& given) {
        text = given;
        return Problem{};
    });
}

Problem Options::applyPositional(const std::string& text)
{
    const auto free = std::ranges::find_if(
        m_positionals, [](const Positional& p) { return !p.given.has_value(); });
    if (free == m_positionals.end()) {
        if (m_positionals.empty()) {
            return "unexpected argument \"" + text + '"' + seeHelp(*m_app);
        }
        const Positional& last = m_positionals.back();
        return "unexpected argument \"" + text + "\" after " + *last.given + ": quote a "
               + last.what + " that contains spaces";
    }
    free->given = text;
    return free->apply(text);
}

Problem Options::apply()
{
    std::map<const CLI::Option*, std::size_t> times;
    for (const CLI::Option* option : m_app->parse_order()) {
        const auto known = m_applies.find(option);
        if (known == m_applies.end()) {
            continue;
        }
        if (auto problem = known->second(option->results()[times[option]++])) {
            return problem;
        }
    }
    for (const Positional& positional : m_positionals) {
        for (const std::string& text : positional.option->results()) {
            if (auto problem = applyPositional(text)) {
                return problem;
            }
        }
    }
    std::vector<std::string> extras = m_app->remaining();
    if (const CLI::App* parent = m_app->get_parent()) {
        std::ranges::copy(parent->remaining(), std::back_inserter(extras));
    }
    std::erase(extras, "--");
    for (const std::string& extra : extras) {
        auto problem =
            looksLikeOption(extra) ? Problem(unknownOption(extra)) : applyPositional(extra);
        if (problem) {
            return problem;
        }
    }
    return std::nullopt;
}

std::string Options::unknownOption(const std::string& argument) const
{
    const std::string name = nameOf(argument);
    if (const CLI::App* program = m_app->get_parent()) {
        const auto commands = program->get_subcommands({});
        const bool isElsewhere = std::ranges::any_of(commands, [&](const CLI::App* other) {
            return other->get_option_no_throw(name) != nullptr;
        });
        if (isElsewhere) {
            return name + " is not an option of " + m_app->get_name() + seeHelp(*m_app);
        }
    }
    std::vector<std::string> names;
    for (const CLI::Option* option : std::as_const(*m_app).get_options()) {
        for (const std::string& longName : option->get_lnames()) {
            names.push_back("--" + longName);
        }
    }
    const std::string_view meant = closestName(name, names);
    return "unknown option " + name
           + (meant.empty() ? std::string() : ": did you mean " + std::string(meant) + "?")
           + seeHelp(*m_app);
}

std::expected<std::string, std::string> readCommandLine(CLI::App& app,
                                                        std::span<const std::string> arguments)
{
    const auto fail = [&app](const std::string& what) {
        const CLI::App& command = commandOf(app);
        return std::unexpected(&command == &app ? what : command.get_name() + ": " + what);
    };
    std::vector<std::string> reversed = forCli11(app, arguments);
    const std::string last = reversed.empty() ? std::string() : reversed.front();
    try {
        app.parse(reversed);
    } catch (const CLI::CallForHelp&) {
        return app.help();
    } catch (const CLI::CallForVersion& version) {
        return std::string(version.what()) + '\n';
    } catch (const CLI::ArgumentMismatch& mismatch) {
        // Of the two that can happen here CLI11 says only in its text which option it is about.
        const auto flag = std::ranges::find_if(arguments, [&app](const std::string& argument) {
            const auto* option = commandOf(app).get_option_no_throw(nameOf(argument));
            return argument.contains('=') && option != nullptr && isFlag(*option);
        });
        if (flag != arguments.end()) {
            return fail(nameOf(*flag) + " takes no value: remove "
                        + flag->substr(nameOf(*flag).size()));
        }
        return fail(last + " requires a value" + seeHelp(commandOf(app)));
    } catch (const CLI::ParseError& error) {
        return fail(error.what());
    }
    return std::string();
}

Problem setFramingRule(std::optional<pipecore::FramingRule>& rule, const std::string& value)
{
    auto parsed = pipecore::FramingRule::parse(value);
    if (!parsed) {
        return "\"" + value + "\" is no framing rule: " + pipecore::describe(parsed.error());
    }
    rule = std::move(*parsed);
    return std::nullopt;
}

} // namespace pipescope::cli
