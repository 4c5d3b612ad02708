#include "pipecore/discovery/inspection.h"

#include <utility>

namespace pipecore {

std::unexpected<Error> notSupportedHere()
{
    return refuse("not supported by this system", ErrorKind::NotSupported);
}

bool doesNotApply(const Error& error)
{
    return error == notSupportedHere().error();
}

PipeInspection emptyInspection(std::string path, const std::unexpected<Error>& why)
{
    return {.path = std::move(path),
            .type = why,
            .readMode = why,
            .access = why,
            .instances = why,
            .limit = why,
            .outBufferSize = why,
            .inBufferSize = why,
            .connected = why,
            .waiting = why,
            .owner = why,
            .ownerId = why,
            .group = why,
            .groupId = why,
            .security = why,
            .processId = why,
            .image = why,
            .session = why};
}

} // namespace pipecore
