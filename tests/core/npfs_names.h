#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace npfs {

/// A Win32 error number.
using Code = std::uint32_t;

/// A pipe's name as NPFS sees it.
struct Name
{
    std::string own;      ///< behind `\pipe\`; in small letters, because NPFS ignores case
    std::string computer; ///< of a UNC path; empty: the local device
};

/// Rule 11. What a Win32 path names: 123 when it is no name of a pipe.
///
/// `\\.\pipe\x` and `\\computer\pipe\x` are normalized first, unless `normalizes` is off: `/` becomes
/// `\`, `.` and `..` go, and so do dots and blanks at the end. `\\?\pipe\x` is taken as it is.
[[nodiscard]] std::expected<Name, Code> parseName(std::string_view path, bool normalizes);

} // namespace npfs
