#pragma once

#include "pipecore/model/event.h"

namespace pipescope::cli {

/// Gives every event to two sinks.
///
/// With --record both the recorder and the main thread want all events. The main thread could read
/// them back from the recorder instead, but then a full disk would stop a script, and an expectation
/// would wait for the disk; so each has a queue of its own, and printing and scripts work in the same
/// way with a recording and without.
class FanOut final : public pipecore::EventSink
{
public:
    /// Neither is owned; both must outlive this.
    FanOut(EventSink& first, EventSink& second) : m_first(first), m_second(second) {}

    void onEvent(const pipecore::Event& event) override
    {
        m_first.onEvent(event);
        m_second.onEvent(event);
    }
    void onRoundEnd() override
    {
        m_first.onRoundEnd();
        m_second.onRoundEnd();
    }
    [[nodiscard]] bool hasRoom() const override
    {
        // Both are asked: each must know that it was full, to say later that it has room again.
        const bool first = m_first.hasRoom();
        const bool second = m_second.hasRoom();
        return first && second;
    }

private:
    EventSink& m_first;
    EventSink& m_second;
};

} // namespace pipescope::cli
