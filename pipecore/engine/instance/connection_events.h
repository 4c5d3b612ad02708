#pragma once

#include "../event_source.h"
#include "../outgoing.h"
#include "message_assembler.h"
#include "pipecore/model/event.h"

#include <cstdint>
#include <type_traits>
#include <utility>

namespace pipecore {

/// The part of an instance in a relayed conversation.
enum class RelaySide : std::uint8_t {
    None,   ///< in no relay
    Client, ///< towards the client, whose conversation it is
    Target, ///< towards the target; its events are of the client's conversation
};

/// The events of one instance: publishes in the name of its endpoint, and of its connection once there
/// is one. Engine's thread.
///
/// A relayed conversation has two instances and is one to who watches it: a message of the client was
/// received, one of the target is sent to the client, and each has one row, made when it is read.
class ConnectionEvents
{
public:
    ConnectionEvents(EventSource& source, EndpointId endpoint, RelaySide side = RelaySide::None)
        : m_source(source)
        , m_endpoint(endpoint)
        , m_side(side)
    {}

    /// `conversation`: the connection that the events are of, if it is another.
    void setConnection(ConnectionId connection, ConnectionId conversation = {})
    {
        m_connection = connection;
        m_conversation = conversation ? conversation : connection;
    }
    [[nodiscard]] ConnectionId connection() const { return m_connection; }
    [[nodiscard]] ConnectionId conversation() const { return m_conversation; }

    template <typename Body>
    void publish(Body&& body)
    {
        using Kind = std::remove_cvref_t<Body>;
        if (m_side == RelaySide::Target) {
            if constexpr (std::is_same_v<Kind, PeerConnected>) {
                m_source.publish(m_endpoint, m_conversation, TargetConnected{body.peer});
                return;
            }
            // The state of the conversation is that of the client's side.
            if constexpr (std::is_same_v<Kind, StateChanged> || std::is_same_v<Kind, InputEnded>
                          || std::is_same_v<Kind, OutputEnded>
                          || std::is_same_v<Kind, Disconnected>) {
                return;
            }
        }
        m_source.publish(m_endpoint, m_conversation, std::forward<Body>(body));
    }
    /// A message came. The number of its row.
    std::uint64_t received(const AssembledMessage& message, bool held, std::uint64_t addedNs)
    {
        return m_source.publish(
            m_endpoint, m_conversation,
            Message{.direction = incoming(),
                    .continues = message.continues,
                    .held = held,
                    .length = message.payload.size(),
                    .origin = {.kind = m_side == RelaySide::Target ? OriginKind::Relay
                                                                   : OriginKind::Peer},
                    .addedNs = addedNs},
            message.payload, message.fragments);
    }
    /// `payload` replaces the message of row `partner`.
    void replaced(ByteView payload, const Origin& origin, std::uint64_t partner)
    {
        m_source.publish(m_endpoint, m_conversation,
                         Message{.direction = incoming(),
                                 .length = payload.size(),
                                 .origin = origin,
                                 .partner = partner},
                         payload);
    }
    /// The system took all of `payload`.
    void sent(const Cause& cause, ByteView payload)
    {
        if (m_side != RelaySide::None && cause.origin.kind == OriginKind::Relay) {
            return; // it has its row since it was read
        }
        m_source.publish(m_endpoint, m_conversation,
                         Message{.direction = m_side == RelaySide::Target ? Direction::Received
                                                                          : Direction::Sent,
                                 .length = payload.size(),
                                 .origin = cause.origin,
                                 .partner = cause.partner,
                                 .operation = cause.operation},
                         payload);
    }
    /// The same for a payload that the system took with an operation of which only the end is known.
    void sentAt(const EventClock::Stamp& begin, const Cause& cause, ByteView payload)
    {
        m_source.at(begin, [&] { sent(cause, payload); });
    }
    /// `operation` is zero without a request.
    void failed(OperationId operation, const Error& error, bool outcomeUnknown = false)
    {
        publish(Failed{.operation = operation, .error = error, .outcomeUnknown = outcomeUnknown});
    }

    void takeTime() { m_source.takeTime(); }
    /// The time that is taken now.
    [[nodiscard]] EventClock::Stamp takenTime()
    {
        m_source.takeTime();
        return m_source.stamp();
    }
    /// Nanoseconds since the time that the events carry; 0 when that is not worth a word.
    [[nodiscard]] std::uint64_t sinceStamp() const { return m_source.sinceStamp(); }
    [[nodiscard]] std::int64_t monotonicNs() const { return m_source.monotonicNs(); }
    /// Whether the sink takes more.
    [[nodiscard]] bool hasRoom() const { return m_source.hasRoom(); }
    [[nodiscard]] bool hasReserve() const { return m_source.hasReserve(); }

private:
    /// Direction of what this end reads.
    [[nodiscard]] Direction incoming() const
    {
        return m_side == RelaySide::Target ? Direction::Sent : Direction::Received;
    }

    EventSource& m_source;
    EndpointId m_endpoint;
    RelaySide m_side;
    ConnectionId m_connection;
    ConnectionId m_conversation;
};

} // namespace pipecore
