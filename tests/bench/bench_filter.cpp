// Measures filtering a session against tshark's display filters and ripgrep; see docs/BENCHMARKS.md.
#include "figure.h"
#include "order_session.h"
#include "shell_command.h"
#include "temporary_file.h"

#include "pipecore/filter/filter_run.h"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace bench;
using namespace pipecore;

std::string ownProgram;
std::string ownConverter; ///< pipescope-cli, which is beside it

struct Question
{
    const char* name;
    const char* ours;
    const char* theirs;
};
// The frame is the message and twelve bytes of tags in front of it.
constexpr Question questions[] = {
    {"text contains", R"(text contains "order 4711")", R"(frame contains "order 4711")"},
    {"text ~ (regular expression)", R"(text ~ "order \d*4711.*late")",
     R"(frame matches "order \\d*4711.*late")"},
    {"no payload needed (dir, len)", R"(dir == out && len == 86)",
     R"(frame.packet_flags_direction == 2 && frame.len == 98)"},
};

/// Opens the file and counts the rows that pass.
int filterFile(const std::string& expression, const std::string& path)
{
    const auto filter = Filter::parse(expression);
    const auto file = SessionFile::open(path);
    if (!filter || !file) {
        return 2;
    }
    const FilterRun run(**file, *filter);
    while (!run.waitUntilDone(std::chrono::seconds(60))) {}
    const auto progress = run.progress();
    for (std::uint64_t i = 0; i < progress.matches; ++i) {
        std::printf("%llu\n", static_cast<unsigned long long>(run.matches().at(i)));
    }
    return progress.problem || progress.undecided != 0 ? 2 : 0;
}

std::uint64_t linesOf(const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::uint64_t lines = 0;
    for (std::string line; std::getline(file, line);) {
        ++lines;
    }
    return lines;
}

void compare(const Question& question, const FigureOptions& options, FigureTable& table,
             const std::string& file)
{
    Figure figure;
    figure.name = std::string("filter: ") + question.name;
    figure.unit = "s";
    figure.peer = "tshark -Y";
    figure.isTime = true;
    figure.aim = Figure::Aim::AtLeast;
    figure.limit = 5;
    if (!options.wants(figure.name)) {
        return;
    }
    if (!succeeds("tshark --version >/dev/null 2>&1")) {
        figure.skipped = "tshark is not installed";
        table.add(std::move(figure));
        return;
    }
    const TemporaryFile output(std::filesystem::path(options.folder) / "pipescope-bench-rows.txt");
    const std::string into = " >" + quotedForShell(output.path().string()) + " 2>/dev/null";
    const std::string ours = quotedForShell(ownProgram) + " --filter "
                             + quotedForShell(question.ours) + ' ' + quotedForShell(file) + into;
    const std::string theirs = "tshark -n -r " + quotedForShell(file) + " -Y "
                               + quotedForShell(question.theirs) + " -T fields -e frame.number"
                               + into;
    // Once for nothing, and to see that both find the same.
    (void)secondsOf(ours);
    const std::uint64_t found = linesOf(output.path());
    (void)secondsOf(theirs);
    if (found == 0 || linesOf(output.path()) != found) {
        throw std::runtime_error(figure.name + ": " + std::to_string(found) + " rows, tshark has "
                                 + std::to_string(linesOf(output.path())));
    }
    for (unsigned i = 0; i < options.repeats; ++i) {
        figure.measurePair([&] { return secondsOf(ours); }, [&] { return secondsOf(theirs); });
    }
    table.add(std::move(figure));
}

/// A filter of `pipescope-cli convert`, from the start of the process to the last byte of the output.
struct Conversion
{
    const char* name;
    const char* filter;
    const char*
        literal; ///< that ripgrep looks for; null: compared with finding nothing and writing
};
constexpr Conversion conversions[] = {
    {"literal, no hit", R"(text contains "no such order")", "no such order"},
    {"literal, 1,111 hits", R"(text contains "\"text\":\"order 499")", R"("text":"order 499)"},
    {"literal, 500,000 hits", R"(text contains "carrier")", nullptr},
    {"len > 85", "len > 85", nullptr},
};

void convert(const Conversion& conversion, const FigureOptions& options, FigureTable& table,
             const std::string& file)
{
    Figure figure;
    figure.name = std::string("filter to raw: ") + conversion.name;
    figure.unit = "s";
    figure.isTime = true;
    figure.aim = Figure::Aim::AtLeast;
    const bool isSearch = conversion.literal != nullptr;
    figure.peer = isSearch ? "rg -a -c -F" : "no hit + write";
    figure.limit = isSearch ? 1.0 / 6 : 1.0 / 2;
    if (!options.wants(figure.name)) {
        return;
    }
    if (isSearch && !succeeds("rg --version >/dev/null 2>&1")) {
        figure.skipped = "ripgrep is not installed";
        table.add(std::move(figure));
        return;
    }
    const TemporaryFile output(std::filesystem::path(options.folder) / "pipescope-bench-raw.bin");
    const TemporaryFile copy(std::filesystem::path(options.folder) / "pipescope-bench-copy.bin");
    const std::string out = quotedForShell(output.path().string());
    const auto command = [&](const char* filter) {
        return quotedForShell(ownConverter) + " convert " + quotedForShell(file)
               + " - --format raw --filter " + quotedForShell(filter) + " >" + out;
    };
    const std::string ours = command(conversion.filter);
    const std::string nothing = command(conversions[0].filter);
    const std::string write = "cat " + out + " >" + quotedForShell(copy.path().string());
    // It says 1 when it finds nothing.
    const std::string search = "rg -a -c -F " + quotedForShell(isSearch ? conversion.literal : "")
                               + ' ' + quotedForShell(file) + " >/dev/null || [ $? -eq 1 ]";
    const auto theirs = [&] {
        if (isSearch) {
            return secondsOf(search);
        }
        const double writing = secondsOf(write); // first: finding nothing empties the output
        return writing + secondsOf(nothing);
    };
    (void)secondsOf(ours);
    (void)theirs();
    for (unsigned i = 0; i < options.repeats; ++i) {
        figure.values.push_back(secondsOf(ours));
        figure.peers.push_back(theirs());
    }
    table.add(std::move(figure));
}

void measure(const FigureOptions& options, FigureTable& table)
{
    const std::uint64_t messages = options.messages != 0 ? options.messages : 1'000'000;
    const TemporaryFile file(std::filesystem::path(options.folder)
                             / "pipescope-bench-filter.pcapng");
    recordOrders(file.path(), messages);
    for (const Question& question : questions) {
        compare(question, options, table, file.path().string());
    }
    for (const Conversion& conversion : conversions) {
        convert(conversion, options, table, file.path().string());
    }
}

} // namespace

int main(int argc, char* argv[])
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 3 && arguments[0] == "--filter") {
        return filterFile(arguments[1], arguments[2]);
    }
    ownProgram = argv[0];
    ownConverter = (std::filesystem::path(ownProgram).parent_path() / "pipescope-cli").string();
    return bench::runFigures("bench_filter", arguments, measure);
}
