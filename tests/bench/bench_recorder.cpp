// Measures what it costs to record; see docs/BENCHMARKS.md.
#include "event_feed.h"
#include "figure.h"
#include "recorded_end.h"

#include "pipecore/files/file.h"
#include "pipecore/session/session.h"

#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace bench;
using namespace pipecore;

void must(const Result<void>& result)
{
    if (!result) {
        throw std::runtime_error(describe(result.error()));
    }
}

std::filesystem::path fileIn(const FigureOptions& options)
{
    return std::filesystem::path(options.folder) / "pipescope-bench-recorder.pcapng";
}

using Interval = std::chrono::milliseconds;

/// Messages a second from the first event until all of them are in the file.
double ingest(const FigureOptions& options, std::size_t size, std::uint64_t messages,
              Interval flushInterval)
{
    const TemporaryFile file(fileIn(options));
    EventQueue queue;
    Recorder recorder(queue);
    recorder.setFlushInterval(flushInterval);
    must(recorder.start(file.path()));
    EventFeed feed(queue, size);
    const auto begin = Clock::now();
    feed.begin();
    feed.messages(messages);
    recorder.stop();
    const Seconds elapsed = Clock::now() - begin;
    if (recorder.rowCount() != messages + 2) {
        throw std::runtime_error("rows are missing");
    }
    return static_cast<double>(messages) / elapsed.count();
}

/// What a program can write at all that does nothing else: the same bytes, a mebibyte at a time.
double bareWrites(const FigureOptions& options, std::size_t size, std::uint64_t messages)
{
    // Head, tags, options and end of a packet block.
    constexpr std::size_t around = 28 + 12 + 24 + 4;
    const TemporaryFile temporary(fileIn(options));
    auto file = WritableFile::create(temporary.path());
    if (!file) {
        throw std::runtime_error(describe(file.error()));
    }
    const Bytes block(std::size_t{1024} * 1024);
    const std::uint64_t bytes = messages * (size + around);
    const auto begin = Clock::now();
    for (std::uint64_t offset = 0; offset < bytes; offset += block.size()) {
        must((*file)->writeAt(offset, block));
    }
    const Seconds elapsed = Clock::now() - begin;
    return static_cast<double>(messages) / elapsed.count();
}

std::string intervalName(Interval interval)
{
    return ", flush " + std::to_string(interval.count()) + " ms";
}

void measureIngest(const FigureOptions& options, FigureTable& table)
{
    for (const std::size_t size : {64, 4096}) {
        const std::uint64_t messages =
            options.messages != 0 ? options.messages : (size == 64 ? 4'000'000 : 250'000);
        for (const Interval interval :
             {Interval(Recorder::defaultFlushInterval), Interval(0), Interval(250)}) {
            Figure figure;
            figure.name = "ingest " + sizeName(size) + intervalName(interval);
            figure.unit = "msg/s";
            if (!options.wants(figure.name)
                || (size != 64 && interval != Recorder::defaultFlushInterval)) {
                continue;
            }
            if (size == 64 && interval == Recorder::defaultFlushInterval) {
                figure.aim = Figure::Aim::AtLeast;
                figure.limit = 2e6;
            }
            for (unsigned i = 0; i < options.repeats; ++i) {
                figure.values.push_back(ingest(options, size, messages, interval));
            }
            table.add(std::move(figure));
        }
        Figure bare;
        bare.name = "bare writes of " + sizeName(size);
        bare.unit = "msg/s";
        for (unsigned i = 0; options.wants(bare.name) && i < options.repeats; ++i) {
            bare.values.push_back(bareWrites(options, size, messages));
        }
        if (!bare.values.empty()) {
            table.add(std::move(bare));
        }
    }
}

/// So many messages that an engine without a recorder takes about half a second.
std::uint64_t messagesFor(StreamingPair& pair)
{
    constexpr Seconds wanted(0.5);
    std::uint64_t messages = 64;
    for (;;) {
        const Seconds elapsed = pair.stream(messages);
        if (elapsed * 8 > wanted) {
            return static_cast<std::uint64_t>(static_cast<double>(messages) * (wanted / elapsed));
        }
        messages *= 4;
    }
}

/// An engine that is recorded, in turn with one that is not. Where only the disk counts there is no
/// aim.
void measureCell(const FigureOptions& options, FigureTable& table, const Cell& cell,
                 Interval interval)
{
    Figure figure;
    figure.name = "engine recorded, " + modeName(cell.mode) + " " + sizeName(cell.size)
                  + intervalName(interval);
    figure.unit = "msg/s";
    figure.peer = "not recorded";
    figure.limit = 0.85;
    if (cell.size == 64) {
        figure.aim = Figure::Aim::AtLeast;
    }
    if (!options.wants(figure.name)) {
        return;
    }
    for (unsigned i = 0; i < options.repeats; ++i) {
        StreamingPair plain(cell, {}, interval);
        StreamingPair recorded(cell, fileIn(options), interval);
        const std::uint64_t messages = messagesFor(plain);
        (void)recorded.stream(messages / 8 + 1);
        const auto rate = [messages](StreamingPair& pair) {
            return static_cast<double>(messages) / pair.stream(messages).count();
        };
        figure.measurePair([&] { return rate(recorded); }, [&] { return rate(plain); });
    }
    table.add(std::move(figure));
}

void measureEngine(const FigureOptions& options, FigureTable& table)
{
    for (const PipeMode mode : {PipeMode::Message, PipeMode::Byte}) {
        for (const std::size_t size : {64U, 4U * 1024, 64U * 1024}) {
            measureCell(options, table, {.test = Test::Stream, .mode = mode, .size = size},
                        Recorder::defaultFlushInterval);
        }
    }
    const Cell small{.test = Test::Stream, .mode = PipeMode::Message, .size = 64};
    measureCell(options, table, small, Interval(0));
    measureCell(options, table, small, Interval(250));
}

void measure(const FigureOptions& options, FigureTable& table)
{
    measureIngest(options, table);
    measureEngine(options, table);
}

} // namespace

int main(int argc, char* argv[])
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (!arguments.empty() && arguments.front() == "--peer") {
        bench::runPeer(arguments);
        return 0;
    }
    return bench::runFigures("bench_recorder", arguments, measure);
}
