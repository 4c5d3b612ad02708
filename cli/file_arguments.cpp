#include "file_arguments.h"

#include "paths.h"

#include "payload/utf8.h"

#include <functional>
#include <string_view>
#include <vector>

namespace pipescope::cli {

namespace {

using Problem = std::optional<std::string>;

constexpr std::string_view seeHelp = "; pipescope-cli --help lists the options";

/// An option with what takes its value; without a value it is a switch.
struct Option
{
    std::string_view name;
    bool takesValue = false;
    std::function<Problem(const std::string&)> apply;
};

/// Goes through a command line of options and file names. The error begins with `command`.
std::expected<std::vector<std::string>, std::string> readLine(const std::string& command,
                                                              std::span<const std::string> line,
                                                              std::span<const Option> options)
{
    std::vector<std::string> names;
    bool onlyNames = false;
    const auto fail = [&](const std::string& what) {
        return std::unexpected(command + ": " + what);
    };
    for (std::size_t i = 0; i < line.size(); ++i) {
        const std::string& argument = line[i];
        if (onlyNames || argument == "-" || !argument.starts_with('-')) {
            names.push_back(argument);
            continue;
        }
        if (argument == "--") {
            onlyNames = true;
            continue;
        }
        const std::size_t equals = argument.find('=');
        const std::string name = argument.substr(0, equals);
        const Option* option = nullptr;
        for (const Option& candidate : options) {
            option = candidate.name == name ? &candidate : option;
        }
        if (option == nullptr) {
            return fail("unknown option " + name + std::string(seeHelp));
        }
        std::string value;
        if (option->takesValue && equals != std::string::npos) {
            value = argument.substr(equals + 1);
        } else if (option->takesValue && ++i == line.size()) {
            return fail(name + " needs a value after it" + std::string(seeHelp));
        } else if (option->takesValue) {
            value = line[i];
        } else if (equals != std::string::npos) {
            return fail(name + " takes no value: leave out " + argument.substr(equals));
        }
        if (const auto problem = option->apply(value)) {
            return fail(name + " " + *problem);
        }
    }
    return names;
}

std::string formatWords()
{
    std::string words;
    const auto all = pipecore::exportFormats();
    for (std::size_t i = 0; i < all.size(); ++i) {
        words += i == 0 ? "" : i + 1 == all.size() ? " or " : ", ";
        words += all[i].word;
    }
    return words;
}

Problem readFormat(const std::string& value, std::optional<pipecore::ExportFormat>& format)
{
    for (const pipecore::ExportFormatName& name : pipecore::exportFormats()) {
        if (value == name.word) {
            format = name.format;
            return std::nullopt;
        }
    }
    return "takes " + formatWords() + ", not \"" + value + "\"";
}

Problem readFilter(const std::string& value, std::optional<pipecore::Filter>& filter)
{
    auto parsed = pipecore::Filter::parse(value);
    if (!parsed) {
        return "\"" + value + "\" is wrong at character "
               + std::to_string(pipecore::characterNumber(value, parsed.error().offset)) + ": "
               + parsed.error().message.text();
    }
    filter = std::move(*parsed);
    return std::nullopt;
}

Option helpOption(std::string_view name, bool& help)
{
    return {name, false, [&help](const std::string&) {
                help = true;
                return Problem();
            }};
}

} // namespace

std::expected<ConvertArguments, std::string> parseConvert(std::span<const std::string> arguments)
{
    ConvertArguments convert;
    std::optional<pipecore::ExportFormat> format;
    const std::vector<Option> options = {
        {"--format", true, [&](const std::string& value) { return readFormat(value, format); }},
        {"--filter", true,
         [&](const std::string& value) { return readFilter(value, convert.filter); }},
        helpOption("--help", convert.help),
        helpOption("-h", convert.help),
    };
    const auto names = readLine("convert", arguments, options);
    if (!names) {
        return std::unexpected(names.error());
    }
    if (convert.help) {
        return convert;
    }
    if (names->size() < 2) {
        return std::unexpected("convert: the name of "
                               + std::string(names->empty() ? "a" : "the new")
                               + " file is missing: write pipescope-cli convert IN OUT");
    }
    if (names->size() > 2) {
        return std::unexpected("convert: \"" + (*names)[2] + "\" is one name too many after "
                               + (*names)[1] + ": quote a name with spaces");
    }
    convert.from = (*names)[0];
    convert.to = (*names)[1];
    if (convert.from == "-") {
        return std::unexpected("convert: a session is read from a file, not from standard input");
    }
    if (!format && convert.to == "-") {
        return std::unexpected("convert: standard output has no ending that says the format: add "
                               "--format "
                               + formatWords());
    }
    if (!format) {
        format = pipecore::exportFormatOf(pathOf(convert.to));
    }
    if (!format) {
        return std::unexpected("convert: the ending of " + convert.to
                               + " says no format: add --format " + formatWords());
    }
    convert.format = *format;
    return convert;
}

std::expected<StatsArguments, std::string> parseStats(std::span<const std::string> arguments)
{
    StatsArguments stats;
    const std::vector<Option> options = {
        {"--json", false,
         [&](const std::string&) {
             stats.json = true;
             return Problem();
         }},
        helpOption("--help", stats.help),
        helpOption("-h", stats.help),
    };
    const auto names = readLine("stats", arguments, options);
    if (!names) {
        return std::unexpected(names.error());
    }
    if (stats.help) {
        return stats;
    }
    if (names->size() != 1) {
        return std::unexpected(names->empty()
                                   ? "stats: the name of the file is missing: write pipescope-cli "
                                     "stats FILE"
                                   : "stats: \"" + (*names)[1] + "\" is one name too many after "
                                         + (*names)[0] + ": quote a name with spaces");
    }
    stats.file = names->front();
    return stats;
}

} // namespace pipescope::cli
