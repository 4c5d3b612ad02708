// Measures how fast streams are parted into frames:
//   bench_framing [RULE]...     example: bench_framing u32be line
#include "pipecore/framing/reassembler.h"
#include "pipecore/framing/rule.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace pipecore;

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

/// Feeds about 1 GiB or 20 million frames, in reads of 64 KiB.
void measure(const Stream& stream)
{
    std::string block;
    while (block.size() < 4 * readSize) {
        block += stream.frame;
    }
    const std::size_t framesOfBlock = block.size() / stream.frame.size();
    const std::size_t rounds = std::max<std::size_t>(
        1, std::min(std::size_t{1} << 30U, 20'000'000 * stream.frame.size()) / block.size());
    std::uint64_t frames = 0;
    Reassembler reassembler(FramingRule::parse(stream.rule).value(),
                            [&](Frame&& frame) { frames += frame.problem ? 0 : 1; });
    const ByteView bytes = asBytes(block);
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t round = 0; round < rounds; ++round) {
        for (std::size_t at = 0; at < bytes.size(); at += readSize) {
            reassembler.add(round, bytes.subspan(at, std::min(readSize, bytes.size() - at)), at);
        }
    }
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const double total = static_cast<double>(rounds) * static_cast<double>(block.size());
    std::printf("%-28s %8.2f GB/s %8.2f M frames/s%s\n", stream.name, total / seconds / 1e9,
                static_cast<double>(frames) / seconds / 1e6,
                frames == rounds * framesOfBlock ? "" : "  WRONG NUMBER OF FRAMES");
}

} // namespace

int main(int argc, char** argv)
{
    const std::string body(40, 'x');
    const std::vector<Stream> streams = {
        {"u32be, 20 bytes", "u32be", lengthPrefixed(20)},
        {"u32be, 1 KiB", "u32be", lengthPrefixed(1024)},
        {"u32be, 1 MiB", "u32be", lengthPrefixed(1024 * 1024)},
        {"line, 20 bytes", "line", std::string(20, 'x') + '\n'},
        {"line, 64 KiB", "line", std::string(64 * 1024, 'x') + '\n'},
        {"headers, 40 bytes", "headers", withHeaders({}, body.size())},
        {"http1, 40 bytes", "http1", withHeaders("POST / HTTP/1.1\r\nHost: h\r\n", body.size())},
        {"json, 60 bytes", "json", R"({"jsonrpc":"2.0","id":1,"method":"a/b","params":[1,2,"x"]})"},
        {"msgpack, 12 bytes", "msgpack", std::string("\x94\x00\x01\xa4test\x92\x01\xa1x", 12)},
    };
    const std::vector<std::string> wanted(argv + 1, argv + argc);
    for (const Stream& stream : streams) {
        if (wanted.empty() || std::ranges::find(wanted, stream.rule) != wanted.end()) {
            measure(stream);
        }
    }
}
