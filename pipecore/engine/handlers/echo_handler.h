#pragma once

#include "pipecore/engine/traffic_handler.h"

namespace pipecore {

/// Sends everything back (ConnectionOptions::echo).
class EchoHandler final : public TrafficHandler
{
public:
    [[nodiscard]] Verdict onMessage(const Conversation& /*conversation*/,
                                    const IncomingMessage& message) noexcept override
    {
        return Verdict::reply(message.payload, {.kind = OriginKind::Echo});
    }
    [[nodiscard]] bool endsWithInput() const noexcept override { return true; }
};

} // namespace pipecore
