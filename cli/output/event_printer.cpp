#include "output/event_printer.h"

namespace pipescope::cli {

std::string EventPrinter::line(const pipecore::Event& event)
{
    if (const auto* connected = std::get_if<pipecore::PeerConnected>(&event.body)) {
        m_peers[event.connection] = connected->peer;
    }
    const auto known = m_peers.find(event.connection);
    const pipecore::PeerInfo* peer = known == m_peers.end() ? nullptr : known->second.get();
    std::string text = m_format == Format::JsonLines ? jsonLine(event, peer) : textLine(event);
    if (std::holds_alternative<pipecore::Disconnected>(event.body)) {
        m_peers.erase(event.connection);
    }
    return text;
}

} // namespace pipescope::cli
