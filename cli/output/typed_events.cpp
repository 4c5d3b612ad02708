#include "output/typed_events.h"

namespace pipescope::cli {

using pipecore::Decoded;
using pipecore::Sender;

std::optional<Decoded> TypedEvents::next(const pipecore::Event& event)
{
    if (const auto* const opened = std::get_if<pipecore::EndpointOpened>(&event.body)) {
        m_roles[event.endpoint] = opened->role;
    } else if (std::holds_alternative<pipecore::EndpointClosed>(event.body)) {
        m_roles.erase(event.endpoint);
    } else if (std::holds_alternative<pipecore::Disconnected>(event.body)) {
        m_connections.erase(event.connection);
    }
    const auto* const message = std::get_if<pipecore::Message>(&event.body);
    if (message == nullptr) {
        return std::nullopt;
    }
    auto& types = m_connections[event.connection];
    if (!types) {
        // The side that connected asks.
        types = std::make_unique<pipecore::ConnectionTypes>(
            m_choice.types,
            pipecore::ConnectionTypes::Sides{.client = m_choice.request, .server = m_choice.reply});
    }
    const auto role = m_roles.find(event.endpoint);
    const bool isServer = role != m_roles.end() && role->second == pipecore::Role::Server;
    const bool isReceived = message->direction == pipecore::Direction::Received;
    const Sender sender = isServer == isReceived ? Sender::Client : Sender::Server;
    const bool beginsInside = types->add(event.payload, sender, m_isFramed);
    const auto typed = types->typed(sender, beginsInside);
    if (!typed) {
        return std::nullopt;
    }
    pipecore::DecodeLimits limits;
    limits.prettyBytes = 0;
    return decode(event.payload, typed->decoder, limits, typed->context);
}

} // namespace pipescope::cli
