#pragma once

#include "pipecore/error.h"
#include "pipecore/sid.h"

#include <string_view>

namespace pipecore {

/// The system's own part of findAccount(): a name that is no well-known one.
[[nodiscard]] Result<Sid> lookUpAccount(std::string_view name);

} // namespace pipecore
