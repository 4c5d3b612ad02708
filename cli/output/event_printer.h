#pragma once

#include "output/typed_events.h"

#include "pipecore/model/event.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pipescope::cli {

/// Event as a line for people: time, connection, what happened, preview. Empty for an event that only
/// the program's own parts need. `problem`: of a frame that is malformed; may be null. `shown`: of a message,
/// in place of the preview of its bytes; may be empty.
[[nodiscard]] std::string textLine(const pipecore::Event& event,
                                   const pipecore::Phrase* problem = nullptr,
                                   const std::string& shown = {});

/// Turns events into lines: for people, or the JSON Lines that exports have. Remembers the names of the
/// endpoints and who is at the other end of each connection.
class EventPrinter
{
public:
    enum class Format { People, JsonLines };
    explicit EventPrinter(Format format) : m_format(format) {}
    /// Messages show their fields by these types.
    void setTypes(TypedEvents types) { m_types.emplace(std::move(types)); }

    /// The line of the next event; events come in their order. `problem` as textLine() has it.
    [[nodiscard]] std::string line(const pipecore::Event& event,
                                   const pipecore::Phrase* problem = nullptr);

private:
    [[nodiscard]] std::string jsonLine(const pipecore::Event& event,
                                       const pipecore::Phrase* problem,
                                       std::string_view proto) const;
    void addDecoded(std::string& line, const pipecore::Event& event) const;

    Format m_format;
    std::optional<TypedEvents> m_types;
    /// What is printed of an endpoint.
    struct Pipe
    {
        std::shared_ptr<const std::string> name;
        pipecore::Role role = pipecore::Role::Server;
    };
    std::unordered_map<pipecore::EndpointId, Pipe> m_pipes;
    struct Ends
    {
        std::shared_ptr<const pipecore::PeerInfo> client;
        std::shared_ptr<const pipecore::PeerInfo> target; ///< of a relay; else null
    };
    std::unordered_map<pipecore::ConnectionId, Ends> m_peers;
};

} // namespace pipescope::cli
