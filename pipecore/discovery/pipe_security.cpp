#include "pipecore/discovery/pipe_security.h"

namespace pipecore {

std::vector<SecurityFinding> checkLive(const LiveSecurity& live, SecurityContext context)
{
    if (live.socket) {
        return checkSocket(*live.socket);
    }
    if (!context.user) {
        context.user = live.serverUser;
    }
    return checkSecurity(live.descriptor, context);
}

} // namespace pipecore
