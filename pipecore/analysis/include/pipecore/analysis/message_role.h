#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/model/event.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace pipecore {

/// Role of a message in its conversation, as its own bytes tell it.
struct MessageRole
{
    enum class Part : std::uint8_t {
        Unknown, ///< it does not say
        Request,
        Reply,
        Event, ///< neither: a notification, a greeting, a part of something that was begun before
    };

    Part part = Part::Unknown;
    std::string id{};       ///< which request; empty: replies come in the order of their requests
    bool isMore = false;    ///< of a request: more of the one before with this id
    bool isCertain = false; ///< other protocols do not look so
};

/// Reads the roles of the messages of one connection, in their order: JSON-RPC (also in MessagePack), LSP, DAP,
/// mpv, QMP, varlink, MessagePack-RPC, DCE/RPC, D-Bus, Discord, HTTP/1, HTTP/2, ttrpc, Redis and i3. A message is
/// a frame or a message of the pipe; the header lines of LSP and DAP, or a length of four bytes, may be before
/// it. Knows what was before, where a protocol needs it: HTTP/2 and Redis. Time in proportion to the payload.
/// One thread.
class RoleReader
{
public:
    /// `asking` is the direction of the side that asks, for protocols whose messages look alike in both.
    explicit RoleReader(Direction asking = Direction::Received);
    ~RoleReader();
    RoleReader(const RoleReader&) = delete;
    RoleReader& operator=(const RoleReader&) = delete;

    [[nodiscard]] MessageRole read(ByteView payload, Direction direction);

private:
    struct Streams;

    Direction m_asking;
    std::unique_ptr<Streams> m_streams;
};

/// Role of a JSON text by its members; Unknown when it is none, or none of a protocol that is known here.
[[nodiscard]] MessageRole jsonRole(std::string_view text);

} // namespace pipecore
