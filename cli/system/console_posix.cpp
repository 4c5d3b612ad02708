#ifndef _WIN32

#    include "system/console.h"

#    include "pipecore/base/clean_text.h"

#    include <algorithm>
#    include <cerrno>
#    include <chrono>
#    include <climits>
#    include <csignal>
#    include <string>

#    include <fcntl.h>
#    include <poll.h>
#    include <sys/stat.h>
#    include <unistd.h>

namespace pipescope::cli {

namespace {

/// write(2) until all is taken; 0, or the errno that ended it.
int writeAll(int descriptor, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t count = ::write(descriptor, text.data(), text.size());
        if (count >= 0) {
            text.remove_prefix(static_cast<std::size_t>(count));
        } else if (errno == EAGAIN) {
            // The parent process may have made it non-blocking, as ssh does.
            pollfd wait{descriptor, POLLOUT, 0};
            ::poll(&wait, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

/// A pipe or a terminal, which may be full.
bool mayBlock(int descriptor)
{
    struct stat what
    {};
    return ::fstat(descriptor, &what) == 0 && !S_ISREG(what.st_mode);
}

/// The same for standard output, piece by piece while there is room. ETIMEDOUT: it has none, and the
/// program is to end.
int writeWhileRead(std::string_view text, const std::function<bool()>& shouldEnd)
{
    using Clock = std::chrono::steady_clock;
    constexpr int stepMs = 100; // after which the end is looked at
    constexpr std::chrono::seconds patience{2};
    std::optional<Clock::time_point> endsAt;
    while (!text.empty()) {
        pollfd wait{STDOUT_FILENO, POLLOUT, 0};
        if (::poll(&wait, 1, stepMs) <= 0) { // a signal among them
            if (endsAt && Clock::now() >= *endsAt) {
                return ETIMEDOUT;
            }
            if (!endsAt && shouldEnd()) {
                endsAt = Clock::now() + patience;
            }
            continue;
        }
        // So much fits into a pipe that has room.
        const ssize_t count =
            ::write(STDOUT_FILENO, text.data(), std::min(text.size(), std::size_t{PIPE_BUF}));
        if (count >= 0) {
            text.remove_prefix(static_cast<std::size_t>(count));
            endsAt.reset();
        } else if (errno != EINTR && errno != EAGAIN) {
            return errno;
        }
    }
    return 0;
}

/// If the parent process closed one of 0, 1 and 2, the next file that is opened would get its
/// number, and messages would go into a socket or a recording. What takes its place is open the other way
/// round, so that input still cannot be read, and output not be written.
void fillClosedDescriptors()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) == -1 && errno == EBADF) {
            // The lowest free number is this one. There is nothing to do where /dev/null is missing.
            [[maybe_unused]] const int opened =
                ::open("/dev/null", descriptor == STDOUT_FILENO ? O_RDONLY : O_WRONLY);
        }
    }
}

pipecore::Error outputError(int code)
{
    return {.kind = code == ENOSPC || code == EDQUOT || code == EFBIG
                        ? pipecore::ErrorKind::Resources
                        : pipecore::ErrorKind::Io,
            .domain = pipecore::ErrorDomain::Errno,
            .code = static_cast<std::uint32_t>(code),
            .api = "write",
            .detail = code == EBADF ? "standard output is closed" : "to standard output"};
}

pipecore::Error inputError(int code)
{
    // Explanations go by these.
    constexpr const char* isClosed = "standard input is closed";
    constexpr const char* isUnreadable = "from standard input";
    return {.kind = pipecore::ErrorKind::Io,
            .domain = pipecore::ErrorDomain::Errno,
            .code = static_cast<std::uint32_t>(code),
            .api = "read",
            .detail = code == EBADF ? isClosed : isUnreadable,
            .phrase = {.pattern = code == EBADF ? isClosed : isUnreadable}};
}

} // namespace

Console::Console()
{
    fillClosedDescriptors();
    // A reader that goes away is an error of write(2), not the end of the recording.
    std::signal(SIGPIPE, SIG_IGN);
}

Console::~Console() = default;

bool Console::write(std::string_view text)
{
    if (m_target != Target::Output) {
        // Text beside the recording is no reason to end.
        if (m_target == Target::Error) {
            writeAll(STDERR_FILENO, text);
        }
        return true;
    }
    if (m_outputGone) {
        return false;
    }
    const int code = m_shouldEnd && mayBlock(STDOUT_FILENO) ? writeWhileRead(text, m_shouldEnd)
                                                            : writeAll(STDOUT_FILENO, text);
    if (code != 0) {
        m_outputGone = true;
        m_hasGivenUp = code == ETIMEDOUT;
        if (code != EPIPE && !m_hasGivenUp) {
            m_outputProblem = outputError(code);
        }
    }
    return !m_outputGone;
}

void Console::error(std::string_view text)
{
    // With names in it that others have chosen.
    writeAll(STDERR_FILENO, pipecore::onLines(text) + '\n');
}

pipecore::Result<std::size_t> Console::read(std::span<char> buffer)
{
    for (;;) {
        const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (count >= 0) {
            return static_cast<std::size_t>(count);
        }
        if (errno == EAGAIN) {
            pollfd wait{STDIN_FILENO, POLLIN, 0};
            ::poll(&wait, 1, -1);
        } else if (errno != EINTR) {
            return std::unexpected(inputError(errno));
        }
    }
}

bool Console::isInputWaiting(std::chrono::milliseconds limit)
{
    pollfd wait{STDIN_FILENO, POLLIN, 0};
    return ::poll(&wait, 1, static_cast<int>(limit.count())) != 0;
}

} // namespace pipescope::cli

#endif
