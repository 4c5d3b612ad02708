#include "pipecore/live/outcomes.h"

#include <utility>

namespace pipecore {

namespace {

/// The number in a body that answers an operation; zero in others.
OperationId answeredBy(const RowBody& body)
{
    return std::visit(
        []<typename Body>(const Body& one) {
            if constexpr (requires { one.operation; }) {
                return one.operation;
            } else {
                return OperationId{};
            }
        },
        body);
}

Outcome outcomeOf(OperationId operation, const Event& event)
{
    return {.operation = operation,
            .endpoint = event.endpoint,
            .connection = event.connection,
            .body = event.body};
}

} // namespace

Outcomes::Waiting::Waiting(Outcomes& outcomes) : m_outcomes(outcomes)
{
    m_outcomes.m_mutex.lock();
    m_outcomes.m_isAwaited.store(true, std::memory_order_relaxed);
}

Outcomes::Waiting::~Waiting()
{
    m_outcomes.recount();
    m_outcomes.m_mutex.unlock();
}

void Outcomes::recount()
{
    m_isAwaited.store(!m_pending.empty() || !m_starts.empty(), std::memory_order_relaxed);
}

void Outcomes::add(OperationId operation, const Awaited& awaited, WhenDone done)
{
    m_pending.emplace(operation, Pending{awaited, std::move(done)});
    if (awaited.sign == Sign::ConnectionEnd) {
        m_atConnectionEnd.emplace(awaited.connection, operation);
    } else if (awaited.sign != Sign::Answer) {
        m_atEndpointEnd.emplace(awaited.endpoint, operation);
    }
}

void Outcomes::see(const Event& event)
{
    // The engine heard of an operation after its sender said here that it is awaited.
    if (!m_isAwaited.load(std::memory_order_relaxed)) {
        return;
    }
    const auto* const message = std::get_if<Message>(&event.body);
    if (message != nullptr && !message->operation) {
        return;
    }
    Notifications due;
    {
        const std::scoped_lock lock(m_mutex);
        collect(event, due);
        recount();
    }
    tell(std::move(due));
}

void Outcomes::collect(const Event& event, Notifications& due)
{
    if (const OperationId operation = answeredBy(event.body)) {
        answered(operation, event, due);
    } else if (std::holds_alternative<Disconnected>(event.body)) {
        connectionEnded(event, due);
    } else if (std::holds_alternative<EndpointClosed>(event.body)) {
        endpointEnded(event, due);
    } else {
        started(event, due);
    }
}

void Outcomes::answered(OperationId operation, const Event& event, Notifications& due)
{
    const auto found = m_pending.find(operation);
    if (found == m_pending.end()) {
        return;
    }
    // A server without a client reports that once; no outcome follows.
    if (found->second.awaited.sign == Sign::EachAnswer && event.connection) {
        due.emplace_back(found->second.done, outcomeOf(operation, event));
    } else {
        finish(operation, event, due);
    }
}

void Outcomes::started(const Event& event, Notifications& due)
{
    const auto found = m_starts.find(event.endpoint);
    if (found == m_starts.end()) {
        return;
    }
    const auto* const opened = std::get_if<EndpointOpened>(&event.body);
    if ((opened != nullptr && opened->role == Role::Server)
        || std::holds_alternative<PeerConnected>(event.body)
        || std::holds_alternative<Failed>(event.body)) {
        due.emplace_back(std::move(found->second), outcomeOf({}, event));
        m_starts.erase(found);
    }
}

void Outcomes::connectionEnded(const Event& event, Notifications& due)
{
    const auto [first, last] = m_atConnectionEnd.equal_range(event.connection);
    std::vector<OperationId> ended;
    for (auto at = first; at != last; ++at) {
        ended.push_back(at->second);
    }
    for (const OperationId operation : ended) {
        finish(operation, event, due);
    }
}

void Outcomes::endpointEnded(const Event& event, Notifications& due)
{
    const auto [first, last] = m_atEndpointEnd.equal_range(event.endpoint);
    std::vector<OperationId> ended;
    for (auto at = first; at != last; ++at) {
        ended.push_back(at->second);
    }
    for (const OperationId operation : ended) {
        const auto pending = m_pending.find(operation);
        if (pending != m_pending.end() && pending->second.awaited.sign == Sign::EachAnswer) {
            m_pending.erase(pending); // each was reported
        } else {
            finish(operation, event, due);
        }
    }
    m_atEndpointEnd.erase(event.endpoint);
    // No event reported why it did not start: it was ended before.
    if (const auto start = m_starts.find(event.endpoint); start != m_starts.end()) {
        due.emplace_back(std::move(start->second), outcomeOf({}, event));
        m_starts.erase(start);
    }
}

void Outcomes::finish(OperationId operation, const Event& event, Notifications& due)
{
    auto pending = m_pending.extract(operation);
    if (pending.empty()) {
        return;
    }
    const auto forget = [operation](auto& index, auto key) {
        const auto [first, last] = index.equal_range(key);
        for (auto at = first; at != last; ++at) {
            if (at->second == operation) {
                index.erase(at);
                return;
            }
        }
    };
    forget(m_atConnectionEnd, pending.mapped().awaited.connection);
    forget(m_atEndpointEnd, pending.mapped().awaited.endpoint);
    due.emplace_back(std::move(pending.mapped().done), outcomeOf(operation, event));
}

void Outcomes::end()
{
    Notifications due;
    const auto reportStopped = [&due](WhenDone done, Outcome outcome) {
        outcome.body = Failed{.operation = outcome.operation,
                              .error = refuse("the session has ended", ErrorKind::Stopped).error()};
        due.emplace_back(std::move(done), std::move(outcome));
    };
    {
        const std::scoped_lock lock(m_mutex);
        for (auto& [operation, pending] : m_pending) {
            if (pending.awaited.sign != Sign::EachAnswer) {
                reportStopped(std::move(pending.done), {.operation = operation,
                                                        .endpoint = pending.awaited.endpoint,
                                                        .connection = pending.awaited.connection,
                                                        .body = {}});
            }
        }
        for (auto& [endpoint, done] : m_starts) {
            reportStopped(std::move(done),
                          {.operation = {}, .endpoint = endpoint, .connection = {}, .body = {}});
        }
        m_pending.clear();
        m_starts.clear();
        m_atConnectionEnd.clear();
        m_atEndpointEnd.clear();
        recount();
    }
    tell(std::move(due));
}

void Outcomes::tell(Notifications due)
{
    for (auto& [done, outcome] : due) {
        if (m_deliver) {
            m_deliver([done = std::move(done), outcome = std::move(outcome)] { done(outcome); });
        } else {
            done(outcome);
        }
    }
}

} // namespace pipecore
