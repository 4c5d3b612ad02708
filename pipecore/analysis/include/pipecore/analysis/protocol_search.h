#pragma once

#include "pipecore/decode/protocols.h"
#include "pipecore/framing/rule.h"
#include "pipecore/session/session.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace pipecore {

/// Finds the protocols that the endpoints of a session speak, each by the name of its pipe and by the
/// beginning of its first connection that has messages. An endpoint of which nothing is known has no entry;
/// guesses are the likeliest first. `shouldContinue` is asked now and then and stops the search by
/// returning false (error Cancelled). Other errors as RecordSource::read(). Any thread.
[[nodiscard]] Result<std::map<EndpointId, std::vector<ProtocolGuess>>>
findProtocols(const RecordSource& rows, const std::function<bool()>& shouldContinue);

/// What decoders are told of a message of an endpoint. Refers to its name.
[[nodiscard]] DecodeContext contextOf(const EndpointFacts& endpoint, Direction direction);

/// The rule of the first guess that may be taken without asking; empty when there is none.
[[nodiscard]] std::optional<FramingRule> sureRule(const std::vector<ProtocolGuess>& guesses);

} // namespace pipecore
