#ifdef _WIN32

#    include "system/console.h"

#    include "pipecore/base/clean_text.h"

#    include <algorithm>
#    include <array>
#    include <string>

#    include <windows.h>

namespace pipescope::cli {

namespace {

// A console refuses more than about 64 KiB at once.
constexpr std::size_t maxWriteSize = 32 * 1024;

/// WriteFile until all is taken; ERROR_SUCCESS, or the error that ended it.
DWORD writeAll(DWORD which, std::string_view text)
{
    const HANDLE handle = GetStdHandle(which);
    while (!text.empty()) {
        DWORD count = 0;
        const auto size = static_cast<DWORD>(std::min(text.size(), maxWriteSize));
        if (WriteFile(handle, text.data(), size, &count, nullptr) == FALSE) {
            return GetLastError();
        }
        text.remove_prefix(count);
    }
    return ERROR_SUCCESS;
}

pipecore::Error outputError(DWORD code)
{
    return {.kind = code == ERROR_DISK_FULL || code == ERROR_HANDLE_DISK_FULL
                        ? pipecore::ErrorKind::Resources
                        : pipecore::ErrorKind::Io,
            .domain = pipecore::ErrorDomain::Win32,
            .code = code,
            .api = "WriteFile",
            .detail = "to standard output"};
}

} // namespace

Console::Console() : m_codePage(GetConsoleOutputCP())
{
    if (m_codePage != 0) {
        SetConsoleOutputCP(CP_UTF8);
    }
}

Console::~Console()
{
    if (m_codePage != 0) {
        SetConsoleOutputCP(m_codePage);
    }
}

bool Console::write(std::string_view text)
{
    if (m_target != Target::Output) {
        // Text beside the recording is no reason to end.
        if (m_target == Target::Error) {
            writeAll(STD_ERROR_HANDLE, text);
        }
        return true;
    }
    if (m_outputGone) {
        return false;
    }
    if (const DWORD code = writeAll(STD_OUTPUT_HANDLE, text); code != ERROR_SUCCESS) {
        m_outputGone = true;
        const bool isReaderGone =
            code == ERROR_BROKEN_PIPE || code == ERROR_NO_DATA || code == ERROR_PIPE_NOT_CONNECTED;
        if (!isReaderGone) {
            m_outputProblem = outputError(code);
        }
    }
    return !m_outputGone;
}

void Console::error(std::string_view text)
{
    // With names in it that others have chosen.
    writeAll(STD_ERROR_HANDLE, pipecore::onLines(text) + '\n');
}

namespace {

/// Reads typed text from a console. ReadFile would return it in the console's code page ("ä" as 0x84).
class TypedInput
{
public:
    /// UTF-8; 0 at the end, which is Ctrl+Z at the start of a line.
    std::size_t read(HANDLE console, std::span<char> buffer)
    {
        if (m_taken == m_text.size() && !fill(console)) {
            return 0;
        }
        const std::size_t count = std::min(buffer.size(), m_text.size() - m_taken);
        std::copy_n(m_text.begin() + static_cast<std::ptrdiff_t>(m_taken), count, buffer.begin());
        m_taken += count;
        return count;
    }

private:
    bool fill(HANDLE console)
    {
        constexpr wchar_t endOfInput = 0x1A;
        std::array<wchar_t, 4096> room{};
        DWORD count = 0;
        if (ReadConsoleW(console, room.data(), static_cast<DWORD>(room.size()), &count, nullptr)
                == FALSE
            || count == 0 || room[0] == endOfInput) {
            return false;
        }
        std::wstring text = m_half + std::wstring(room.data(), count);
        m_half.clear();
        // The second half of a character outside of the basic plane comes with the next read.
        if (IS_HIGH_SURROGATE(text.back())) {
            m_half = text.back();
            text.pop_back();
        }
        const auto length = static_cast<int>(text.size());
        const int size =
            WideCharToMultiByte(CP_UTF8, 0, text.data(), length, nullptr, 0, nullptr, nullptr);
        m_text.resize(static_cast<std::size_t>(size));
        WideCharToMultiByte(CP_UTF8, 0, text.data(), length, m_text.data(), size, nullptr, nullptr);
        m_taken = 0;
        return !m_text.empty() || fill(console);
    }

    std::string m_text;
    std::size_t m_taken = 0;
    std::wstring m_half;
};

} // namespace

pipecore::Result<std::size_t> Console::read(std::span<char> buffer)
{
    const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    DWORD mode = 0;
    if (GetConsoleMode(input, &mode) != FALSE) {
        static TypedInput typed; // of the one thread that reads
        return typed.read(input, buffer);
    }
    DWORD count = 0;
    // The end of a pipe is an error here (ERROR_BROKEN_PIPE), that of a file 0 bytes.
    if (ReadFile(input, buffer.data(), static_cast<DWORD>(buffer.size()), &count, nullptr)
        == FALSE) {
        const DWORD code = GetLastError();
        if (code == ERROR_BROKEN_PIPE) {
            return 0;
        }
        return std::unexpected(pipecore::Error{.kind = pipecore::ErrorKind::Io,
                                               .domain = pipecore::ErrorDomain::Win32,
                                               .code = code,
                                               .api = "ReadFile",
                                               .detail = code == ERROR_INVALID_HANDLE
                                                             ? "standard input is closed"
                                                             : "from standard input"});
    }
    return count;
}

bool Console::isInputWaiting(std::chrono::milliseconds limit)
{
    const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    if (GetFileType(input) != FILE_TYPE_PIPE) {
        return GetFileType(input) == FILE_TYPE_DISK;
    }
    // Nothing in Windows waits for bytes in a pipe without reading them.
    constexpr DWORD stepMs = 5;
    for (std::int64_t waited = 0;; waited += stepMs) {
        DWORD available = 0;
        if (PeekNamedPipe(input, nullptr, 0, nullptr, &available, nullptr) == FALSE
            || available != 0) {
            return true;
        }
        if (waited >= limit.count()) {
            return false;
        }
        Sleep(stepMs);
    }
}

} // namespace pipescope::cli

#endif
