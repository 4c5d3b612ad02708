#include "pipecore/options.h"

#include "pipecore/pipe_name.h"

namespace pipecore {

namespace {

constexpr std::uint64_t mebibyte = std::uint64_t{1024} * 1024;
// Linux doubles SO_SNDBUF and SO_RCVBUF in an int.
constexpr std::uint64_t bufferMaximum = 512 * mebibyte;
constexpr std::uint64_t queueMaximum = std::uint64_t{4096} * mebibyte;
constexpr std::uint64_t messageMaximum = 1024 * mebibyte;
constexpr std::uint32_t instancesMaximum = 254; // 255 is PIPE_UNLIMITED_INSTANCES
constexpr std::int64_t dayInMs = std::int64_t{24} * 60 * 60 * 1000;

std::string outside(std::string_view option, const std::string& value, const std::string& low,
                    const std::string& high, std::string_view unit)
{
    return std::string(option) + " is " + value + ": " + low + " to " + high + std::string(unit)
           + " are allowed";
}

Result<void> checkRange(std::string_view option, std::uint64_t value, std::uint64_t low,
                        std::uint64_t high, std::string_view unit = " bytes")
{
    if (value < low || value > high) {
        return refuse(outside(option, std::to_string(value), std::to_string(low),
                              std::to_string(high), unit));
    }
    return {};
}

Result<void> checkTime(std::string_view option, std::chrono::milliseconds value)
{
    if (value.count() < 0 || value.count() > dayInMs) {
        return refuse(outside(option, std::to_string(value.count()), "0", std::to_string(dayInMs),
                              " milliseconds"));
    }
    return {};
}

Result<void> checkConnection(const ConnectionOptions& options)
{
    if (auto checked = checkRange("read size", options.readSize, 1, 16 * mebibyte); !checked) {
        return checked;
    }
    if (auto checked = checkRange("write queue limit", options.writeQueueLimit, 1, queueMaximum);
        !checked) {
        return checked;
    }
    if (auto checked = checkRange("message limit", options.messageLimit, 1, messageMaximum);
        !checked) {
        return checked;
    }
    return checkTime("drain time", options.drainTime);
}

std::string octal(std::uint32_t value)
{
    std::string digits;
    for (; value != 0 || digits.size() < 4; value /= 8) {
        digits.insert(digits.begin(), static_cast<char>('0' + value % 8));
    }
    return digits;
}

Result<void> checkCombination(const ServerOptions& options)
{
    if (options.mode == PipeMode::Byte && effectiveReadMode(options) == PipeMode::Message) {
        return refuse(
            "a byte pipe has no messages to read: choose the message type, or read bytes");
    }
    if (options.connection.echo && options.access != Access::Duplex) {
        return refuse("echo needs both directions: choose duplex");
    }
    return {};
}

Result<void> checkCombination(const ClientOptions& options)
{
    if (options.connection.echo && options.access != ClientAccess::ReadWrite) {
        return refuse("echo needs both directions: choose read and write");
    }
    return {};
}

} // namespace

Result<void> validate(const ServerOptions& options)
{
    const auto name = PipeName::parse(options.name);
    if (!name) {
        return std::unexpected(name.error());
    }
    if (name->isRemote()) {
        return refuse("a server cannot hold a name of another computer (" + name->computer()
                      + "): use . for this one");
    }
    if (auto checked =
            checkRange("instances", options.instances, 0, instancesMaximum, " (0: no limit)");
        !checked) {
        return checked;
    }
    if (auto checked = checkRange("outgoing buffer", options.outBufferSize, 0, bufferMaximum);
        !checked) {
        return checked;
    }
    if (auto checked = checkRange("incoming buffer", options.inBufferSize, 0, bufferMaximum);
        !checked) {
        return checked;
    }
    if (auto checked = checkTime("default time-out", options.defaultTimeout); !checked) {
        return checked;
    }
    if (options.fileMode > 0777) {
        return refuse("file mode is " + octal(options.fileMode) + ": 0000 to 0777 are allowed");
    }
    if (auto checked = checkRange("backlog", options.backlog, 1, 65535, " clients"); !checked) {
        return checked;
    }
    if (auto checked = checkCombination(options); !checked) {
        return checked;
    }
    return checkConnection(options.connection);
}

Result<void> validate(const CallOptions& options)
{
    if (auto name = PipeName::parse(options.name); !name) {
        return std::unexpected(name.error());
    }
    if (auto checked = checkRange("reply limit", options.replyLimit, 1, 16 * mebibyte); !checked) {
        return checked;
    }
    if (auto checked = checkRange("request", options.request.size(), 0, messageMaximum); !checked) {
        return checked;
    }
    return checkTime("time-out", options.timeout);
}

Result<void> validate(const ClientOptions& options)
{
    if (auto name = PipeName::parse(options.name); !name) {
        return std::unexpected(name.error());
    }
    if (auto checked = checkTime("time-out", options.timeout); !checked) {
        return checked;
    }
    if (auto checked = checkRange("buffer", options.bufferSize, 0, bufferMaximum); !checked) {
        return checked;
    }
    if (auto checked = checkCombination(options); !checked) {
        return checked;
    }
    return checkConnection(options.connection);
}

} // namespace pipecore
