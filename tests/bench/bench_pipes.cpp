// Measures pipecore::Engine against a bare loop with the same system calls; see docs/BENCHMARKS.md.
#include "child_process.h"
#include "ends.h"
#include "measure.h"
#include "report.h"

#include <algorithm>
#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

constexpr const char* usage =
    "bench_pipes [--repeats N] [--seconds S] [--free | --pinned] [--only TEXT] [--json FILE]\n"
    "  --repeats N    runs of each side, at least 1 (9)\n"
    "  --seconds S    time of one run (0.2)\n"
    "  --free         only with the processes where the system puts them\n"
    "  --pinned       only with both processes on one processor\n"
    "  --only TEXT    only lines that contain it: \"stream byte 64 B\", \"ping-pong\", \"pinned\"\n"
    "  --json FILE    every value of every run\n"
    "Exit status: 0 all lines reach their aim, 1 some do not, 2 usage or a failure.\n";

struct Options
{
    bench::Plan plan;
    std::string json;
    bool help = false;
};

Options parse(const std::vector<std::string>& arguments)
{
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& option = arguments[i];
        const auto value = [&]() -> const std::string& {
            if (i + 1 == arguments.size()) {
                throw std::invalid_argument(option + " needs a value");
            }
            return arguments[++i];
        };
        if (option == "--repeats") {
            options.plan.repeats = static_cast<unsigned>(std::max(1, std::stoi(value())));
        } else if (option == "--seconds") {
            options.plan.seconds = std::stod(value());
        } else if (option == "--free") {
            options.plan.pinned = false;
        } else if (option == "--pinned") {
            options.plan.free = false;
        } else if (option == "--only") {
            options.plan.only = value();
        } else if (option == "--json") {
            options.json = value();
        } else if (option == "--help") {
            options.help = true;
        } else {
            throw std::invalid_argument("unknown option " + option);
        }
    }
    return options;
}

int run(const Options& options)
{
    bench::printHeader(std::cout);
    const std::vector<bench::Line> lines = bench::measure(
        options.plan, [](const bench::Line& line) { bench::printLine(std::cout, line); });
    if (!options.json.empty()) {
        std::ofstream file(options.json);
        bench::writeJson(file, options.plan, lines);
        if (!file.flush()) {
            throw std::runtime_error("could not write " + options.json);
        }
    }
    const auto missed = std::ranges::count_if(
        lines, [](const bench::Line& line) { return line.skipped.empty() && !line.isReached(); });
    const auto skipped =
        std::ranges::count_if(lines, [](const bench::Line& line) { return !line.skipped.empty(); });
    std::cout << lines.size() << " lines, " << missed << " missed, " << skipped << " skipped\n";
    return missed == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char* argv[])
{
    try {
        const std::vector<std::string> arguments(argv + 1, argv + argc);
        if (!arguments.empty() && arguments.front() == "--peer") {
            bench::runPeer(arguments);
            return 0;
        }
        const Options options = parse(arguments);
        if (options.help) {
            std::cout << usage;
            return 0;
        }
        return run(options);
    } catch (const std::exception& error) {
        std::cerr << "bench_pipes: " << error.what() << '\n';
        return 2;
    }
}
