#pragma once

#include "pipecore/analysis/message_role.h"
#include "pipecore/decode/hpack.h"

#include <cstdint>

namespace pipecore {

/// Role of an HTTP/1 message. An interim reply (1xx) is an event; the reply behind it in the same payload is one.
[[nodiscard]] MessageRole http1Role(std::string_view text);

/// Role of a MessagePack value: an array of MessagePack-RPC, or a map of JSON-RPC (StreamJsonRpc).
[[nodiscard]] MessageRole messagePackRole(ByteView bytes);

/// Roles of the frames of an HTTP/2 connection, from its preface on: the client's first HEADERS of a stream are
/// its request, the first HEADERS of the server that are not interim (1xx) its reply.
class Http2Roles
{
public:
    static constexpr std::string_view preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    explicit Http2Roles(Direction client) : m_client(client) {}

    /// Of a payload with one frame or more.
    [[nodiscard]] MessageRole read(ByteView frames, Direction direction);

private:
    struct Frame;

    [[nodiscard]] bool beginsRequest(const Frame& frame);
    [[nodiscard]] bool beginsReply(const Frame& frame);
    void learn(ByteView block);
    void forget();

    Direction m_client;
    std::uint32_t m_lastStream = 0; ///< of the client's requests
    HpackTable m_fields;            ///< those that the server's header blocks have set
    bool m_knowsFields = true;      ///< false: a block was missing or wrong
    Bytes m_block;                  ///< the beginning of a header block in several frames
};

/// Roles of the messages of a Redis connection. Replies come in order; pushes and what is published are
/// events, and so is a command that is only confirmed by these, or asks for no reply.
class RedisRoles
{
public:
    [[nodiscard]] MessageRole read(std::string_view text, bool asks);

private:
    struct Command;

    [[nodiscard]] MessageRole ofCommand(const Command& command);
    [[nodiscard]] MessageRole ofReply(std::string_view text);

    bool m_isKnown = false;      ///< something in the connection is only in Redis' protocol
    bool m_isSubscriber = false; ///< arrays may be confirmations and published messages
    bool m_isSilent = false;     ///< CLIENT REPLY OFF
    bool m_skipsNext = false;    ///< CLIENT REPLY SKIP
};

} // namespace pipecore
