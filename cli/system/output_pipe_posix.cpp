#ifndef _WIN32

#    include "system/output_pipe.h"

#    include <atomic>
#    include <cerrno>
#    include <chrono>
#    include <thread>

#    include <fcntl.h>
#    include <limits.h>
#    include <poll.h>
#    include <sys/stat.h>
#    include <unistd.h>

namespace pipescope::cli {

namespace {

using pipecore::Error;
using pipecore::ErrorDomain;
using pipecore::ErrorKind;
using pipecore::Result;

Error systemError(const char* call, int code, std::string detail = {})
{
    const ErrorKind kind = code == EPIPE    ? ErrorKind::PeerClosed
                           : code == ENOENT ? ErrorKind::NotFound
                           : code == EACCES ? ErrorKind::AccessDenied
                                            : ErrorKind::Io;
    return {.kind = kind,
            .domain = ErrorDomain::Errno,
            .code = static_cast<std::uint32_t>(code),
            .api = call,
            .detail = std::move(detail)};
}

} // namespace

class OutputPipe::Impl
{
public:
    Impl(int fileDescriptor, bool isOwned) : descriptor(fileDescriptor), owned(isOwned)
    {
        struct stat status
        {};
        isPipe = ::fstat(descriptor, &status) == 0 && S_ISFIFO(status.st_mode);
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl()
    {
        if (owned) {
            ::close(descriptor);
        }
    }

    /// Waits until data can be written, within the write timeout.
    [[nodiscard]] Result<void> waitForRoom()
    {
        using Clock = std::chrono::steady_clock;
        constexpr std::chrono::seconds writeTimeout{2};
        constexpr int step = 100; // milliseconds, after which `hurried` is looked at again
        std::optional<Clock::time_point> since;
        for (;;) {
            pollfd wait{descriptor, POLLOUT, 0};
            const int ready = ::poll(&wait, 1, step);
            if (ready > 0) {
                return {}; // also when the reader is gone: write() says it
            }
            if (ready < 0 && errno != EINTR) {
                return std::unexpected(systemError("poll", errno));
            }
            if (hurried && !since) {
                since = Clock::now();
            }
            if (since && Clock::now() - *since > writeTimeout) {
                return readerStalled();
            }
        }
    }

    int descriptor;
    bool owned;
    bool isPipe = false;
    std::atomic<bool> hurried{false};
};

OutputPipe::OutputPipe(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

OutputPipe::~OutputPipe() = default;

Result<std::unique_ptr<OutputPipe>> OutputPipe::standardOutput()
{
    if (::isatty(STDOUT_FILENO) == 1) {
        return outputIsTerminal();
    }
    // Includes descriptors that Console has opened in place of closed ones.
    const int flags = ::fcntl(STDOUT_FILENO, F_GETFL);
    if (flags == -1 || (flags & O_ACCMODE) == O_RDONLY) {
        return outputIsClosed();
    }
    return std::unique_ptr<OutputPipe>(
        new OutputPipe(std::make_unique<Impl>(STDOUT_FILENO, false)));
}

Result<std::unique_ptr<OutputPipe>> OutputPipe::open(const std::string& path,
                                                     const std::function<bool()>& shouldEnd)
{
    constexpr std::chrono::milliseconds again{20};
    for (;;) {
        // Without O_NONBLOCK it would wait for the reader, and could not be asked to end.
        const int descriptor = ::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
        if (descriptor >= 0) {
            auto impl = std::make_unique<Impl>(descriptor, true);
            // The path may be any file, whose content would be overwritten.
            if (!impl->isPipe) {
                return outputIsNoPipe(path);
            }
            return std::unique_ptr<OutputPipe>(new OutputPipe(std::move(impl)));
        }
        const int code = errno;
        if (code != ENXIO && code != EINTR) { // ENXIO: no reader yet
            return std::unexpected(systemError("open", code, path));
        }
        if (shouldEnd()) {
            return pipecore::refuse("No program has opened " + path + " for reading",
                                    ErrorKind::Cancelled);
        }
        std::this_thread::sleep_for(again);
    }
}

Result<void> OutputPipe::write(pipecore::ByteView bytes)
{
    while (!bytes.empty()) {
        if (const auto room = m_impl->waitForRoom(); !room) {
            return room;
        }
        // A pipe with room takes this many bytes without waiting, also when other processes have it open.
        const std::size_t size =
            m_impl->isPipe ? std::min<std::size_t>(bytes.size(), PIPE_BUF) : bytes.size();
        const ssize_t count = ::write(m_impl->descriptor, bytes.data(), size);
        if (count >= 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(count));
        } else if (errno != EINTR && errno != EAGAIN) {
            return std::unexpected(systemError("write", errno));
        }
    }
    return {};
}

bool OutputPipe::isReaderGone()
{
    pollfd look{m_impl->descriptor, 0, 0};
    return ::poll(&look, 1, 0) > 0 && (look.revents & (POLLERR | POLLHUP)) != 0;
}

void OutputPipe::shortenWriteTimeout()
{
    m_impl->hurried = true;
}

} // namespace pipescope::cli

#endif
