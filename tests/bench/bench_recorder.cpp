// Measures what it costs to record; see docs/BENCHMARKS.md.
#include "event_feed.h"
#include "figure.h"
#include "recorded_end.h"

#include "pipecore/files/file.h"
#include "pipecore/session/session.h"

#include <algorithm>
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

std::filesystem::path fileIn(const FigureOptions& options, const std::string& what = "recorder")
{
    return std::filesystem::path(options.folder) / ("pipescope-bench-" + what + ".pcapng");
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

/// Upper limit of writing: the same bytes, a mebibyte at a time, and no other work.
double bareWrites(const FigureOptions& options, std::size_t size, std::uint64_t messages)
{
    const TemporaryFile temporary(fileIn(options));
    auto file = WritableFile::create(temporary.path());
    if (!file) {
        throw std::runtime_error(describe(file.error()));
    }
    const Bytes block(std::size_t{1024} * 1024);
    const std::uint64_t bytes = messages * (size + aroundPayload);
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

/// Number of messages for about half a second, and no more than the page cache takes without
/// the disk: how fast that is says nothing about us.
std::uint64_t messagesFor(StreamingPair& pair, const Cell& cell)
{
    constexpr Seconds wanted(0.5);
    constexpr std::uint64_t maxBytes = std::uint64_t{512} * 1024 * 1024;
    std::uint64_t messages = 64;
    for (;;) {
        const Seconds elapsed = pair.stream(messages);
        if (elapsed * 8 > wanted || messages * cell.size * 4 > maxBytes) {
            messages =
                static_cast<std::uint64_t>(static_cast<double>(messages) * (wanted / elapsed));
            return std::min(messages, maxBytes / cell.size);
        }
        messages *= 4;
    }
}

double rateOf(StreamingPair& pair, std::uint64_t messages)
{
    return static_cast<double>(messages) / pair.stream(messages).count();
}

/// An engine that sends and is recorded, in turn with one that is not; and one that receives and is
/// recorded, in turn with a bare loop that makes the same reads and has a thread beside it which writes
/// the same bytes.
void measureCell(const FigureOptions& options, FigureTable& table, const Cell& cell,
                 Interval interval)
{
    const std::string name = "engine recorded, " + modeName(cell.mode) + " " + sizeName(cell.size)
                             + intervalName(interval);
    Figure plainFigure;
    plainFigure.name = name;
    plainFigure.unit = "msg/s";
    plainFigure.peer = "not recorded";
    if (cell.size == 64) {
        plainFigure.aim = Figure::Aim::AtLeast;
        plainFigure.limit = cell.mode == PipeMode::Byte ? 0.70 : 0.85;
    }
    Figure bareFigure;
    bareFigure.name =
        "engine reads and records, " + modeName(cell.mode) + " " + sizeName(cell.size);
    bareFigure.unit = "msg/s";
    bareFigure.peer = "bare loop and writes";
    bareFigure.aim = Figure::Aim::AtLeast;
    bareFigure.limit = 0.85;
    const bool wantsPlain = options.wants(plainFigure.name);
    const bool wantsBare =
        options.wants(bareFigure.name) && interval == Recorder::defaultFlushInterval;
    for (unsigned i = 0; wantsPlain && i < options.repeats; ++i) {
        StreamingPair plain(cell, {}, interval);
        StreamingPair recorded(cell, fileIn(options), interval);
        const std::uint64_t messages = messagesFor(plain, cell);
        (void)recorded.stream(messages / 8 + 1);
        plainFigure.measurePair([&] { return rateOf(recorded, messages); },
                                [&] { return rateOf(plain, messages); });
    }
    if (wantsPlain) {
        table.add(std::move(plainFigure));
    }
    Cell receiving = cell;
    receiving.test = Test::Receive;
    for (unsigned i = 0; wantsBare && i < options.repeats; ++i) {
        StreamingPair bare(receiving, fileIn(options, "bare"));
        StreamingPair recorded(receiving, fileIn(options), interval);
        const std::uint64_t messages = messagesFor(bare, receiving);
        (void)recorded.stream(messages / 8 + 1);
        bareFigure.measurePair([&] { return rateOf(recorded, messages); },
                               [&] { return rateOf(bare, messages); });
    }
    if (wantsBare) {
        table.add(std::move(bareFigure));
    }
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
