#pragma once

#include "pipecore/discovery/listing.h"

namespace pipecore {

/// Sets `canConnect` by asking PipeName what `name` leads to.
void determineConnection(ListedPipe& pipe);

/// The order of a listing: by name as people read it, then by path and socket.
void sortListing(std::vector<ListedPipe>& pipes);

} // namespace pipecore
