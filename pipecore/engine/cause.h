#pragma once

#include "pipecore/model/row_body.h"

namespace pipecore {

/// Why a message goes out. Its row says so.
struct Cause
{
    OperationId operation{}; ///< zero when nobody asked
    Origin origin = byUser;
    std::uint64_t partner = 0; ///< as Message::partner
};

} // namespace pipecore
