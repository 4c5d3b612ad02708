#pragma once

#include <filesystem>
#include <string>

namespace pipescope::cli {

/// A path of the command line, which is UTF-8 everywhere.
[[nodiscard]] inline std::filesystem::path pathOf(const std::string& utf8)
{
    return std::u8string(utf8.begin(), utf8.end());
}

} // namespace pipescope::cli
