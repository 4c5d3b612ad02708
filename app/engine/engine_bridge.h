#pragma once

#include "pipecore/engine/event_queue.h"
#include "pipecore/model/event.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_set>
#include <vector>

namespace pipescope {

/// Something the user asked for and the engine could not do.
struct OperationFailure
{
    pipecore::OperationId operation; ///< zero when nobody asked
    pipecore::EndpointId endpoint;
    pipecore::ConnectionId connection;
    pipecore::Error error;
    bool outcomeUnknown = false;
};

/// Stands between the engine and the recorder's queue: every event goes on to the queue, and the
/// window learns without an event a message: that something is happening, what of the user's own doing
/// has failed, and the answers to what it asked.
class EngineBridge final : public pipecore::EventSink
{
public:
    /// `queue` is not owned. `wake` is called on the engine's thread, once, when something happens
    /// after sleep(); it must not block.
    EngineBridge(pipecore::EventQueue& queue, std::function<void()> wake);

    void onEvent(const pipecore::Event& event) override;
    void onRoundEnd() override;
    [[nodiscard]] bool hasRoom() const override { return m_queue.hasRoom(); }

    /// The window stops looking by itself and wants to be woken. Any thread.
    void sleep() { m_awake.store(false); }
    /// Failures since the last call, oldest first. Any thread.
    [[nodiscard]] std::vector<OperationFailure> takeFailures();
    /// Answers to questions about a connection (see isAnswer()) since the last call, oldest first.
    /// Any thread.
    [[nodiscard]] std::vector<pipecore::Event> takeAnswers();

private:
    [[nodiscard]] static bool isAnswer(const pipecore::RowBody& body);
    void noteFailure(const pipecore::Event& event, const pipecore::Failed& failed);

    pipecore::EventQueue& m_queue;
    std::function<void()> m_wake;
    std::atomic<bool> m_awake{false};
    bool m_sawEvent = false; ///< in this round; engine's thread

    /// Endpoints that are through their start: later failures that nobody asked for are rows in the
    /// log and nothing more. Engine's thread.
    std::unordered_set<pipecore::EndpointId> m_started;

    std::mutex m_mutex;
    std::vector<OperationFailure> m_failures;
    std::vector<pipecore::Event> m_answers;
};

} // namespace pipescope
