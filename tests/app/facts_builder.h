#pragma once

#include "pipecore/session/session.h"

#include <memory>
#include <string>
#include <utility>

/// Makes snapshots of a session by hand, without an engine.
class FactsBuilder
{
public:
    static constexpr std::int64_t second = 1'000'000'000;
    static constexpr std::int64_t start = 1'700'000'000 * second;

    pipecore::EndpointId addServer(std::string name,
                                   pipecore::PipeMode mode = pipecore::PipeMode::Message,
                                   pipecore::Access access = pipecore::Access::Duplex,
                                   std::uint32_t instances = 0)
    {
        return addEndpoint(pipecore::Role::Server, std::move(name), mode, access, instances);
    }

    pipecore::EndpointId addClient(std::string name,
                                   pipecore::PipeMode mode = pipecore::PipeMode::Message,
                                   pipecore::Access access = pipecore::Access::Duplex)
    {
        return addEndpoint(pipecore::Role::Client, std::move(name), mode, access, 0);
    }

    pipecore::ConnectionId
    addConnection(pipecore::EndpointId endpoint, std::uint32_t processId, std::string image,
                  pipecore::InstanceState state = pipecore::InstanceState::Connected)
    {
        pipecore::PeerInfo peer;
        peer.processId = processId;
        peer.image = std::move(image);
        peer.user = "SHOP\\ann";
        return addConnection(endpoint, peer, state);
    }

    pipecore::ConnectionId
    addConnection(pipecore::EndpointId endpoint, pipecore::PeerInfo peer,
                  pipecore::InstanceState state = pipecore::InstanceState::Connected)
    {
        pipecore::ConnectionFacts facts;
        facts.id = pipecore::ConnectionId{m_facts.connections.size() + 1};
        facts.endpoint = endpoint;
        facts.state = state;
        facts.peer = std::make_shared<const pipecore::PeerInfo>(std::move(peer));
        facts.sinceNs = start + second * static_cast<std::int64_t>(facts.id.value);
        m_facts.connections.push_back(facts);
        return facts.id;
    }

    pipecore::ConnectionFacts& connection(pipecore::ConnectionId id)
    {
        return m_facts.connections.at(id.value - 1);
    }

    pipecore::EndpointFacts& endpoint(pipecore::EndpointId id)
    {
        return m_facts.endpoints.at(id.value - 1);
    }

    void close(pipecore::ConnectionId id,
               pipecore::CloseReason reason = pipecore::CloseReason::PeerClosed)
    {
        connection(id).state = pipecore::InstanceState::Closed;
        connection(id).reason = reason;
        connection(id).closedNs = connection(id).sinceNs + second;
    }

    void stop(pipecore::EndpointId id)
    {
        endpoint(id).open = false;
        endpoint(id).closedNs = endpoint(id).openedNs + second;
        for (const pipecore::ConnectionFacts& facts : m_facts.connections) {
            if (facts.endpoint == id && facts.state != pipecore::InstanceState::Closed) {
                close(facts.id, pipecore::CloseReason::ClosedByUs);
            }
        }
    }

    /// A new revision each time.
    pipecore::SessionFacts::Snapshot snapshot()
    {
        ++m_facts.revision;
        return m_facts;
    }

private:
    pipecore::EndpointId addEndpoint(pipecore::Role role, std::string name, pipecore::PipeMode mode,
                                     pipecore::Access access, std::uint32_t instances)
    {
        pipecore::EndpointFacts facts;
        facts.id = pipecore::EndpointId{m_facts.endpoints.size() + 1};
        facts.role = role;
        facts.mode = mode;
        facts.access = access;
        facts.instances = instances;
        facts.name = std::move(name);
        facts.openedNs = start;
        facts.open = true;
        m_facts.endpoints.push_back(facts);
        return facts.id;
    }

    pipecore::SessionFacts::Snapshot m_facts;
};
