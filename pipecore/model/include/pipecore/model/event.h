#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"
#include "pipecore/model/ids.h"
#include "pipecore/model/instance_state.h"
#include "pipecore/model/options.h"
#include "pipecore/model/pipe_facts.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <variant>

namespace pipecore {

struct ClientIdentity; // pipecore/model/identity.h
struct AccessAnswer;

enum class Direction : std::uint8_t { Received, Sent };

/// Who is on the other end. Each field is a value or the error that kept it from being known; never a
/// guess. For display only: process IDs are reused and can be spoofed.
struct PeerInfo
{
    /// GetNamedPipeClientProcessId / GetNamedPipeServerProcessId; SO_PEERCRED.
    Result<std::uint32_t> processId;
    /// Full path of the program, UTF-8: QueryFullProcessImageName; /proc/PID/exe.
    Result<std::string> image;
    /// The account that the process runs under, UTF-8. Windows: `DOMAIN\name` of its token's user
    /// (OpenProcessToken, GetTokenInformation, LookupAccountSid), or the SID while the name is being
    /// looked up and when it has none. Linux: the name of SO_PEERCRED's uid, or the number likewise.
    /// Whom a client lets a server see is asked with Engine::identifyClient().
    Result<std::string> user = refuse("nobody has asked", ErrorKind::NotSupported);
};

/// Last part of PeerInfo::image ("app.exe"), or empty when it is not known.
[[nodiscard]] std::string imageName(const PeerInfo& peer);

/// How a conversation ended.
enum class CloseReason : std::uint8_t {
    PeerClosed,  ///< the other end closed its handle or its process ended (the system cannot tell)
    ClosedByUs,  ///< graceful: everything queued was handed to the system first
    AbortedByUs, ///< abortive: what was queued, and on a Windows server what was unread, is gone
    EngineStopped, ///< the engine ended
    Failed,        ///< a system call failed; a Failed event came before
};

/// A server holds its name, or a client started to connect.
struct EndpointOpened
{
    Role role = Role::Server;
    PipeMode mode = PipeMode::Message;
    Access access = Access::Duplex; ///< of a server; a client's ClientAccess is mapped onto it
    std::uint32_t instances = 0;    ///< limit of a server, 0 unlimited
    std::shared_ptr<const std::string> name; ///< PipeName::display(); never null
};
/// The endpoint and everything below it is gone; its name is free again.
struct EndpointClosed
{};
/// An instance or client end moved on. `connection` is zero while a server's instance listens.
struct StateChanged
{
    InstanceState from = InstanceState::Created;
    InstanceState to = InstanceState::Created;
};
struct PeerConnected
{
    std::shared_ptr<const PeerInfo> peer; ///< never null
};
/// One message, or in byte mode one read or one completed write.
struct Data
{
    Direction direction = Direction::Received;
    /// True when this is not the end of the message: it reached ConnectionOptions::messageLimit and its
    /// next part follows, or the peer left in the middle of it.
    bool continues = false;
    /// Valid only during EventSink::onEvent; in an EventBatch as long as the batch.
    ByteView payload;
    /// Sizes in bytes of the reads a received message came in; empty when it was one.
    std::span<const std::uint32_t> fragments;
    OperationId operation; ///< the send this completes; zero when received or echoed
    /// Bytes of the message that are not in `payload` because the consumer was behind
    /// (Backpressure::DropPayload).
    std::uint64_t droppedBytes = 0;
};
/// The conversation is over; the last event of a connection.
struct Disconnected
{
    CloseReason reason = CloseReason::PeerClosed;
    std::uint64_t discardedBytes = 0; ///< queued by us and never handed to the system
};
/// Something did not work. A connection that ends because of it says so in a Disconnected of its own.
struct Failed
{
    OperationId operation; ///< zero when nobody asked
    Error error;
    /// A write was taken back or broke off: the peer may have read none, some or all of it.
    bool outcomeUnknown = false;
};
/// Payloads were not kept because the consumer was too slow and the policy says drop.
struct Dropped
{
    std::uint64_t count = 0;
    std::uint64_t bytes = 0;
};
/// Reading stopped (true) because the consumer is behind, or goes on (false). Nothing is lost.
struct Throttled
{
    bool on = false;
};

/// Answer to Engine::readFacts().
struct FactsRead
{
    OperationId operation;
    std::shared_ptr<const PipeFacts> facts; ///< never null
};
/// Answer to Engine::setReadMode().
struct ReadModeChanged
{
    OperationId operation;
    PipeMode mode = PipeMode::Message;
};

/// Answer to Engine::identifyClient().
struct ClientIdentified
{
    OperationId operation;
    std::shared_ptr<const ClientIdentity> identity; ///< never null
};
/// Answer to Engine::checkAccessAs().
struct AccessChecked
{
    OperationId operation;
    std::shared_ptr<const AccessAnswer> answer; ///< never null
};

using EventBody = std::variant<EndpointOpened, EndpointClosed, StateChanged, PeerConnected, Data,
                               Disconnected, Failed, Dropped, Throttled, FactsRead, ReadModeChanged,
                               ClientIdentified, AccessChecked>;

/// What the engine saw, stamped when it saw it (at completion), in order.
struct Event
{
    std::uint64_t sequence = 0;   ///< from 1, without gaps
    std::int64_t monotonicNs = 0; ///< steady clock, nanoseconds
    std::int64_t wallNs = 0;      ///< nanoseconds since 1970 UTC; advances with the steady clock
    EndpointId endpoint;
    ConnectionId connection; ///< zero when the event is the endpoint's
    EventBody body;
};

/// What happens when the consumer does not keep up.
enum class Backpressure : std::uint8_t {
    Throttle,    ///< the engine reads no more until it has; nothing is lost
    DropPayload, ///< the engine goes on; events are kept, their payloads are not (Data::droppedBytes)
};

/// Where the engine puts its events. All calls come from the engine's thread.
class EventSink
{
public:
    EventSink() = default;
    EventSink(const EventSink&) = delete;
    EventSink& operator=(const EventSink&) = delete;
    virtual ~EventSink() = default;

    /// Takes one event. Spans in it are valid during the call only. Must not block. It may call
    /// Engine's submitting functions.
    virtual void onEvent(const Event& event) = 0;
    /// A round of completions was handled: the place to publish and to wake a consumer, once.
    virtual void onRoundEnd() {}
    /// False asks the engine to stop reading from pipes until Engine::resumeReading().
    [[nodiscard]] virtual bool hasRoom() const { return true; }
};

} // namespace pipecore
