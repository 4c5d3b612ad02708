#pragma once

#include "pipecore/base/error.h"
#include "pipecore/discovery/inspection.h"
#include "pipecore/model/options.h"

#include <string_view>
#include <vector>

namespace pipecore {

/// Options of a server that looks like another one to its clients.
struct Mirrored
{
    /// Type, access, buffers, limit and permissions of the pipe; without its name.
    ServerOptions server;
    /// What could not be taken over, or is not known, and how that can matter. Translation sources of the
    /// context "ErrorDetail".
    std::vector<Phrase> notes;
};

/// `base` with everything of the pipe that is known: type, access, buffers, limit.
[[nodiscard]] ServerOptions mirrored(const PipeInspection& pipe, ServerOptions base);

/// Reads them from a pipe that is there (see inspectPipe(), whose errors these are). On Windows it comes
/// and goes as a client; on Linux it connects to nothing. Any thread; it may block.
[[nodiscard]] Result<Mirrored> mirrorOf(std::string_view name);

} // namespace pipecore
