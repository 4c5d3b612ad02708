#include "rules.h"

namespace pipecore::explaining {

namespace {

std::optional<bool> opposite(std::optional<bool> value)
{
    return value ? std::optional(!*value) : std::nullopt;
}

} // namespace

std::optional<bool> isRemote(const ExplainContext& context)
{
    return context.remote;
}

std::optional<bool> isLocal(const ExplainContext& context)
{
    return opposite(context.remote);
}

std::optional<bool> triesOnce(const ExplainContext& context)
{
    return context.timeout ? std::optional(context.timeout->count() == 0) : std::nullopt;
}

std::optional<bool> waits(const ExplainContext& context)
{
    return opposite(triesOnce(context));
}

std::optional<bool> wantsMessages(const ExplainContext& context)
{
    return context.mode ? std::optional(*context.mode == PipeMode::Message) : std::nullopt;
}

std::optional<bool> wantsFirstInstance(const ExplainContext& context)
{
    return context.firstInstance;
}

std::optional<bool> goesOneWay(const ExplainContext& context)
{
    return context.access ? std::optional(*context.access != Access::Duplex) : std::nullopt;
}

std::optional<bool> isSynchronous(const ExplainContext& context)
{
    return context.synchronous;
}

std::optional<bool> isOverlapped(const ExplainContext& context)
{
    return opposite(context.synchronous);
}

} // namespace pipecore::explaining
