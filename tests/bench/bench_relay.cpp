// Measures a relay against a bare loop of the same system calls and socat; see docs/BENCHMARKS.md.
#include "figure.h"

#ifdef _WIN32
#    include <iostream>

int main()
{
    std::cout << "The relay is measured on Linux.\n";
    return 0;
}
#else

#    include "backends/unix/file_descriptor.h"
#    include "backends/unix/socket_options.h"
#    include "bare_relay.h"
#    include "measure.h"
#    include "shell_command.h"
#    include "temporary_file.h"

#    include "pipecore/live/live_session.h"

#    include <sched.h>
#    include <sys/socket.h>
#    include <sys/wait.h>
#    include <unistd.h>

#    include <algorithm>
#    include <chrono>
#    include <csignal>
#    include <filesystem>
#    include <functional>
#    include <optional>
#    include <stdexcept>
#    include <string>
#    include <thread>
#    include <vector>

namespace {

using namespace bench;
using pipecore::FileDescriptor;
using pipecore::SocketAddress;
using Clock = std::chrono::steady_clock;

enum class Relay { None, Ours, OursRecorded, Bare, Socat };

struct Load
{
    int type = SOCK_STREAM;
    std::size_t size = 64;
    bool pinned = false;

    [[nodiscard]] std::string text() const
    {
        const std::string bytes = size >= 1024 * 1024 ? std::to_string(size >> 20U) + " MiB"
                                  : size >= 1024      ? std::to_string(size >> 10U) + " KiB"
                                                      : std::to_string(size) + " B";
        return std::string(type == SOCK_STREAM ? "byte " : "message ") + bytes
               + (pinned ? ", pinned" : ", free");
    }
};

/// Which processor a process of a pinned run is on: the relay has one for itself.
void pin(bool pinned, unsigned processor)
{
    if (pinned) {
        cpu_set_t set;
        CPU_ZERO(&set);
        CPU_SET(processor % std::max(1U, std::thread::hardware_concurrency()), &set);
        sched_setaffinity(0, sizeof set, &set);
    }
}

/// A child process; killed at the end.
class Child
{
public:
    explicit Child(const std::function<void()>& work) : m_pid(fork())
    {
        if (m_pid == 0) {
            try {
                work();
                _exit(0);
            } catch (const std::exception&) {
                _exit(1);
            }
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child()
    {
        kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
    }

private:
    pid_t m_pid;
};

FileDescriptor newSocket(const Load& load)
{
    FileDescriptor made(socket(AF_UNIX, load.type | SOCK_CLOEXEC, 0));
    if (load.type != SOCK_STREAM) {
        pipecore::raiseSendBuffer(made.get(), 2 * load.size + 65'536);
    }
    return made;
}

FileDescriptor connectTo(const std::string& path, const Load& load)
{
    const auto address = SocketAddress::make(path);
    const auto end = Clock::now() + std::chrono::seconds(10);
    while (Clock::now() < end) {
        FileDescriptor made = newSocket(load);
        if (connect(made.get(), address->get(), address->length()) == 0) {
            return made;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    throw std::runtime_error("no connection to " + path);
}

void sendAll(int socket, const char* data, std::size_t size)
{
    for (std::size_t done = 0; done < size;) {
        const ssize_t count = send(socket, data + done, size - done, MSG_NOSIGNAL);
        if (count < 0) {
            throw std::runtime_error("send failed");
        }
        done += static_cast<std::size_t>(count);
    }
}

/// Takes `count` messages of the load, and answers the last of them, or each.
void serve(const std::string& path, const Load& load, std::uint64_t count, bool answersEach)
{
    const FileDescriptor listener(socket(AF_UNIX, load.type | SOCK_CLOEXEC, 0));
    const auto address = SocketAddress::make(path);
    bind(listener.get(), address->get(), address->length());
    listen(listener.get(), 8);
    const FileDescriptor client(accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
    std::vector<char> buffer(std::max<std::size_t>(load.size, std::size_t{64} * 1024));
    const std::uint64_t wanted = answersEach ? load.size : count * load.size;
    for (std::uint64_t round = 0; round < (answersEach ? count : 1); ++round) {
        for (std::uint64_t taken = 0; taken < wanted;) {
            const ssize_t got = recv(client.get(), buffer.data(), buffer.size(), 0);
            if (got <= 0) {
                return;
            }
            taken += static_cast<std::uint64_t>(got);
        }
        sendAll(client.get(), buffer.data(), answersEach ? load.size : 1);
    }
    // Until the client has gone: an early end would be passed on.
    while (recv(client.get(), buffer.data(), buffer.size(), 0) > 0) {}
}

void runOurs(const std::string& front, const std::string& back, const Load& load,
             const std::string& recording)
{
    pipecore::LiveSession session(std::make_unique<pipecore::ThreadRunner>());
    if (!recording.empty() && !session.recordTo(recording)) {
        throw std::runtime_error("cannot record");
    }
    pipecore::RelayOptions options;
    options.server.name = front;
    options.server.mode =
        load.type == SOCK_STREAM ? pipecore::PipeMode::Byte : pipecore::PipeMode::Message;
    options.server.outBufferSize = 0;
    options.server.inBufferSize = 0;
    options.target.name = back;
    options.target.mode = options.server.mode;
    options.target.bufferSize = 0;
    if (!session.start() || !session.operations().startRelay(options)) {
        throw std::runtime_error("no relay");
    }
    pause();
}

void runRelay(Relay relay, const std::string& front, const std::string& back, const Load& load,
              const std::string& recording)
{
    switch (relay) {
    case Relay::None: return;
    case Relay::Ours: return runOurs(front, back, load, {});
    case Relay::OursRecorded: return runOurs(front, back, load, recording);
    case Relay::Bare: return runBareRelay(front, back, load.type, 1);
    case Relay::Socat: break;
    }
    const std::string type = load.type == SOCK_STREAM ? "" : ",type=" + std::to_string(load.type);
    const std::string listen = "UNIX-LISTEN:" + front + type;
    const std::string target = "UNIX-CONNECT:" + back + type;
    const std::string size =
        "-b" + std::to_string(std::max<std::size_t>(load.size, std::size_t{64} * 1024));
    execlp("socat", "socat", size.c_str(), listen.c_str(), target.c_str(), nullptr);
    throw std::runtime_error("no socat");
}

class Bench
{
public:
    Bench(const FigureOptions& options, FigureTable& table) : m_options(options), m_table(table) {}

    /// Messages a second through a relay.
    double throughput(Relay relay, const Load& load)
    {
        const std::uint64_t count =
            std::clamp<std::uint64_t>((std::uint64_t{192} << 20U) / load.size, 256, 150'000);
        double seconds = 0;
        through(relay, load, count, false, [&](int client) {
            const std::vector<char> message(load.size, 'm');
            const auto begin = Clock::now();
            for (std::uint64_t i = 0; i < count; ++i) {
                sendAll(client, message.data(), message.size());
            }
            char done = 0;
            if (recv(client, &done, 1, 0) != 1) {
                throw std::runtime_error("the conversation ended early");
            }
            seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        });
        return static_cast<double>(count) / seconds;
    }

    /// Median round trip of 64 bytes through a relay, in microseconds.
    double roundTrip(Relay relay, const Load& load)
    {
        constexpr std::uint64_t count = 20'000;
        std::vector<double> times;
        through(relay, load, count, true, [&](int client) {
            std::vector<char> message(load.size, 'm');
            for (std::uint64_t i = 0; i < count; ++i) {
                const auto begin = Clock::now();
                sendAll(client, message.data(), message.size());
                if (recv(client, message.data(), message.size(), MSG_WAITALL)
                    != static_cast<ssize_t>(message.size())) {
                    throw std::runtime_error("the conversation ended early");
                }
                times.push_back(
                    std::chrono::duration<double, std::micro>(Clock::now() - begin).count());
            }
        });
        return median(std::move(times));
    }

    void compareThroughput(const Load& load, Relay other, const char* name, double aim)
    {
        Figure figure;
        figure.name = "relay " + load.text();
        figure.unit = "/s";
        figure.peer = name;
        figure.aim = Figure::Aim::AtLeast;
        figure.limit = aim;
        add(figure, load, other, [&] {
            figure.measurePair([&] { return throughput(Relay::Ours, load); },
                               [&] { return throughput(other, load); });
        });
    }
    void compareRecorded(const Load& load)
    {
        Figure figure;
        figure.name = "relay recorded " + load.text();
        figure.unit = "/s";
        figure.peer = "not recorded";
        figure.aim = Figure::Aim::AtLeast;
        figure.limit = 0.8;
        add(figure, load, Relay::Ours, [&] {
            figure.measurePair([&] { return throughput(Relay::OursRecorded, load); },
                               [&] { return throughput(Relay::Ours, load); });
        });
    }
    void compareLatency(const Load& load)
    {
        Figure figure;
        figure.name = "relay adds to a round trip, " + load.text();
        figure.unit = "us";
        figure.peer = "bare loop";
        figure.isTime = true;
        figure.aim = Figure::Aim::AtLeast;
        figure.limit = 1 / 1.3;
        add(figure, load, Relay::Bare, [&] {
            const double direct = roundTrip(Relay::None, load);
            figure.measurePair([&] { return roundTrip(Relay::Ours, load) - direct; },
                               [&] { return roundTrip(Relay::Bare, load) - direct; });
        });
    }

private:
    void add(Figure& figure, const Load& load, Relay other, const std::function<void()>& once)
    {
        if (!m_options.wants(figure.name)) {
            return;
        }
        if (other == Relay::Socat && !succeeds("socat -V >/dev/null 2>&1")) {
            figure.skipped = "socat is not installed";
        } else if (other == Relay::Socat && load.type != SOCK_STREAM && load.size > 100'000) {
            figure.skipped = "socat does not raise the send buffer for such messages";
        } else if (load.type != SOCK_STREAM && load.size > 100'000
                   && !pipecore::raiseSendBuffer(newSocket(load).get(), 4 * load.size)) {
            figure.skipped = "the system allows no send buffer for such messages";
        }
        for (unsigned i = 0; figure.skipped.empty() && i < m_options.repeats; ++i) {
            once();
        }
        m_table.add(std::move(figure));
    }

    /// Starts server, relay and, in this process, the client.
    void through(Relay relay, const Load& load, std::uint64_t count, bool answersEach,
                 const std::function<void(int)>& client)
    {
        const std::string name = std::filesystem::path(m_options.folder).string()
                                 + "/pipescope-bench-" + std::to_string(getpid()) + "-"
                                 + std::to_string(++m_runs);
        const TemporaryFile back(name + "-back");
        const TemporaryFile front(name + "-front");
        const TemporaryFile recording(name + ".pcapng");
        const Child server([&] {
            pin(load.pinned, 0);
            serve(back.path().string(), load, count, answersEach);
        });
        while (!std::filesystem::exists(back.path())) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        std::optional<Child> between;
        if (relay != Relay::None) {
            between.emplace([&] {
                pin(load.pinned, 1);
                runRelay(relay, front.path().string(), back.path().string(), load,
                         recording.path().string());
            });
        }
        cpu_set_t before;
        sched_getaffinity(0, sizeof before, &before);
        pin(load.pinned, 0);
        {
            const FileDescriptor socket =
                connectTo((relay == Relay::None ? back.path() : front.path()).string(), load);
            client(socket.get());
        }
        sched_setaffinity(0, sizeof before, &before);
    }

    const FigureOptions& m_options;
    FigureTable& m_table;
    unsigned m_runs = 0;
};

void measureRelay(const FigureOptions& options, FigureTable& table)
{
    Bench bench(options, table);
    for (const bool pinned : {true, false}) {
        for (const int type : {int{SOCK_STREAM}, int{SOCK_SEQPACKET}}) {
            for (const std::size_t size : {64U, 4096U, 65'536U, 1'048'576U}) {
                const Load load{.type = type, .size = size, .pinned = pinned};
                bench.compareThroughput(load, Relay::Bare, "bare loop", 0.9);
                bench.compareThroughput(load, Relay::Socat, "socat", 1);
            }
        }
        for (const int type : {int{SOCK_STREAM}, int{SOCK_SEQPACKET}}) {
            bench.compareLatency({.type = type, .size = 64, .pinned = pinned});
        }
        bench.compareRecorded({.type = SOCK_SEQPACKET, .size = 64, .pinned = pinned});
    }
}

} // namespace

int main(int argc, char* argv[])
{
    return bench::runFigures("bench_relay", std::vector<std::string>(argv + 1, argv + argc),
                             measureRelay);
}

#endif
