#ifdef _WIN32

#    include "system/output_pipe.h"

#    include "pipecore/base/thread_start.h"
#    include "pipecore/win32/handle.h"

#    include <algorithm>
#    include <array>
#    include <chrono>
#    include <condition_variable>
#    include <mutex>
#    include <thread>

#    include <windows.h>
// windows.h must come before it.
#    include <winternl.h>

namespace pipescope::cli {

namespace {

using pipecore::Error;
using pipecore::ErrorDomain;
using pipecore::ErrorKind;
using pipecore::Result;

// Pipes refuse nothing, but a console does.
constexpr std::size_t maxPipeWriteSize = std::size_t{64} * 1024;
// A reader that takes this much in the given time counts as reading.
constexpr std::size_t urgentWriteSize = 4096;

Error systemError(const char* call, DWORD code, std::string detail = {})
{
    const bool gone =
        code == ERROR_NO_DATA || code == ERROR_BROKEN_PIPE || code == ERROR_PIPE_NOT_CONNECTED;
    const ErrorKind kind = gone                           ? ErrorKind::PeerClosed
                           : code == ERROR_FILE_NOT_FOUND ? ErrorKind::NotFound
                           : code == ERROR_ACCESS_DENIED  ? ErrorKind::AccessDenied
                                                          : ErrorKind::Io;
    return {.kind = kind,
            .domain = ErrorDomain::Win32,
            .code = code,
            .api = call,
            .detail = std::move(detail)};
}

std::wstring toWide(const std::string& utf8)
{
    const int size =
        MultiByteToWideChar(CP_UTF8, 0, utf8.data(), static_cast<int>(utf8.size()), nullptr, 0);
    std::wstring wide(static_cast<std::size_t>(std::max(size, 0)), L'\0');
    MultiByteToWideChar(CP_UTF8, 0, utf8.data(), static_cast<int>(utf8.size()), wide.data(), size);
    return wide;
}

/// FILE_PIPE_LOCAL_INFORMATION of ntifs.h, which programs do not have: state of an end at its place.
constexpr std::size_t localInformationSize = 10;
constexpr std::size_t namedPipeState = 8;
constexpr int filePipeLocalInformation = 24;
constexpr ULONG closingState = 4; // FILE_PIPE_CLOSING_STATE
// STATUS_PIPE_DISCONNECTED: the server has called DisconnectNamedPipe.
constexpr auto pipeDisconnected = static_cast<NTSTATUS>(0xC00000B0);

} // namespace

bool isOtherEndClosed(void* pipe)
{
    std::array<ULONG, localInformationSize> information{};
    IO_STATUS_BLOCK done{};
    const NTSTATUS status =
        NtQueryInformationFile(pipe, &done, information.data(), sizeof information,
                               static_cast<FILE_INFORMATION_CLASS>(filePipeLocalInformation));
    return status == pipeDisconnected
           || (status == 0 && information[namedPipeState] == closingState);
}

class OutputPipe::Impl
{
public:
    Impl(HANDLE fileHandle, bool isOwned) : handle(fileHandle), owned(isOwned) {}
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_isEnding = true;
        }
        m_ended.notify_all();
        if (m_watch.joinable()) {
            m_watch.join();
        }
        if (owned) {
            CloseHandle(handle);
        }
    }

    /// WriteFile, which waits for the reader; shortenWriteTimeout() ends it. The writing thread.
    [[nodiscard]] Result<DWORD> write(pipecore::ByteView bytes)
    {
        std::size_t maxSize = maxPipeWriteSize;
        {
            const std::scoped_lock lock(m_mutex);
            if (!m_writer) {
                m_writer = pipecore::win32::interruptibleThread();
            }
            m_isWriting = true;
            maxSize = m_watch.joinable() ? urgentWriteSize : maxPipeWriteSize;
        }
        DWORD count = 0;
        const auto size = static_cast<DWORD>(std::min(bytes.size(), maxSize));
        const BOOL written = WriteFile(handle, bytes.data(), size, &count, nullptr);
        const DWORD code = GetLastError();
        const std::scoped_lock lock(m_mutex);
        m_isWriting = false;
        ++m_writes;
        if (written != FALSE) {
            return count;
        }
        return code == ERROR_OPERATION_ABORTED && m_isOver
                   ? Result<DWORD>(readerStalled())
                   : std::unexpected(systemError("WriteFile", code));
    }

    /// Any thread.
    void shortenWriteTimeout()
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_watch.joinable()) {
            // Without a thread it waits as long as the reader does, as before.
            [[maybe_unused]] const auto started =
                pipecore::startThread(m_watch, "a slow reader", [this] { watch(); });
        }
    }

    HANDLE handle;
    bool owned;

private:
    /// Ends a write that has not moved for so long. A synchronous handle knows no other way.
    void watch()
    {
        using Clock = std::chrono::steady_clock;
        constexpr std::chrono::seconds writeTimeout{2};
        constexpr std::chrono::milliseconds step{50};
        std::unique_lock lock(m_mutex);
        std::uint64_t seen = m_writes;
        Clock::time_point since = Clock::now();
        while (!m_ended.wait_for(lock, step, [this] { return m_isEnding; })) {
            if (!m_isWriting || m_writes != seen) {
                seen = m_writes;
                since = Clock::now();
            } else if (Clock::now() - since > writeTimeout) {
                m_isOver = true;
                pipecore::win32::interrupt(m_writer);
                // The parent process may have created it for overlapped calls: then WriteFile waits for
                // the handle, and the call that is cancelled is the handle's.
                CancelIoEx(handle, nullptr);
            }
        }
    }

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_ended;
    pipecore::win32::KernelHandle m_writer;
    std::uint64_t m_writes = 0; ///< that have returned
    bool m_isWriting = false;
    bool m_isOver = false; ///< the reader had its time
    bool m_isEnding = false;
    std::thread m_watch;
};

OutputPipe::OutputPipe(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

OutputPipe::~OutputPipe() = default;

Result<std::unique_ptr<OutputPipe>> OutputPipe::standardOutput()
{
    const HANDLE handle = GetStdHandle(STD_OUTPUT_HANDLE);
    if (handle == nullptr || handle == INVALID_HANDLE_VALUE) {
        return outputIsClosed();
    }
    DWORD mode = 0;
    if (GetConsoleMode(handle, &mode) != FALSE) {
        return outputIsTerminal();
    }
    return std::unique_ptr<OutputPipe>(new OutputPipe(std::make_unique<Impl>(handle, false)));
}

Result<std::unique_ptr<OutputPipe>> OutputPipe::open(const std::string& path,
                                                     const std::function<bool()>& /*shouldEnd*/)
{
    // Any other path may be a file, whose content would be overwritten.
    if (!path.starts_with("\\\\.\\pipe\\")) {
        return outputIsNoPipe(path);
    }
    const HANDLE handle =
        CreateFileW(toWide(path).c_str(), GENERIC_WRITE, 0, nullptr, OPEN_EXISTING,
                    SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION, nullptr);
    const DWORD code = GetLastError();
    if (handle == INVALID_HANDLE_VALUE) {
        return std::unexpected(systemError("CreateFileW", code, path));
    }
    return std::unique_ptr<OutputPipe>(new OutputPipe(std::make_unique<Impl>(handle, true)));
}

Result<void> OutputPipe::write(pipecore::ByteView bytes)
{
    while (!bytes.empty()) {
        const auto count = m_impl->write(bytes);
        if (!count) {
            return std::unexpected(count.error());
        }
        bytes = bytes.subspan(*count);
    }
    return {};
}

bool OutputPipe::isReaderGone()
{
    return isOtherEndClosed(m_impl->handle);
}

void OutputPipe::shortenWriteTimeout()
{
    m_impl->shortenWriteTimeout();
}

} // namespace pipescope::cli

#endif
