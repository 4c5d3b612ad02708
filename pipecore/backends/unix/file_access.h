#pragma once

#include "pipecore/model/identity.h"

#include <sys/stat.h>
#include <sys/types.h>

#include <span>
#include <string>
#include <vector>

namespace pipecore {

/// Credentials whose access is checked.
struct UnixCredentials
{
    uid_t user = 0;
    gid_t group = 0;
    std::vector<gid_t> groups;
};

/// A folder on the path of a target, or the target itself.
struct PathStep
{
    std::string path;
    mode_t mode = 0;
    uid_t owner = 0;
    gid_t group = 0;
};

/// Whether the modes of `steps` (from / to the target) grant the requested access. A pure function of its
/// arguments. `steps` is not empty.
[[nodiscard]] AccessAnswer fileAccess(std::span<const PathStep> steps, const AccessTarget& target,
                                      RequestedAccess requested, const UnixCredentials& who);

/// The steps to a file or folder, with links followed: realpath(3) and stat(2) as ourselves. It may wait
/// for a network drive.
[[nodiscard]] Result<std::vector<PathStep>> stepsTo(const std::string& path);

} // namespace pipecore
