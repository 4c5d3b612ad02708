#pragma once

#include "pipecore/model/options.h"

namespace pipecore {

/// Refuses, with NotSupported, options of Windows' pipes that AF_UNIX sockets have not and that would
/// change what the caller gets; what merely has no effect here (write-through, sharing) passes.
[[nodiscard]] Result<void> checkSupported(const ServerOptions& options);
[[nodiscard]] Result<void> checkSupported(const ClientOptions& options);

} // namespace pipecore
