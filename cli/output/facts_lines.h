#pragma once

#include "pipecore/model/pipe_facts.h"

#include "pipecore/base/json.h"

#include <string>

namespace pipescope::cli {

/// Pipe properties of a connection in one line; missing ones with the reason.
[[nodiscard]] std::string factsText(const pipecore::PipeFacts& facts);

/// The same as an object "facts". A part that is not known is a text with the reason.
void putFacts(pipecore::JsonWriter& json, const pipecore::PipeFacts& facts);

} // namespace pipescope::cli
