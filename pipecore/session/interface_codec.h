#pragma once

#include "pipecore/model/event.h"
#include "pipecore/model/ids.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace pipecore {

/// Of the format that is written; see docs/SESSION_FORMAT.md.
constexpr std::uint8_t sessionVersion = 2;

/// Data of a connection in its interface block, so that its messages can be understood
/// without the lifecycle rows before them.
struct ConnectionHeader
{
    std::uint64_t recording = 0; ///< chosen by its recorder; 0 when it was not written
    EndpointId endpoint;
    ConnectionId connection;
    EndpointOpened opened; ///< name is not null
    std::int64_t openedNs = 0;
    std::int64_t sinceNs = 0;
    std::shared_ptr<const PeerInfo> peer;   ///< null when it was never known
    std::shared_ptr<const PeerInfo> target; ///< ConnectionFacts::target
};

/// Texts of an interface block.
struct InterfaceNaming
{
    std::string name;
    std::string description;
    std::string comment;
};

[[nodiscard]] InterfaceNaming namingFor(const ConnectionHeader& header);
/// `recording` 0: of no recording.
[[nodiscard]] InterfaceNaming namingForEvents(std::uint64_t recording = 0);

/// Content of an interface's comment; empty if it is not ours.
struct InterfaceMeaning
{
    bool ours = false;
    bool events = false;
    std::uint8_t version = 0; ///< of the format
    ConnectionHeader header;  ///< of a connection; of events its recording only
};
[[nodiscard]] InterfaceMeaning meaningOf(std::string_view comment);

} // namespace pipecore
