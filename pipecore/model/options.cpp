#include "pipecore/model/options.h"

#include "pipecore/base/translatable.h"
#include "pipecore/model/pipe_name.h"
#include "pipecore/security/security.h"

#include <initializer_list>

namespace pipecore {

namespace {

constexpr std::uint64_t mebibyte = std::uint64_t{1024} * 1024;
// Linux doubles SO_SNDBUF and SO_RCVBUF in an int.
constexpr std::uint64_t bufferMaximum = 512 * mebibyte;
constexpr std::uint64_t queueMaximum = std::uint64_t{4096} * mebibyte;
constexpr std::uint64_t messageMaximum = 1024 * mebibyte;
constexpr std::uint32_t instancesMaximum = 254; // 255 is PIPE_UNLIMITED_INSTANCES
constexpr std::uint64_t dayInMs = std::uint64_t{24} * 60 * 60 * 1000;

/// An option and what it may be. `pattern` has places for the value, the lowest and the highest.
struct Range
{
    std::string_view pattern;
    std::uint64_t value;
    std::uint64_t low;
    std::uint64_t high;
    bool isNegative = false; ///< a time may be; `value` is its amount then
};

/// A time in milliseconds.
Range timeRange(std::string_view pattern, std::chrono::milliseconds value)
{
    const bool isNegative = value.count() < 0;
    const auto amount = static_cast<std::uint64_t>(value.count());
    return {pattern, isNegative ? 0 - amount : amount, 0, dayInMs, isNegative};
}

Result<void> checkRanges(std::initializer_list<Range> ranges)
{
    for (const Range& range : ranges) {
        if (range.isNegative || range.value < range.low || range.value > range.high) {
            return refusePhrase({range.pattern,
                                 {(range.isNegative ? "-" : "") + std::to_string(range.value),
                                  std::to_string(range.low), std::to_string(range.high)}});
        }
    }
    return {};
}

Result<void> checkConnection(const ConnectionOptions& options)
{
    return checkRanges(
        {{PIPECORE_TR("ErrorDetail", "read size is %1: %2 to %3 bytes are allowed"),
          options.readSize, 1, 16 * mebibyte},
         {PIPECORE_TR("ErrorDetail", "write queue limit is %1: %2 to %3 bytes are allowed"),
          options.writeQueueLimit, 1, queueMaximum},
         {PIPECORE_TR("ErrorDetail", "message limit is %1: %2 to %3 bytes are allowed"),
          options.messageLimit, 1, messageMaximum},
         timeRange(
             PIPECORE_TR("ErrorDetail", "drain time is %1: %2 to %3 milliseconds are allowed"),
             options.drainTime)});
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
        return refusePhrase({PIPECORE_TR(
            "ErrorDetail", "a byte pipe has no messages to read: choose the message type, or read "
                           "bytes")});
    }
    if (options.connection.echo && options.access != Access::Duplex) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "echo needs both directions: choose duplex")});
    }
    return {};
}

Result<void> checkCombination(const ClientOptions& options)
{
    if (options.connection.echo && options.access != ClientAccess::ReadWrite) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "echo needs both directions: choose read and write")});
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
        return refusePhrase(
            {PIPECORE_TR(
                 "ErrorDetail",
                 "a server cannot hold a name of another computer (%1): use . for this one"),
             {name->computer()}});
    }
    if (auto checked = checkRanges(
            {{PIPECORE_TR("ErrorDetail", "instances is %1: %2 to %3 (0: no limit) are allowed"),
              options.instances, 0, instancesMaximum},
             {PIPECORE_TR("ErrorDetail", "outgoing buffer is %1: %2 to %3 bytes are allowed"),
              options.outBufferSize, 0, bufferMaximum},
             {PIPECORE_TR("ErrorDetail", "incoming buffer is %1: %2 to %3 bytes are allowed"),
              options.inBufferSize, 0, bufferMaximum},
             timeRange(PIPECORE_TR("ErrorDetail",
                                   "default time-out is %1: %2 to %3 milliseconds are allowed"),
                       options.defaultTimeout)});
        !checked) {
        return checked;
    }
    if (options.fileMode > 0777) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "file mode is %1: 0000 to 0777 are allowed"),
             {octal(options.fileMode)}});
    }
    if (auto checked =
            checkRanges({{PIPECORE_TR("ErrorDetail", "backlog is %1: %2 to %3 clients are allowed"),
                          options.backlog, 1, 65535}});
        !checked) {
        return checked;
    }
    if (!options.sddl.empty()) {
        if (const auto descriptor = descriptorFromSddl(options.sddl); !descriptor) {
            return std::unexpected(descriptor.error());
        }
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
    return checkRanges(
        {{PIPECORE_TR("ErrorDetail", "reply limit is %1: %2 to %3 bytes are allowed"),
          options.replyLimit, 1, 16 * mebibyte},
         {PIPECORE_TR("ErrorDetail", "request is %1: %2 to %3 bytes are allowed"),
          options.request.size(), 0, messageMaximum},
         timeRange(PIPECORE_TR("ErrorDetail", "time-out is %1: %2 to %3 milliseconds are allowed"),
                   options.timeout)});
}

Result<void> validate(const ClientOptions& options)
{
    if (auto name = PipeName::parse(options.name); !name) {
        return std::unexpected(name.error());
    }
    if (auto checked =
            checkRanges({timeRange(PIPECORE_TR("ErrorDetail",
                                               "time-out is %1: %2 to %3 milliseconds are allowed"),
                                   options.timeout),
                         {PIPECORE_TR("ErrorDetail", "buffer is %1: %2 to %3 bytes are allowed"),
                          options.bufferSize, 0, bufferMaximum}});
        !checked) {
        return checked;
    }
    if (auto checked = checkCombination(options); !checked) {
        return checked;
    }
    return checkConnection(options.connection);
}

} // namespace pipecore
