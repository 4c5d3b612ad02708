#pragma once

#include <QString>

#include <filesystem>

namespace pipescope {

/// Converts paths between Qt and the core, without loss on either system.
[[nodiscard]] std::filesystem::path toPath(const QString& path);
[[nodiscard]] QString fromPath(const std::filesystem::path& path);

/// The folder of this user's journals: `journals` in the program's local data.
[[nodiscard]] QString journalFolder();

} // namespace pipescope
