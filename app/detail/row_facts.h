#pragma once

#include "detail/facts_page.h"
#include "pipecore/session/session.h"

namespace pipescope {

/// The facts about a row that is not a message: peer, reason, error, and solutions.
[[nodiscard]] RowFacts factsOf(const pipecore::Record& record,
                               const pipecore::SessionFacts& session);

} // namespace pipescope
