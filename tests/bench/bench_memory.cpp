// Measures the memory that an open session takes; see docs/BENCHMARKS.md.
#include "conversation.h"
#include "event_feed.h"
#include "figure.h"
#include "shell_command.h"
#include "temporary_file.h"

#include "pipecore/session/session.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace bench;
using namespace pipecore;

/// Visible part of a row, and the number of visible rows.
constexpr std::size_t previewBytes = 256;
constexpr std::uint64_t rowsOnScreen = 60;
constexpr std::uint64_t places = 2000;

/// 200 bytes in the file with all that is around it: 10 million are 2 GB.
constexpr std::size_t messageSize = 132;

#ifdef __linux__
/// A line of /proc/self/status, in mebibytes.
double statusOf(const std::string& name)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name + ":")) {
            return std::stod(line.substr(name.size() + 1)) / 1024;
        }
    }
    throw std::runtime_error("/proc/self/status has no " + name);
}
#endif

[[maybe_unused]] void record(const std::filesystem::path& path, std::uint64_t messages)
{
    EventQueue queue;
    Recorder recorder(queue);
    if (const auto started = recorder.start(path); !started) {
        throw std::runtime_error(describe(started.error()));
    }
    EventFeed feed(queue, messageSize);
    feed.begin();
    feed.messages(messages);
    recorder.stop();
    if (recorder.status().lostRecords != 0) {
        throw std::runtime_error("the disk is full");
    }
}

/// Opens, reads screens of rows from the first to the last, and prints in mebibytes what is resident
/// then, what was at most, and what opening has added.
int scrollThrough(const std::string& path)
{
#ifdef __linux__
    const double before = statusOf("VmRSS");
#endif
    const auto file = SessionFile::open(path);
    if (!file || (*file)->report().problem) {
        std::cerr << "the file cannot be opened\n";
        return 2;
    }
    const std::uint64_t rows = (*file)->rowCount();
#ifdef __linux__
    const double added = statusOf("VmRSS") - before;
#endif
    for (std::uint64_t place = 0; place <= places; ++place) {
        const std::uint64_t top = (rows - std::min(rows, rowsOnScreen)) * place / places;
        for (std::uint64_t row = top; row < std::min(rows, top + rowsOnScreen); ++row) {
            if (!(*file)->read(row, previewBytes)) {
                std::cerr << "row " << row << " cannot be read\n";
                return 2;
            }
        }
    }
#ifdef __linux__
    std::cout << statusOf("VmRSS") << ' ' << statusOf("VmHWM") << ' ' << added << '\n';
#endif
    return 0;
}

std::string ownProgram;

void measure([[maybe_unused]] const FigureOptions& options, FigureTable& table)
{
    Figure resident;
    resident.name = "memory, 10 M messages open and read across";
    resident.unit = "MiB";
    resident.aim = Figure::Aim::AtMost;
    resident.limit = 400;
#ifdef __linux__
    const std::uint64_t messages = options.messages != 0 ? options.messages : 10'000'000;
    const std::filesystem::path folder(options.folder);
    const TemporaryFile session(folder / "pipescope-bench-memory.pcapng");
    const TemporaryFile answer(folder / "pipescope-bench-memory.txt");
    record(session.path(), messages);
    const auto bytes = std::filesystem::file_size(session.path());

    Figure peak = resident;
    peak.name = "the same, at its highest";
    Figure index;
    index.name = "what opening adds, a message";
    index.unit = "B";
    index.aim = Figure::Aim::AtMost;
    index.limit = 16;
    const std::string command = '"' + ownProgram + "\" --scroll \"" + session.path().string()
                                + "\" >\"" + answer.path().string() + '"';
    for (unsigned i = 0; i < options.repeats; ++i) {
        double now = 0;
        double highest = 0;
        double added = 0;
        if (!succeeds(command) || !(std::ifstream(answer.path()) >> now >> highest >> added)) {
            throw std::runtime_error("failed: " + command);
        }
        resident.values.push_back(now);
        peak.values.push_back(highest);
        index.values.push_back(added * 1024 * 1024 / static_cast<double>(messages));
    }
    table.add(std::move(resident));
    table.add(std::move(peak));
    table.add(std::move(index));
    std::cout << messages << " messages, " << bytes << " bytes in the file\n";
#else
    resident.skipped = "read from /proc, on Linux only";
    table.add(std::move(resident));
#endif
}

} // namespace

int main(int argc, char* argv[])
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 2 && arguments[0] == "--scroll") {
        return scrollThrough(arguments[1]);
    }
    ownProgram = argv[0];
    return bench::runFigures("bench_memory", arguments, measure);
}
