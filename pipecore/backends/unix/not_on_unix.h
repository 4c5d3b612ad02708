#pragma once

#include "pipecore/base/translatable.h"
#include "pipecore/model/identity.h"

namespace pipecore {

/// Leaves those facts that only Windows has as errors with their reasons.
inline void markWindowsFacts(TokenFacts& facts)
{
    facts.terminalSession = refuse(PIPECORE_TR("IdentityReason", "Linux has no terminal sessions"),
                                   ErrorKind::NotSupported);
    facts.integrity = refuse(PIPECORE_TR("IdentityReason", "Linux has no integrity levels"),
                             ErrorKind::NotSupported);
    facts.elevation =
        refuse(PIPECORE_TR("IdentityReason",
                           "Linux has no elevation; see the user (0 is root) and the privileges"),
               ErrorKind::NotSupported);
    facts.appContainer = refuse(PIPECORE_TR("IdentityReason", "Linux has no AppContainers"),
                                ErrorKind::NotSupported);
}

} // namespace pipecore
