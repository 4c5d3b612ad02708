#pragma once

#include "pipecore/model/identity.h"

#include <sys/types.h>

namespace pipecore {

/// A user with the name that the system's databases have for it (getpwuid_r). May wait for a server
/// (LDAP): not for the engine's thread.
[[nodiscard]] Account accountOfUser(uid_t user);
/// The same for a group (getgrgid_r).
[[nodiscard]] Account accountOfGroup(gid_t group);

} // namespace pipecore
