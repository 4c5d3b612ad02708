#pragma once

#include "pipecore/identity.h"
#include "session/json.h"

#include <string>
#include <vector>

namespace pipescope::cli {

/// Facts for people: a line break and an indented "User: ann (1000)" each; what is not known says why.
[[nodiscard]] std::string indentedFacts(const std::vector<pipecore::IdentityFact>& facts);

/// Facts as an object `key`: a text each, and those that are not known, with the reason, in an object
/// "unknown" in it.
void putFacts(pipecore::JsonWriter& json, std::string_view key,
              const std::vector<pipecore::IdentityFact>& facts);

} // namespace pipescope::cli
