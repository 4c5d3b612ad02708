#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/model/event.h"
#include "pipecore/model/ids.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace pipecore {

/// A row of a session, read back in full. A value.
struct Record
{
    std::uint64_t row = 0;   ///< from 0, its place in the session
    std::int64_t wallNs = 0; ///< nanoseconds since 1970 UTC; noTime when the file does not say
    EndpointId endpoint;
    ConnectionId connection; ///< zero when the row is the endpoint's
    RowBody body;
    Bytes payload;                        ///< of a message: up to the number of bytes asked for
    std::vector<std::uint32_t> fragments; ///< of a message: Event::fragments
    /// Of a frame that is malformed: the reason. Translation source of the context "Decode".
    std::shared_ptr<const Phrase> problem;

    [[nodiscard]] RecordKind kind() const { return kindOf(body); }
    /// The body as this type; null if it is another.
    template <typename Body>
    [[nodiscard]] const Body* as() const
    {
        return std::get_if<Body>(&body);
    }
    [[nodiscard]] bool isMessage() const { return as<Message>() != nullptr; }
    /// Of a row that is a message.
    [[nodiscard]] const Message& message() const { return std::get<Message>(body); }
};

/// A row wherever it comes from: an event that has no place in a file yet, or a record. Refers to it.
struct RowView
{
    std::uint64_t number = 0; ///< from 1, as people count
    std::int64_t wallNs = 0;
    EndpointId endpoint;
    ConnectionId connection;
    const RowBody& body;
    ByteView payload;
    std::span<const std::uint32_t> fragments;
    const Phrase* problem = nullptr; ///< Record::problem

    // Implicit: both are rows.
    RowView(const Event& event) // NOLINT(google-explicit-constructor)
        : number(event.row)
        , wallNs(event.wallNs)
        , endpoint(event.endpoint)
        , connection(event.connection)
        , body(event.body)
        , payload(event.payload)
        , fragments(event.fragments)
    {}
    RowView(const Record& record) // NOLINT(google-explicit-constructor)
        : RowView(record, record.payload)
    {}
    /// `bytes` in place of the record's own.
    RowView(const Record& record, ByteView bytes)
        : number(record.row + 1)
        , wallNs(record.wallNs)
        , endpoint(record.endpoint)
        , connection(record.connection)
        , body(record.body)
        , payload(bytes)
        , fragments(record.fragments)
        , problem(record.problem.get())
    {}
};

/// Facts of an endpoint in a session. A value.
struct EndpointFacts
{
    EndpointId id;
    Role role = Role::Server;
    PipeMode mode = PipeMode::Message;
    Access access = Access::Duplex;
    std::uint32_t instances = 0;
    std::string name;
    std::string target{}; ///< EndpointOpened::target; empty: no relay
    std::int64_t openedNs = 0;
    std::int64_t closedNs = 0; ///< 0 while it is open
    bool open = false;
};

/// Facts of a connection in a session. A value.
struct ConnectionFacts
{
    ConnectionId id;
    EndpointId endpoint;
    InstanceState state = InstanceState::Created;
    /// Never null once connected; before that null.
    std::shared_ptr<const PeerInfo> peer;
    /// Of a relay: the program behind its target, once it is reached. Else null.
    std::shared_ptr<const PeerInfo> target;
    /// User of the peer ("ACME\\ann", on Linux "ann"): PeerInfo::user when it is known; from a
    /// ClientIdentified row on the client's user as the pipe itself reported it. Empty if unknown.
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
