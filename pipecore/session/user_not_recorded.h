#pragma once

#include "pipecore/base/error.h"

namespace pipecore {

/// What PeerInfo::user is in a file of a version that did not record it.
[[nodiscard]] inline std::unexpected<Error> userNotRecorded()
{
    return refuse("not recorded", ErrorKind::NotSupported);
}

} // namespace pipecore
