#pragma once

#include "pipecore/model/pipe_facts.h"

#include "pipecore/base/json.h"

#include <string>

namespace pipescope::cli {

/// What the system says of a connection, in one line; what it does not tell says why.
[[nodiscard]] std::string factsText(const pipecore::PipeFacts& facts);

/// The same as an object "facts". A part that is not known is a text with the reason.
void putFacts(pipecore::JsonWriter& json, const pipecore::PipeFacts& facts);

} // namespace pipescope::cli
