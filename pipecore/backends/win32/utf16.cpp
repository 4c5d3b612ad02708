#include "utf16.h"

#include "win32_error.h"

#include <windows.h>

#include <limits>

namespace pipecore::win32 {
namespace {

constexpr std::size_t maxTextLength = std::numeric_limits<int>::max();

} // namespace

Result<std::wstring> toUtf16(std::string_view text)
{
    if (text.empty()) {
        return std::wstring{};
    }
    if (text.size() > maxTextLength) {
        return std::unexpected(makeError("MultiByteToWideChar", ERROR_INVALID_PARAMETER));
    }
    const int size = static_cast<int>(text.size());
    const int needed =
        MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, text.data(), size, nullptr, 0);
    if (needed == 0) {
        return std::unexpected(lastError("MultiByteToWideChar"));
    }
    std::wstring wide(static_cast<std::size_t>(needed), L'\0');
    MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, text.data(), size, wide.data(), needed);
    return wide;
}

Result<std::string> toUtf8(std::wstring_view text)
{
    if (text.empty()) {
        return std::string{};
    }
    if (text.size() > maxTextLength) {
        return std::unexpected(makeError("WideCharToMultiByte", ERROR_INVALID_PARAMETER));
    }
    const int size = static_cast<int>(text.size());
    const int needed = WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, text.data(), size,
                                           nullptr, 0, nullptr, nullptr);
    if (needed == 0) {
        return std::unexpected(lastError("WideCharToMultiByte"));
    }
    std::string narrow(static_cast<std::size_t>(needed), '\0');
    WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, text.data(), size, narrow.data(), needed,
                        nullptr, nullptr);
    return narrow;
}

} // namespace pipecore::win32
