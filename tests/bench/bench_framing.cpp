// Measures how fast streams are parted into frames, and what frames cost; see docs/BENCHMARKS.md.
#include "child_process.h"
#include "event_feed.h"
#include "figure.h"
#include "temporary_file.h"

#include "pipecore/analysis/framed_rows.h"
#include "pipecore/analysis/pairing.h"
#include "pipecore/framing/reassembler.h"
#include "pipecore/framing/rule.h"
#include "pipecore/session/session.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace bench;
using namespace pipecore;

using Seconds = std::chrono::duration<double>;
using Clock = std::chrono::steady_clock;

constexpr std::size_t readSize = std::size_t{64} * 1024;

struct Stream
{
    const char* name;
    const char* rule;
    std::string frame; ///< with its length or ending
};

std::string lengthPrefixed(std::size_t size)
{
    std::string frame;
    for (int shift = 24; shift >= 0; shift -= 8) {
        frame += static_cast<char>(size >> shift & 0xFFU);
    }
    return frame + std::string(size, 'x');
}

std::string withHeaders(const std::string& begin, std::size_t size)
{
    return begin + "Content-Length: " + std::to_string(size) + "\r\n\r\n" + std::string(size, 'x');
}

/// Frames a second of about 256 MiB or 5 million frames, in reads of 64 KiB.
double framesASecond(const Stream& stream)
{
    std::string block;
    while (block.size() < 4 * readSize) {
        block += stream.frame;
    }
    const std::size_t framesOfBlock = block.size() / stream.frame.size();
    const std::size_t rounds = std::max<std::size_t>(
        1, std::min(std::size_t{1} << 28U, 5'000'000 * stream.frame.size()) / block.size());
    std::uint64_t frames = 0;
    Reassembler reassembler(FramingRule::parse(stream.rule).value(),
                            [&](Frame&& frame) { frames += frame.problem ? 0 : 1; });
    const ByteView bytes = asBytes(block);
    const auto start = Clock::now();
    for (std::size_t round = 0; round < rounds; ++round) {
        for (std::size_t at = 0; at < bytes.size(); at += readSize) {
            reassembler.add(round, bytes.subspan(at, std::min(readSize, bytes.size() - at)), at);
        }
    }
    const Seconds elapsed = Clock::now() - start;
    if (frames != rounds * framesOfBlock) {
        throw std::runtime_error(std::string("wrong number of frames: ") + stream.name);
    }
    return static_cast<double>(frames) / elapsed.count();
}

std::vector<Stream> streams()
{
    constexpr std::size_t kibibyte = 1024;
    constexpr std::size_t body = 40;
    return {
        {"u32be, 20 bytes", "u32be", lengthPrefixed(20)},
        {"u32be, 1 KiB", "u32be", lengthPrefixed(kibibyte)},
        {"u32be, 1 MiB", "u32be", lengthPrefixed(kibibyte * kibibyte)},
        {"line, 20 bytes", "line", std::string(20, 'x') + '\n'},
        {"line, 64 KiB", "line", std::string(64 * kibibyte, 'x') + '\n'},
        {"headers, 40 bytes", "headers", withHeaders({}, body)},
        {"http1, 40 bytes", "http1", withHeaders("POST / HTTP/1.1\r\nHost: h\r\n", body)},
        {"json, 60 bytes", "json", R"({"jsonrpc":"2.0","id":1,"method":"a/b","params":[1,2,"x"]})"},
        {"msgpack, 12 bytes", "msgpack", std::string("\x94\x00\x01\xa4test\x92\x01\xa1x", 12)},
    };
}

Figure figureOf(const char* name, const char* unit)
{
    Figure figure;
    figure.name = name;
    figure.unit = unit;
    return figure;
}

/// A recorded session of reads of 64 bytes.
std::unique_ptr<SessionFile> recorded(const std::filesystem::path& path, std::uint64_t messages)
{
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
    auto file = SessionFile::open(path);
    if (!file) {
        throw std::runtime_error(describe(file.error()));
    }
    return std::move(*file);
}

/// Frames as rows: how fast they are made, and what they and their pairs add to the memory.
void measureRows(const FigureOptions& options, FigureTable& table)
{
    Figure rate = figureOf("frames as rows, fixed:16", "frames/s");
    Figure index = figureOf("what a frame as a row adds", "B");
    index.aim = Figure::Aim::AtMost;
    index.limit = 17;
    Figure pairs = figureOf("what the pairs add, a row", "B");
    pairs.aim = Figure::Aim::AtMost;
    pairs.limit = 5;
    if (!options.wants(rate.name) && !options.wants(index.name) && !options.wants(pairs.name)) {
        return;
    }
    const std::uint64_t messages = options.messages != 0 ? options.messages : 1'000'000;
    const TemporaryFile temporary(std::filesystem::path(options.folder)
                                  / "pipescope-bench-framing.pcapng");
    const auto file = recorded(temporary.path(), messages);
    const FramingRule rule = FramingRule::parse("fixed:16").value();
    std::vector<std::unique_ptr<FramedRows>> kept; // memory that was freed would be used again
    for (unsigned i = 0; i < options.repeats; ++i) {
        const std::uint64_t before = residentBytes();
        const auto begun = Clock::now();
        FramedRows& rows = *kept.emplace_back(std::make_unique<FramedRows>(
            *file, [&rule](const EndpointFacts&) { return std::optional(rule); }));
        if (!rows.update()) {
            throw std::runtime_error("the session cannot be read");
        }
        const Seconds elapsed = Clock::now() - begun;
        const std::uint64_t framed = residentBytes();
        (void)pairingOf(rows)->update(rows.rowCount());
        const std::uint64_t paired = residentBytes();
        const auto count = static_cast<double>(rows.rowCount());
        rate.values.push_back(count / elapsed.count());
        index.values.push_back(static_cast<double>(framed - before) / count);
        pairs.values.push_back(static_cast<double>(paired - framed) / count);
    }
    table.add(std::move(rate));
    if (residentBytes() == 0) {
        index.values.clear();
        pairs.values.clear();
        index.skipped = pairs.skipped = "read from /proc, on Linux only";
    }
    table.add(std::move(index));
    table.add(std::move(pairs));
}

void measure(const FigureOptions& options, FigureTable& table)
{
    for (const Stream& stream : streams()) {
        Figure figure = figureOf(stream.name, "frames/s");
        for (unsigned i = 0; options.wants(figure.name) && i < options.repeats; ++i) {
            figure.values.push_back(framesASecond(stream));
        }
        if (!figure.values.empty()) {
            table.add(std::move(figure));
        }
    }
    measureRows(options, table);
}

} // namespace

int main(int argc, char* argv[])
{
    return bench::runFigures("bench_framing", {argv + 1, argv + argc}, measure);
}
