#include "pipecore/decode/connection_types.h"

namespace pipecore {

bool ConnectionTypes::add(ByteView payload, Sender sender, bool isFrame)
{
    if (m_kind.load() == Kind::Unknown && !payload.empty()) {
        m_kind = Http2Calls::isStart(payload) ? Kind::Http2 : Kind::Typed;
    }
    return m_kind.load() == Kind::Http2 && m_calls.add(payload, sender == Sender::Client, isFrame);
}

std::optional<TypedMessage> ConnectionTypes::typed(Sender sender, bool beginsInside) const
{
    DecodeContext context{.sender = sender, .types = m_types.get(), .beginsInside = beginsInside};
    if (m_kind.load() == Kind::Http2) {
        context.calls = &m_calls;
        return TypedMessage{.decoder = DecoderId::Http2, .context = context};
    }
    context.message = sender == Sender::Client ? m_sides.client : m_sides.server;
    return context.message == nullptr
               ? std::nullopt
               : std::optional(TypedMessage{.decoder = DecoderId::Protobuf, .context = context});
}

} // namespace pipecore
