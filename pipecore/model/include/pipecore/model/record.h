#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/model/event.h"
#include "pipecore/model/ids.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace pipecore {

/// What one row of a session is.
enum class RecordKind : std::uint8_t {
    Message,        ///< a message, or in byte mode a piece of the stream
    EndpointOpened, ///< a server listens, a client starts to connect
    EndpointClosed,
    Connected,        ///< with the peer's process
    Disconnected,     ///< with the reason
    Failed,           ///< with the error
    Dropped,          ///< payloads or records were lost here, `droppedCount` and `droppedBytes`
    Throttled,        ///< reading stopped because the consumer was behind
    Resumed,          ///< reading goes on
    ClientIdentified, ///< who a server's client is, `text`
    AccessChecked,    ///< whether it may open something, `text`
    ReadModeChanged,  ///< how this end reads the pipe from here on, `readMode`
};

/// One row of a session, read back whole from where it is kept. A value.
struct Record
{
    std::uint64_t row = 0; ///< from 0, its place in the session
    RecordKind kind = RecordKind::Message;
    std::int64_t wallNs = 0; ///< nanoseconds since 1970 UTC
    EndpointId endpoint;
    ConnectionId connection; ///< zero when the row is the endpoint's
    Direction direction = Direction::Received;
    bool continues = false;               ///< Data::continues
    std::uint64_t length = 0;             ///< bytes of the message, also when `payload` is shorter
    Bytes payload;                        ///< up to the number of bytes asked for
    std::vector<std::uint32_t> fragments; ///< Data::fragments
    EndpointOpened opened;                ///< EndpointOpened: what it is; its name is not null
    std::shared_ptr<const PeerInfo> peer; ///< Connected: never null
    CloseReason reason = CloseReason::PeerClosed;
    std::uint64_t discardedBytes = 0; ///< Disconnected::discardedBytes
    std::uint64_t droppedCount = 0;   ///< Dropped
    std::uint64_t droppedBytes = 0;   ///< Dropped; Message: bytes that were not kept
    bool outcomeUnknown = false;      ///< Failed::outcomeUnknown
    PipeMode readMode = PipeMode::Message;
    /// ClientIdentified, AccessChecked: English; the first line says the most, the facts follow it.
    std::string text;
    /// Failed: the error. `error.api` is backed by static storage (interned when read from a file).
    Error error;
};

/// What a session knows of an endpoint. A value.
struct EndpointFacts
{
    EndpointId id;
    Role role = Role::Server;
    PipeMode mode = PipeMode::Message;
    Access access = Access::Duplex;
    std::uint32_t instances = 0;
    std::string name;
    std::int64_t openedNs = 0;
    std::int64_t closedNs = 0; ///< 0 while it is open
    bool open = false;
};

/// What a session knows of a connection. A value.
struct ConnectionFacts
{
    ConnectionId id;
    EndpointId endpoint;
    InstanceState state = InstanceState::Created;
    /// Never null once connected; before that null.
    std::shared_ptr<const PeerInfo> peer;
    /// Who is at the other end ("ACME\\ann", on Linux "ann"): PeerInfo::user when it is known; from a
    /// ClientIdentified row on the client's user as the pipe itself told it. Empty when nobody knows.
    std::string user;
    std::int64_t sinceNs = 0;  ///< connected (or began to connect), wall clock
    std::int64_t closedNs = 0; ///< 0 while it lasts
    CloseReason reason = CloseReason::PeerClosed;
    bool throttled = false;
    std::uint64_t messagesReceived = 0;
    std::uint64_t bytesReceived = 0;
    std::uint64_t messagesSent = 0;
    std::uint64_t bytesSent = 0;
};

} // namespace pipecore
