#pragma once

#include "pipecore/model/row_body.h"

namespace pipecore {

/// Origin of a sent message, for its row.
struct Cause
{
    OperationId operation{}; ///< zero without a request
    Origin origin = byUser;
    std::uint64_t partner = 0; ///< as Message::partner
};

} // namespace pipecore
