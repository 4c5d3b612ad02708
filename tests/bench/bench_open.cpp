// Measures opening a session against Wireshark's programs; see docs/BENCHMARKS.md.
#include "event_feed.h"
#include "figure.h"
#include "shell_command.h"
#include "temporary_file.h"

#include "pipecore/files/file.h"
#include "pipecore/pcapng/pcapng_reader.h"
#include "pipecore/session/session.h"
#include "session/block_walker.h"

#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace bench;
using namespace pipecore;

#ifdef _WIN32
constexpr const char* silence = " >NUL 2>&1";
#else
constexpr const char* silence = " >/dev/null 2>&1";
#endif

bool isInstalled(const std::string& program)
{
    return succeeds(program + " --version" + silence);
}

std::string quotedPath(const std::string& path)
{
    return '"' + path + '"';
}

/// A session as it is recorded.
void record(const std::filesystem::path& path, std::uint64_t messages)
{
    EventQueue queue;
    Recorder recorder(queue);
    if (const auto started = recorder.start(path); !started) {
        throw std::runtime_error(describe(started.error()));
    }
    EventFeed feed(queue, 64);
    feed.begin();
    feed.messages(messages);
    recorder.stop();
}

struct Comparison
{
    const char* name;
    const char* own;  ///< argument of this program
    const char* peer; ///< command
    const char* program;
    double atLeast;
    const char* rest = ""; ///< of the command, behind the file
};

void compare(const FigureOptions& options, FigureTable& table, const Comparison& comparison,
             const std::string& own, const std::string& file)
{
    Figure figure;
    figure.name = comparison.name;
    figure.unit = "s";
    figure.peer = comparison.peer;
    figure.isTime = true;
    figure.aim = Figure::Aim::AtLeast;
    figure.limit = comparison.atLeast;
    if (!options.wants(figure.name)) {
        return;
    }
    if (!isInstalled(comparison.program)) {
        figure.skipped = std::string(comparison.program) + " is not installed";
        table.add(std::move(figure));
        return;
    }
    // Every program is started by the shell and does one thing.
    const std::string ours =
        quotedPath(own) + " " + comparison.own + " " + quotedPath(file) + silence;
    const std::string theirs =
        std::string(comparison.peer) + " " + quotedPath(file) + comparison.rest + silence;
    // Once for nothing: the file is in memory and the programs are.
    (void)secondsOf(ours);
    (void)secondsOf(theirs);
    for (unsigned i = 0; i < options.repeats; ++i) {
        figure.measurePair([&] { return secondsOf(ours); }, [&] { return secondsOf(theirs); });
    }
    table.add(std::move(figure));
}

std::string ownProgram;

void measure(const FigureOptions& options, FigureTable& table)
{
    const std::uint64_t messages = options.messages != 0 ? options.messages : 1'000'000;
    const TemporaryFile file(std::filesystem::path(options.folder) / "pipescope-bench-open.pcapng");
    record(file.path(), messages);
    const std::string path = file.path().string();
    compare(options, table,
            {.name = "open 1 M messages",
             .own = "--open",
             .peer = "tshark -q -r",
             .program = "tshark",
             .atLeast = 2},
            ownProgram, path);
    compare(options, table,
            {.name = "open 1 M messages",
             .own = "--open",
             .peer = "tshark -q -z io,stat,0 -r",
             .program = "tshark",
             .atLeast = 10},
            ownProgram, path);
    compare(options, table,
            {.name = "open 1 M messages",
             .own = "--open",
             .peer = "cat",
             .program = "cat",
             .atLeast = 0.5,
             .rest = " | wc -c"},
            ownProgram, path);
    compare(options, table,
            {.name = "scan 1 M messages",
             .own = "--scan",
             .peer = "capinfos -c",
             .program = "capinfos",
             .atLeast = 1},
            ownProgram, path);
}

int open(const std::string& path)
{
    const auto file = SessionFile::open(path);
    if (!file || (*file)->report().problem) {
        return 2;
    }
    std::cout << (*file)->rowCount() << " rows\n";
    return 0;
}

/// Counts the packets and does nothing else.
int scan(const std::string& path)
{
    const auto file = ReadableFile::open(path);
    if (!file) {
        return 2;
    }
    BlockWalker walker(**file);
    if (!walker.begin()) {
        return 2;
    }
    std::uint64_t packets = 0;
    while (const auto block = walker.next()) {
        packets += pcapng::isPacketBlock(block->type) ? 1 : 0;
    }
    std::cout << packets << " packets\n";
    return walker.problem() ? 2 : 0;
}

} // namespace

int main(int argc, char* argv[])
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 2 && arguments[0] == "--open") {
        return open(arguments[1]);
    }
    if (arguments.size() == 2 && arguments[0] == "--scan") {
        return scan(arguments[1]);
    }
    ownProgram = argv[0];
    return bench::runFigures("bench_open", arguments, measure);
}
