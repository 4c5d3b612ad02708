#pragma once

#include "pipecore/model/event.h"

/// Makes `event` one of a message with these bytes, which stay where they are.
inline void setMessage(pipecore::Event& event, pipecore::ByteView payload,
                       pipecore::Direction direction = pipecore::Direction::Received)
{
    const bool received = direction == pipecore::Direction::Received;
    event.body = pipecore::Message{
        .direction = direction,
        .length = payload.size(),
        .origin = {.kind = received ? pipecore::OriginKind::Peer : pipecore::OriginKind::User}};
    event.payload = payload;
}
