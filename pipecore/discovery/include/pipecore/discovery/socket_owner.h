#pragma once

#include "pipecore/base/error.h"
#include "pipecore/model/pipe_name.h"

#include <optional>

namespace pipecore {

/// Warns a client of a socket that belongs to neither its own user nor root (lstat): another user serves
/// the name and gets what is sent to it. Empty without a reason to warn, on Windows, and where
/// nobody knows the owner. Any thread; does not wait.
[[nodiscard]] std::optional<Phrase> socketOwnerWarning(const PipeName& name);

} // namespace pipecore
