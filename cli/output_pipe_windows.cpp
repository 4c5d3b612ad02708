#ifdef _WIN32

#    include "output_pipe.h"

#    include <algorithm>

#    include <windows.h>

namespace pipescope::cli {

namespace {

using pipecore::Error;
using pipecore::ErrorDomain;
using pipecore::ErrorKind;
using pipecore::Result;

// Pipes refuse nothing, but a console does.
constexpr std::size_t largestWrite = std::size_t{64} * 1024;

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

} // namespace

class OutputPipe::Impl
{
public:
    Impl(HANDLE fileHandle, bool isOwned) : handle(fileHandle), owned(isOwned) {}
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl()
    {
        if (owned) {
            CloseHandle(handle);
        }
    }

    HANDLE handle;
    bool owned;
};

OutputPipe::OutputPipe(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

OutputPipe::~OutputPipe() = default;

Result<std::unique_ptr<OutputPipe>> OutputPipe::standardOutput()
{
    const HANDLE handle = GetStdHandle(STD_OUTPUT_HANDLE);
    DWORD mode = 0;
    if (GetConsoleMode(handle, &mode) != FALSE) {
        return pipecore::refuse("A recording is no text for a terminal: send it to a program, such "
                                "as | wireshark -k -i -, or to a file");
    }
    return std::unique_ptr<OutputPipe>(new OutputPipe(std::make_unique<Impl>(handle, false)));
}

Result<std::unique_ptr<OutputPipe>> OutputPipe::open(const std::string& path,
                                                     const std::function<bool()>& /*shouldEnd*/)
{
    const HANDLE handle =
        CreateFileW(toWide(path).c_str(), GENERIC_WRITE, 0, nullptr, OPEN_EXISTING, 0, nullptr);
    const DWORD code = GetLastError();
    if (handle == INVALID_HANDLE_VALUE) {
        return std::unexpected(systemError("CreateFileW", code, path));
    }
    return std::unique_ptr<OutputPipe>(new OutputPipe(std::make_unique<Impl>(handle, true)));
}

Result<void> OutputPipe::write(pipecore::ByteView bytes)
{
    while (!bytes.empty()) {
        DWORD count = 0;
        const auto size = static_cast<DWORD>(std::min(bytes.size(), largestWrite));
        const BOOL written = WriteFile(m_impl->handle, bytes.data(), size, &count, nullptr);
        const DWORD code = GetLastError();
        if (written == FALSE) {
            return std::unexpected(systemError("WriteFile", code));
        }
        bytes = bytes.subspan(count);
    }
    return {};
}

bool OutputPipe::isReaderGone()
{
    return false;
}

void OutputPipe::hurry() {}

} // namespace pipescope::cli

#endif
