#include "win32/process_info.h"

#include "win32/utf16.h"
#include "win32/win32_error.h"

#include <windows.h>

namespace pipecore::win32 {
namespace {

/// The longest path that Windows has, in UTF-16 units.
constexpr std::size_t longestPath = 32768;

} // namespace

Result<KernelHandle> openProcess(std::uint32_t processId)
{
    KernelHandle process(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, processId));
    if (!process) {
        return std::unexpected(lastError("OpenProcess"));
    }
    return process;
}

Result<KernelHandle> processToken(HANDLE process)
{
    HANDLE opened = nullptr;
    if (OpenProcessToken(process, TOKEN_QUERY, &opened) == FALSE) {
        return std::unexpected(lastError("OpenProcessToken"));
    }
    return KernelHandle(opened);
}

Result<std::string> processImage(std::uint32_t processId)
{
    const auto process = openProcess(processId);
    if (!process) {
        return std::unexpected(process.error());
    }
    for (std::size_t room = MAX_PATH;; room = longestPath) {
        std::wstring path(room, L'\0');
        auto size = static_cast<DWORD>(path.size());
        if (QueryFullProcessImageNameW(process->get(), 0, path.data(), &size) != FALSE) {
            path.resize(size);
            return toUtf8(path);
        }
        Error error = lastError("QueryFullProcessImageName");
        if (error.code != ERROR_INSUFFICIENT_BUFFER || room == longestPath) {
            return std::unexpected(std::move(error));
        }
    }
}

} // namespace pipecore::win32
