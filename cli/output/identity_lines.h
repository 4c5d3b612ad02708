#pragma once

#include "pipecore/model/identity.h"
#include "pipecore/model/ids.h"

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

} // namespace pipescope::cli
