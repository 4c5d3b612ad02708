#pragma once

#include "pipecore/framing/rule.h"
#include "pipecore/model/option_table.h"

#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): the library's own
class App;
class Option;
} // namespace CLI

namespace pipescope::cli {

/// A mistake in a command line, as the end of a sentence; empty when there is none.
using Problem = std::optional<std::string>;

/// Sets up a command line of this program, before commands and options are added.
void prepare(CLI::App& app);
/// A description in lines that fit beside the names of commands and options in the help.
[[nodiscard]] std::string wrapped(const std::string& text);

/// The options and names that one command takes. CLI11 takes the command line apart and writes the help;
/// what was given is handed over afterwards, in the order of the command line. Main thread only.
class Options
{
public:
    /// Takes a value over. The problem it returns is put behind the option's name.
    using Apply = std::function<Problem(const std::string& value)>;
    using ApplyFlag = std::function<Problem()>;

    /// Adds to a command of the program, which is not owned.
    explicit Options(CLI::App& app) : m_app(&app) {}

    /// The heading of those that follow, in the help.
    void heading(std::string title) { m_heading = std::move(title); }
    /// An option with one value, `--option VALUE` or `--option=VALUE`; may be given again.
    void value(const std::string& name, const std::string& valueName, const std::string& help,
               Apply apply);
    /// An option without a value.
    void flag(const std::string& name, const std::string& help, ApplyFlag apply);
    void flag(const std::string& name, const std::string& help, bool& isGiven);
    /// An option that the core describes: its name, help and value are made of that. `standard`: its default;
    /// `note`: what only the command line does with it, behind the help. `apply` says a whole sentence, since
    /// the core knows the option by name; to a flag it gets "on".
    void option(const pipecore::OptionInfo& info, const pipecore::OptionValue& standard,
                const std::string& note, Apply apply);
    /// A name in its place, in the order in which they are added. `what` names it in messages:
    /// "name", "code".
    void positional(const std::string& placeholder, const std::string& what,
                    const std::string& help, Apply apply);
    void positional(const std::string& placeholder, const std::string& what,
                    const std::string& help, std::string& text);

    /// Hands over what CLI11 has read. The first problem is returned: of the options in the order of the
    /// command line, then of what belongs to none of them.
    [[nodiscard]] Problem apply();

private:
    struct Positional
    {
        CLI::Option* option;
        std::string what;
        Apply apply;
        std::optional<std::string> given;
    };

    CLI::Option* addValue(const std::string& name, const std::string& valueName,
                          const std::string& help);
    CLI::Option* addFlag(const std::string& name, const std::string& help);
    Problem applyPositional(const std::string& text);
    [[nodiscard]] std::string unknownOption(const std::string& argument) const;

    CLI::App* m_app;
    std::string m_heading = "Options";
    std::map<const CLI::Option*, Apply> m_applies; ///< a problem is a whole sentence
    std::vector<Positional> m_positionals;
};

/// Takes a framing rule over; docs/FRAMING.md has the grammar.
[[nodiscard]] Problem setFramingRule(std::optional<pipecore::FramingRule>& rule,
                                     const std::string& value);

/// Reads a command line (UTF-8, without the program's name). Returns the text to print when it asks for
/// help or the version, else an empty one. The error is a sentence with what is wrong and what to do.
[[nodiscard]] std::expected<std::string, std::string>
readCommandLine(CLI::App& app, std::span<const std::string> arguments);

/// The name that was probably meant, one or two slips of the finger away; empty when there is none.
[[nodiscard]] std::string_view closestName(std::string_view typed,
                                           std::span<const std::string> names);

} // namespace pipescope::cli
