#pragma once

#include "event_source.h"
#include "pipecore/engine/backend.h"
#include "timers.h"

#include <vector>

namespace pipecore {

class Instance;

/// State that the parts of an engine share. Engine's thread.
struct EngineContext
{
    EventSource& events;
    Timers& timers;
    Backend& backend;
    /// With payloads that were queued in this round: the engine calls writeQueued() for each, so that
    /// payloads that came together are written together.
    std::vector<Instance*>& unwritten;
};

} // namespace pipecore
