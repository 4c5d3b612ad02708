// A peer for tests, as a process of its own, that shares no code with PipeScope.
//
//   pipe_peer client|server NAME message|byte ACTION...
//
// Actions, in order: send:TEXT, fill:BYTES (one message of that size), read (one message), readall,
// echo (until the end), stdin (waits for a line), hold (for ever), die (killed on the spot).
// It prints a line a step ("ready", "connected", "received LENGTH FIRST32", "sent", "end").

#include "raw_pipe.h"

#include <exception>
#include <iostream>
#include <string_view>

namespace {

void say(const std::string& line)
{
    std::cout << line << std::endl; // flushed: a test waits for it
}

void sayReceived(const RawPipe::Buffer& data)
{
    const std::size_t shown = data.size() < 32 ? data.size() : 32;
    say("received " + std::to_string(data.size()) + " " + std::string(data.data(), shown));
}

RawPipe::Buffer pattern(std::size_t size)
{
    RawPipe::Buffer data(size);
    for (std::size_t i = 0; i < size; ++i) {
        data[i] = static_cast<char>('a' + i % 26);
    }
    return data;
}

void act(RawPipe& pipe, std::string_view action)
{
    RawPipe::Buffer data;
    if (action.starts_with("send:")) {
        action.remove_prefix(5);
        pipe.write({action.begin(), action.end()});
        say("sent");
    } else if (action.starts_with("fill:")) {
        const std::size_t size = std::stoul(std::string(action.substr(5)));
        say("sending");
        pipe.write(pattern(size));
        say("sent");
    } else if (action == "read") {
        if (pipe.read(data)) {
            sayReceived(data);
        } else {
            say("end");
        }
    } else if (action == "readall") {
        std::size_t total = 0;
        while (pipe.read(data)) {
            total += data.size();
        }
        say("end " + std::to_string(total));
    } else if (action == "echo") {
        while (pipe.read(data)) {
            pipe.write(data);
        }
        say("end");
    } else if (action == "stdin") {
        std::string line;
        std::getline(std::cin, line);
    } else if (action == "hold") {
        for (;;) {
            RawPipe::sleepMs(1000);
        }
    } else if (action == "die") {
        RawPipe::die();
    } else {
        throw std::runtime_error("unknown action " + std::string(action));
    }
}

} // namespace

int main(int argc, char** argv)
{
    try {
        if (argc < 4) {
            throw std::runtime_error("usage: pipe_peer client|server NAME message|byte ACTION...");
        }
        const std::string name = argv[2];
        const bool message = std::string_view(argv[3]) == "message";
        const bool server = std::string_view(argv[1]) == "server";
        RawPipe pipe = server ? RawPipe::serve(name, message) : RawPipe::connect(name, message);
        if (server) {
            say("ready");
            pipe.waitForClient();
        }
        say("connected");
        for (int i = 4; i < argc; ++i) {
            act(pipe, argv[i]);
        }
        pipe.close();
        return 0;
    } catch (const std::exception& error) {
        say(std::string("error ") + error.what());
        return 1;
    }
}
