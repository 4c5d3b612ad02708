#pragma once

#include "pipecore/base/error.h"

#include <string>
#include <string_view>

namespace pipecore::win32 {

/// UTF-8 to UTF-16 for the W functions (MultiByteToWideChar, MB_ERR_INVALID_CHARS). Broken UTF-8 is
/// an error: a name with replacement characters would be another name. Any thread.
[[nodiscard]] Result<std::wstring> toUtf16(std::string_view text);

/// UTF-16 to UTF-8 (WideCharToMultiByte, WC_ERR_INVALID_CHARS). A lone surrogate is an error. Any
/// thread.
[[nodiscard]] Result<std::string> toUtf8(std::wstring_view text);

} // namespace pipecore::win32
