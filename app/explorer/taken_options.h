#pragma once

#include "pipecore/discovery/inspection.h"
#include "pipecore/discovery/listing.h"
#include "pipecore/model/options.h"

namespace pipescope {

/// The options of a client for a listed pipe: those of `base` with its name, and its type if the
/// listing has it.
[[nodiscard]] pipecore::ClientOptions clientFor(const pipecore::ListedPipe& pipe,
                                                pipecore::ClientOptions base);

/// The options of a server like a listed pipe's, as far as they are known; the rest is taken from
/// `base`. `facts` may be null. The name gets a suffix, because the pipe itself has its own.
[[nodiscard]] pipecore::ServerOptions clonedServerOptions(const pipecore::ListedPipe& pipe,
                                                          const pipecore::PipeInspection* facts,
                                                          pipecore::ServerOptions base);

} // namespace pipescope
