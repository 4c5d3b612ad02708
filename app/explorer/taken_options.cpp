#include "explorer/taken_options.h"

#include "pipecore/discovery/mirror.h"

#include <utility>

namespace pipescope {

pipecore::ClientOptions clientFor(const pipecore::ListedPipe& pipe, pipecore::ClientOptions base)
{
    base.name = pipe.name;
    base.mode = pipe.mode.value_or(base.mode);
    return base;
}

pipecore::ServerOptions clonedServerOptions(const pipecore::ListedPipe& pipe,
                                            const pipecore::PipeInspection* facts,
                                            pipecore::ServerOptions base)
{
    base.name = pipe.name + "-copy";
    base.mode = pipe.mode.value_or(base.mode);
    if (pipe.instances) {
        base.instances = pipe.limit.value_or(0); // 0 is no limit
    }
    return facts != nullptr ? pipecore::mirrored(*facts, std::move(base)) : base;
}

} // namespace pipescope
