#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/model/event.h"

#include <cstdint>
#include <optional>
#include <string>

namespace pipecore {

/// Role of a message in its conversation, as its own bytes tell it.
struct MessageRole
{
    enum class Part : std::uint8_t {
        Unknown, ///< it does not say
        Request,
        Reply,
        Named, ///< has the id of a request: the side that asks sends requests, the other replies
        Event, ///< neither: a notification, a greeting, a part of something that was begun before
    };

    Part part = Part::Unknown;
    std::string id{};       ///< which request; empty: replies come in the order of their requests
    bool isMore = false;    ///< of a request: more of the one before with this id
    bool isCertain = false; ///< protocols without ids do not look so
};

/// Reads the roles of the messages of one connection, in their order: JSON-RPC, LSP, DAP, mpv, QMP, varlink,
/// MessagePack-RPC, DCE/RPC, D-Bus, Discord, HTTP/1 and HTTP/2. A message is a frame or a message of the pipe;
/// the header lines of LSP and DAP may be before it. Knows one stream by what was before: HTTP/2. Time in
/// proportion to the payload. One thread.
class RoleReader
{
public:
    [[nodiscard]] MessageRole read(ByteView payload, Direction direction);

private:
    [[nodiscard]] MessageRole http2(ByteView frames, Direction direction);

    std::optional<Direction> m_http2Client; ///< which way the preface went
    std::uint32_t m_lastStream = 0;         ///< of that side's requests
};

/// Role of a JSON text by its members; Unknown when it is none, or none of a protocol that is known here.
[[nodiscard]] MessageRole jsonRole(std::string_view text);

} // namespace pipecore
