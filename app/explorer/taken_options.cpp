#include "explorer/taken_options.h"

#include "pipecore/model/option_table.h"

namespace pipescope {

namespace {

/// 0 is no limit.
std::uint32_t instancesOf(std::uint32_t limit)
{
    return limit <= pipecore::findOption<pipecore::ServerOptions>("instances")->high ? limit : 0;
}

} // namespace

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
        base.instances = instancesOf(pipe.limit.value_or(0));
    }
    if (facts != nullptr) {
        base.mode = facts->type.value_or(base.mode);
        base.access = facts->access.value_or(base.access);
        base.outBufferSize = facts->outBufferSize.value_or(base.outBufferSize);
        base.inBufferSize = facts->inBufferSize.value_or(base.inBufferSize);
        base.instances = facts->limit ? instancesOf(*facts->limit) : base.instances;
    }
    return base;
}

} // namespace pipescope
