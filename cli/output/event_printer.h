#pragma once

#include "pipecore/model/event.h"

#include <memory>
#include <string>
#include <unordered_map>

namespace pipescope::cli {

/// One event as a JSON object (RFC 8259) and a line break; empty for an event that only the engine's
/// own bookkeeping needs. `peer` is who is at the other end of its connection, or null.
[[nodiscard]] std::string jsonLine(const pipecore::Event& event, const pipecore::PeerInfo* peer);
/// The same for people: time, connection, what happened, preview.
[[nodiscard]] std::string textLine(const pipecore::Event& event);

/// Turns events into lines. Remembers who is at the other end of each connection.
class EventPrinter
{
public:
    enum class Format { People, JsonLines };
    explicit EventPrinter(Format format) : m_format(format) {}

    /// The line of the next event; events come in their order.
    [[nodiscard]] std::string line(const pipecore::Event& event);

private:
    Format m_format;
    std::unordered_map<pipecore::ConnectionId, std::shared_ptr<const pipecore::PeerInfo>> m_peers;
};

} // namespace pipescope::cli
