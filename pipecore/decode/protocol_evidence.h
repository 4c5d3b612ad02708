#pragma once

#include "pipecore/decode/protocols.h"
#include "pipecore/framing/reassembler.h"

namespace pipecore {

/// How much a frame speaks for a protocol, in bits: other bytes look so once in 2^bits. 0: it could be of the
/// protocol; negative: it is not.
using Evidence = int;
constexpr Evidence misfit = -1;

// The evidence of one complete frame for a protocol or a family of them.
[[nodiscard]] Evidence lspEvidence(const Frame& frame);
[[nodiscard]] Evidence dapEvidence(const Frame& frame);
[[nodiscard]] Evidence jsonRpcEvidence(const Frame& frame);
[[nodiscard]] Evidence streamJsonRpcEvidence(const Frame& frame);
[[nodiscard]] Evidence mpvEvidence(const Frame& frame);
[[nodiscard]] Evidence qmpEvidence(const Frame& frame);
[[nodiscard]] Evidence varlinkEvidence(const Frame& frame);
[[nodiscard]] Evidence jsonLineEvidence(const Frame& frame);
[[nodiscard]] Evidence http1Evidence(const Frame& frame);
[[nodiscard]] Evidence dockerStreamEvidence(const Frame& frame);
[[nodiscard]] Evidence http2Evidence(const Frame& frame);
[[nodiscard]] Evidence dotnetWrapperEvidence(const Frame& frame);
[[nodiscard]] Evidence sshAgentEvidence(const Frame& frame);
[[nodiscard]] Evidence discordEvidence(const Frame& frame);
[[nodiscard]] Evidence dotnetDiagnosticsEvidence(const Frame& frame);
[[nodiscard]] Evidence dceRpcEvidence(const Frame& frame);
[[nodiscard]] Evidence dbusEvidence(const Frame& frame);
[[nodiscard]] Evidence messagePackRpcEvidence(const Frame& frame);
[[nodiscard]] Evidence i3Evidence(const Frame& frame);
[[nodiscard]] Evidence redisEvidence(const Frame& frame);

} // namespace pipecore
