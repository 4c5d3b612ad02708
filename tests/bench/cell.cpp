#include "cell.h"

#include <stdexcept>

namespace bench {

using pipecore::PipeMode;

std::vector<Cell> allCells()
{
    std::vector<Cell> cells;
    for (const Test test : {Test::Stream, Test::PingPong}) {
        for (const PipeMode mode : {PipeMode::Byte, PipeMode::Message}) {
            for (const std::size_t size : {64U, 4U * 1024, 64U * 1024, 1024U * 1024}) {
                cells.push_back({.test = test, .mode = mode, .size = size});
            }
        }
    }
    return cells;
}

std::string testName(Test test)
{
    switch (test) {
    case Test::Stream: return "stream";
    case Test::PingPong: return "ping-pong";
    case Test::Receive: return "receive";
    }
    return {};
}

std::string modeName(PipeMode mode)
{
    return mode == PipeMode::Byte ? "byte" : "message";
}

std::string sizeName(std::size_t size)
{
    if (size >= 1024 * 1024) {
        return std::to_string(size / 1024 / 1024) + " MiB";
    }
    if (size >= 1024) {
        return std::to_string(size / 1024) + " KiB";
    }
    return std::to_string(size) + " B";
}

std::vector<std::string> PeerTask::arguments() const
{
    return {"--peer",
            side == Side::Bare ? "bare" : "engine",
            testName(cell.test),
            modeName(cell.mode),
            std::to_string(cell.size),
            pinned ? "pinned" : "free",
            name};
}

PeerTask PeerTask::parse(const std::vector<std::string>& arguments)
{
    if (arguments.size() != 7) {
        throw std::invalid_argument("a peer takes 7 arguments");
    }
    PeerTask task;
    task.side = arguments[1] == "bare" ? Side::Bare : Side::Engine;
    for (const Test test : {Test::Stream, Test::PingPong, Test::Receive}) {
        if (arguments[2] == testName(test)) {
            task.cell.test = test;
        }
    }
    task.cell.mode = arguments[3] == modeName(PipeMode::Byte) ? PipeMode::Byte : PipeMode::Message;
    task.cell.size = std::stoul(arguments[4]);
    task.pinned = arguments[5] == "pinned";
    task.name = arguments[6];
    return task;
}

} // namespace bench
