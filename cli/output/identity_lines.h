#pragma once

#include "pipecore/base/json.h"
#include "pipecore/model/identity.h"
#include "pipecore/model/ids.h"
#include "pipecore/model/pipe_facts.h"

#include <string>
#include <vector>

namespace pipescope::cli {

/// Facts for people: a line break and an indented "User: ann (1000)" each; unknown ones with the reason.
[[nodiscard]] std::string indentedFacts(const std::vector<pipecore::IdentityFact>& facts);

/// A line like those of events for who a process is, with the time `wallNs`.
[[nodiscard]] std::string identityTextLine(pipecore::ConnectionId connection, std::int64_t wallNs,
                                           const pipecore::ProcessIdentity& identity);
[[nodiscard]] std::string identityJsonLine(pipecore::ConnectionId connection, std::int64_t wallNs,
                                           const pipecore::ProcessIdentity& identity);

/// Pipe properties of a connection in one line; missing ones with the reason.
[[nodiscard]] std::string factsText(const pipecore::PipeFacts& facts);

/// The same as an object "facts". A part that is not known is a text with the reason.
void putFacts(pipecore::JsonWriter& json, const pipecore::PipeFacts& facts);

} // namespace pipescope::cli
