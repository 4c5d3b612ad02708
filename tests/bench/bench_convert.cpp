// Measures saving a session as another file against Wireshark's programs; see docs/BENCHMARKS.md.
#include "figure.h"
#include "order_session.h"
#include "shell_command.h"
#include "temporary_file.h"

#include "pipecore/export/export.h"
#include "pipecore/filter/filter_run.h"

#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace bench;
using namespace pipecore;

std::string ownProgram;

/// Work of `pipescope-cli convert IN OUT [--filter EXPRESSION]`.
int convert(const std::string& from, const std::string& to, const std::string& expression)
{
    const auto filter = Filter::parse(expression);
    const auto format = exportFormatOf(to);
    const auto file = SessionFile::open(from);
    if (!filter || !format || !file) {
        return 2;
    }
    std::optional<RowRanges> rows;
    if (!filter->isEmpty()) {
        const FilterRun run(**file, *filter);
        while (!run.waitUntilDone(std::chrono::seconds(60))) {}
        rows = RowRanges::of(run.matches());
    }
    return exportRows(**file, rows, *format, to) ? 0 : 1;
}

std::uint64_t rowsOf(const std::filesystem::path& path)
{
    const auto file = SessionFile::open(path);
    return file ? (*file)->rowCount() : 0;
}

struct Task
{
    const char* name;
    const char* filter;
    std::string ending;
    std::string peer;    ///< its name; empty for none
    std::string command; ///< IN and OUT stand for the files
    double limit;        ///< 0: no aim
};

std::string withFiles(std::string command, const std::string& in, const std::string& out)
{
    command.replace(command.find("IN"), 2, quotedForShell(in));
    command.replace(command.find("OUT"), 3, quotedForShell(out));
    return command + " >/dev/null 2>&1";
}

void compare(const Task& task, const FigureOptions& options, FigureTable& table,
             const std::string& in)
{
    Figure figure;
    figure.name = std::string("convert: ") + task.name;
    figure.unit = "s";
    figure.peer = task.peer;
    figure.isTime = true;
    if (task.limit > 0) {
        figure.aim = Figure::Aim::AtLeast;
        figure.limit = task.limit;
    }
    if (!options.wants(figure.name)) {
        return;
    }
    const bool hasPeer = !task.peer.empty();
    if (hasPeer
        && !succeeds(task.command.substr(0, task.command.find(' ')) + " -v >/dev/null 2>&1")) {
        figure.skipped = task.peer + " is not installed";
        table.add(std::move(figure));
        return;
    }
    const std::filesystem::path folder(options.folder);
    const TemporaryFile ourFile(folder / ("pipescope-bench-ours." + task.ending));
    const TemporaryFile theirFile(folder / "pipescope-bench-theirs.pcapng");
    const std::string ours = quotedForShell(ownProgram) + " --convert " + quotedForShell(in) + ' '
                             + quotedForShell(ourFile.path().string()) + ' '
                             + quotedForShell(task.filter);
    const std::string theirs =
        hasPeer ? withFiles(task.command, in, theirFile.path().string()) : std::string();
    // Once for nothing, and to see that both write the same.
    (void)secondsOf(ours);
    if (hasPeer) {
        (void)secondsOf(theirs);
        const std::uint64_t rows = rowsOf(ourFile.path());
        if (rows == 0 || rows != rowsOf(theirFile.path())) {
            throw std::runtime_error(figure.name + ": " + std::to_string(rows) + " rows, "
                                     + task.peer + " has "
                                     + std::to_string(rowsOf(theirFile.path())));
        }
    }
    for (unsigned i = 0; i < options.repeats; ++i) {
        if (hasPeer) {
            figure.measurePair([&] { return secondsOf(ours); }, [&] { return secondsOf(theirs); });
        } else {
            figure.values.push_back(secondsOf(ours));
        }
    }
    table.add(std::move(figure));
}

void measure(const FigureOptions& options, FigureTable& table)
{
    const std::uint64_t messages = options.messages != 0 ? options.messages : 1'000'000;
    const TemporaryFile file(std::filesystem::path(options.folder)
                             / "pipescope-bench-convert.pcapng");
    recordOrders(file.path(), messages);
    const std::vector<Task> tasks = {
        {"all of it, pcapng", "", "pcapng", "editcap", "editcap IN OUT", 2},
        {"one direction, pcapng", "dir == in", "pcapng", "tshark -Y -w",
         "tshark -n -r IN -Y 'frame.packet_flags_direction == 1' -w OUT", 0},
        {"all of it, JSON Lines", "", "jsonl", "", "", 0},
        {"all of it, CSV", "", "csv", "", "", 0},
        {"all of it, HTML", "", "html", "", "", 0},
    };
    for (const Task& task : tasks) {
        compare(task, options, table, file.path().string());
    }
}

} // namespace

int main(int argc, char* argv[])
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 4 && arguments[0] == "--convert") {
        return convert(arguments[1], arguments[2], arguments[3]);
    }
    ownProgram = argv[0];
    return bench::runFigures("bench_convert", arguments, measure);
}
