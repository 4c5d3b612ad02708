#include "commands/pipe_queries.h"

#include "commands/command.h"

#include "pipecore/base/json.h"
#include "pipecore/base/utf8.h"
#include "pipecore/model/vocabulary.h"
#include "pipecore/payload/payload.h"

#include <algorithm>
#include <array>
#include <limits>

namespace pipescope::cli {

namespace {

using pipecore::ListedPipe;

/// A name as it may be shownText on a terminal: it can have any bytes.
std::string shownText(const std::string& text)
{
    return pipecore::previewText(pipecore::asBytes(text), pipecore::TextEncoding::Utf8,
                                 std::numeric_limits<std::size_t>::max());
}

std::size_t width(std::string_view text)
{
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++characters) {
        at += pipecore::decodeUtf8(text, at).length;
    }
    return characters;
}

std::string number(const std::optional<std::uint32_t>& value)
{
    return value ? std::to_string(*value) : std::string();
}

constexpr std::size_t columnCount = 5;
using Row = std::array<std::string, columnCount>;

Row headOf(bool isWindows)
{
    return isWindows ? Row{"NAME", "INSTANCES", "LIMIT", "", ""}
                     : Row{"NAME", "TYPE", "CLIENTS", "SERVER", "PATH"};
}

std::string serverText(const pipecore::ListedPipe& pipe)
{
    if (!pipe.server.processId) {
        return "not known";
    }
    const std::string name = shownText(pipecore::serverName(pipe));
    return std::to_string(*pipe.server.processId) + (name.empty() ? "" : " " + name);
}

/// Empty where the name is the path.
std::string pathText(const ListedPipe& pipe)
{
    if (!pipe.isPlaceKnown) {
        return "not known: moved or removed";
    }
    return pipe.path == pipe.name ? "" : shownText(pipe.path);
}

Row rowOf(const ListedPipe& pipe)
{
    if (pipe.instances) {
        return {shownText(pipe.name), number(pipe.instances),
                pipe.limit ? number(pipe.limit) : "none", "", ""};
    }
    std::string clients = number(pipe.connected);
    if (pipe.waiting.value_or(0) > 0) {
        clients += " + " + number(pipe.waiting) + " waiting";
    }
    return {shownText(pipe.name), std::string(pipe.mode ? pipecore::wordFor(*pipe.mode) : ""),
            clients, serverText(pipe), pathText(pipe)};
}

} // namespace

std::string listText(const std::vector<ListedPipe>& pipes)
{
    std::vector<Row> rows{headOf(!pipes.empty() && pipes.front().instances)};
    std::ranges::transform(pipes, std::back_inserter(rows), rowOf);
    std::array<std::size_t, columnCount> widths{};
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < columnCount; ++i) {
            widths.at(i) = std::max(widths.at(i), width(row.at(i)));
        }
    }
    std::string text;
    for (const Row& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < columnCount; ++i) {
            line += row.at(i) + std::string(widths.at(i) - width(row.at(i)) + 2, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

std::string listJson(const std::vector<ListedPipe>& pipes)
{
    std::string text;
    for (const ListedPipe& pipe : pipes) {
        pipecore::JsonWriter json;
        json.text("name", pipe.name).text("path", pipe.path);
        if (!pipe.isPlaceKnown) {
            json.text("pathError", "moved or removed");
        }
        json.boolean("connectable", pipe.canConnect);
        const auto add = [&json](std::string_view key, const std::optional<std::uint32_t>& value) {
            if (value) {
                json.number(key, *value);
            }
        };
        add("instances", pipe.instances);
        add("limit", pipe.limit);
        if (pipe.mode) {
            json.text("mode", pipecore::wordFor(*pipe.mode));
        }
        add("connected", pipe.connected);
        add("waiting", pipe.waiting);
        if (pipe.server.processId) {
            json.number("pid", *pipe.server.processId);
        } else if (!pipe.instances) {
            // Windows never says it: no error.
            json.text("pidError", pipecore::describe(pipe.server.processId.error()));
        }
        if (pipe.server.image) {
            json.text("image", *pipe.server.image);
        } else if (pipe.server.processId) {
            json.text("imageError", pipecore::describe(pipe.server.image.error()));
        }
        text += json.take() + '\n';
    }
    return text;
}

namespace {

class List final : public Command
{
public:
    std::string name() const override { return "list"; }
    std::string summary() const override
    {
        return "List the pipes of this computer without opening them";
    }
    void describe(Options& options) override
    {
        options.positional("[FILTER]", "filter",
                           "part of a name, path or program, or a pattern with * and ?", m_filter);
        options.flag("--json", "print JSON Lines, one object per pipe", m_json);
    }
    ExitStatus run(Console& console) override
    {
        auto pipes = pipecore::listPipes();
        if (!pipes) {
            return reportError(pipes.error());
        }
        const pipecore::PipeFilter filter(m_filter);
        std::erase_if(*pipes, [&](const ListedPipe& pipe) { return !filter.matches(pipe); });
        if (m_json) {
            console.write(listJson(*pipes));
        } else if (!pipes->empty()) {
            console.write(listText(*pipes));
        } else {
            console.write(filter.isEmpty() ? "no pipes\n" : "no pipe matches " + m_filter + '\n');
        }
        return ExitStatus::Done;
    }

private:
    std::string m_filter;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Command> makeList()
{
    return std::make_unique<List>();
}

} // namespace pipescope::cli
