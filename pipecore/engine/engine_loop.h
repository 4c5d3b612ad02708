#pragma once

#include "command_queue.h"
#include "endpoint.h"
#include "engine_context.h"
#include "event_source.h"
#include "pipecore/engine/backend.h"
#include "pipecore/engine/engine.h"
#include "registry.h"
#include "timers.h"

#include <atomic>
#include <map>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace pipecore {

/// The engine's thread: takes requests, waits for completions, and hands both to endpoints and instances.
class Engine::Impl
{
public:
    Impl(EventSink& sink, std::unique_ptr<Backend> backend)
        : m_backend(std::move(backend))
        , m_events(sink)
    {}

    void run();
    void requestStop()
    {
        m_stopRequested.store(true);
        m_backend->wake();
    }
    template <typename Request>
    Result<void> submit(Request request)
    {
        return m_queue.submit(std::move(request), 0);
    }
    /// Numbers the request; one with a payload counts against the queue's limit with its size in
    /// memory.
    template <typename Request>
    Result<OperationId> submitOperation(Request request)
    {
        const OperationId operation{m_lastOperation.fetch_add(1) + 1};
        request.operation = operation;
        std::size_t payloadBytes = 0;
        // An empty message takes memory too.
        if constexpr (std::is_same_v<Request, command::Send>) {
            payloadBytes = request.payload.size() + sizeof(Command);
        } else if constexpr (std::is_same_v<Request, command::Settle>) {
            payloadBytes = request.edited.size() + sizeof(Command);
        }
        if (auto result = m_queue.submit(std::move(request), payloadBytes); !result) {
            return std::unexpected(std::move(result).error());
        }
        return operation;
    }
    void resumeReading()
    {
        if (!m_resumeRequested.exchange(true)) {
            m_backend->wake();
        }
    }

    [[nodiscard]] EndpointId newEndpoint() { return {m_lastEndpoint.fetch_add(1) + 1}; }
    [[nodiscard]] ConnectionId newConnection() { return m_registry.newConnection(); }

private:
    EngineContext context() { return {m_events, m_timers, *m_backend, m_unwritten}; }
    void applyCommands();
    void applyAll();
    void writeQueued();
    void apply(command::StartServer& request);
    void apply(command::StartRelay& request);
    void apply(command::Connect& request);
    void apply(command::Send& request);
    void apply(command::Close& request);
    void apply(command::CloseEndpoint& request);
    void apply(command::EndSending& request);
    void apply(command::Transact& request);
    void apply(command::Call& request);
    void apply(command::SetReadMode& request);
    void apply(command::ReadFacts& request);
    void apply(command::Inquire& request);
    void apply(command::SetHandler& request);
    void apply(command::Settle& request);
    void noSuchTarget(OperationId operation, EndpointId endpoint, ConnectionId connection);
    void alreadyEnded(OperationId operation, EndpointId endpoint, ConnectionId connection);
    void beginStop();
    void endRound();

    std::unique_ptr<Backend> m_backend;
    CommandQueue m_queue{*m_backend};
    EventSource m_events;
    Timers m_timers;
    std::vector<Instance*> m_unwritten;
    Registry m_registry;
    std::map<EndpointId, std::unique_ptr<Endpoint>> m_endpoints;
    std::vector<Command> m_applying;
    bool m_stopping = false;

    std::atomic<std::uint64_t> m_lastEndpoint{0};
    std::atomic<std::uint64_t> m_lastOperation{0};
    std::atomic<bool> m_stopRequested{false};
    std::atomic<bool> m_resumeRequested{false};
};

} // namespace pipecore
