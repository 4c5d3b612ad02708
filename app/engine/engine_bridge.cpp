#include "engine/engine_bridge.h"

#include <utility>
#include <variant>

namespace pipescope {

namespace {

/// More than these at once nobody reads; all of them are in the log.
constexpr std::size_t failuresKept = 16;

} // namespace

EngineBridge::EngineBridge(pipecore::EventQueue& queue, std::function<void()> wake)
    : m_queue(queue)
    , m_wake(std::move(wake))
{}

void EngineBridge::onEvent(const pipecore::Event& event)
{
    m_queue.onEvent(event);
    m_sawEvent = true;
    if (std::holds_alternative<pipecore::Message>(event.body)) {
        return;
    }
    if (const auto* opened = std::get_if<pipecore::EndpointOpened>(&event.body)) {
        // A server is started when it holds its name; a client when the other end is there.
        if (opened->role == pipecore::Role::Server) {
            m_started.insert(event.endpoint);
        }
    } else if (std::holds_alternative<pipecore::PeerConnected>(event.body)) {
        m_started.insert(event.endpoint);
    } else if (std::holds_alternative<pipecore::EndpointClosed>(event.body)) {
        m_started.erase(event.endpoint);
    } else if (const auto* failed = std::get_if<pipecore::Failed>(&event.body)) {
        noteFailure(event, *failed);
    } else if (isAnswer(event.body)) {
        const std::lock_guard lock(m_mutex);
        m_answers.push_back(event);
    }
}

bool EngineBridge::isAnswer(const pipecore::RowBody& body)
{
    return std::holds_alternative<pipecore::FactsRead>(body)
           || std::holds_alternative<pipecore::ReadModeChanged>(body)
           || std::holds_alternative<pipecore::ClientIdentified>(body)
           || std::holds_alternative<pipecore::AccessChecked>(body);
}

void EngineBridge::noteFailure(const pipecore::Event& event, const pipecore::Failed& failed)
{
    const bool asked = failed.operation || !m_started.contains(event.endpoint);
    // What was taken back is what the user wanted.
    if (!asked || failed.error.kind == pipecore::ErrorKind::Cancelled
        || failed.error.kind == pipecore::ErrorKind::Stopped) {
        return;
    }
    const std::lock_guard lock(m_mutex);
    if (m_failures.size() < failuresKept) {
        m_failures.push_back({failed.operation, event.endpoint, event.connection, failed.error,
                              failed.outcomeUnknown});
    }
}

void EngineBridge::onRoundEnd()
{
    m_queue.onRoundEnd();
    if (std::exchange(m_sawEvent, false) && !m_awake.exchange(true)) {
        m_wake();
    }
}

std::vector<OperationFailure> EngineBridge::takeFailures()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_failures, {});
}

std::vector<pipecore::Event> EngineBridge::takeAnswers()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_answers, {});
}

} // namespace pipescope
