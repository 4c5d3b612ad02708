#pragma once

#include "pipecore/model/event.h"

#include <atomic>
#include <functional>
#include <utility>

namespace pipescope {

/// Observes the engine's events and reports only that something happened, once, until sleep().
class Activity final : public pipecore::EventSink
{
public:
    /// `wake` is called on the engine's thread, at the end of the first round after sleep(); it must
    /// not block.
    explicit Activity(std::function<void()> wake) : m_wake(std::move(wake)) {}

    void onEvent(const pipecore::Event& /*event*/) override { m_sawEvent = true; }
    void onRoundEnd() override
    {
        if (std::exchange(m_sawEvent, false) && !m_isAwake.exchange(true)) {
            m_wake();
        }
    }

    /// Rearms the notification. Any thread.
    void sleep() { m_isAwake.store(false); }

private:
    const std::function<void()> m_wake;
    std::atomic<bool> m_isAwake{false};
    bool m_sawEvent = false; ///< in this round; engine's thread
};

} // namespace pipescope
