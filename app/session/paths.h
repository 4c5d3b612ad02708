#pragma once

#include <QString>

#include <filesystem>

namespace pipescope {

/// A path of Qt's for the core, and back; nothing is lost on either system.
[[nodiscard]] std::filesystem::path toPath(const QString& path);
[[nodiscard]] QString fromPath(const std::filesystem::path& path);

/// Where the journals of this user are: a folder `journals` in the program's local data.
[[nodiscard]] QString journalFolder();

} // namespace pipescope
