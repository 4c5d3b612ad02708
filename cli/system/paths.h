#pragma once

#include "pipecore/files/file.h"

#include <filesystem>
#include <string>

namespace pipescope::cli {

/// A path of the command line, which is UTF-8 everywhere.
[[nodiscard]] inline std::filesystem::path pathOf(const std::string& utf8)
{
    return std::u8string(utf8.begin(), utf8.end());
}

/// A FIFO, a device or a file that is open already, /dev/stdout for example: nothing that a new file can
/// be put in the place of.
[[nodiscard]] inline bool isWrittenInto(const std::string& target)
{
    std::error_code ignored;
    const auto there = std::filesystem::status(pathOf(target), ignored);
    return std::filesystem::is_other(there) || pipecore::leadsToOpenFile(pathOf(target));
}

} // namespace pipescope::cli
