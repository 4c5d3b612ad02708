#pragma once

#include "pipecore/engine/event_queue.h"
#include "pipecore/live/outcomes.h"

namespace pipecore {

/// Gives every event of an engine to those who want it, in this order: the listener, the consumer's
/// queue, the recorder's queue, those who wait for an outcome.
///
/// With a recording both the recorder and a consumer want all events. The consumer could read them back
/// from the recorder instead, but then a full disk would stop a script, and an expectation would wait
/// for the disk; so each has a queue of its own.
class FanOut final : public EventSink
{
public:
    /// Takes no ownership, any may be null. Before the engine runs.
    void setListener(EventSink* listener) { m_listener = listener; }
    void setConsumer(EventQueue* consumer) { m_consumer = consumer; }
    void setRecording(EventQueue* recording) { m_recording = recording; }
    void setOutcomes(Outcomes* outcomes) { m_outcomes = outcomes; }

    void onEvent(const Event& event) override
    {
        if (m_listener != nullptr) {
            m_listener->onEvent(event);
        }
        if (m_consumer != nullptr) {
            m_consumer->onEvent(event);
        }
        if (m_recording != nullptr) {
            m_recording->onEvent(event);
        }
        if (m_outcomes != nullptr) {
            m_outcomes->see(event);
        }
    }
    void onRoundEnd() override
    {
        if (m_consumer != nullptr) {
            m_consumer->onRoundEnd();
        }
        if (m_recording != nullptr) {
            m_recording->onRoundEnd();
        }
        // Last: it may use the state of the others.
        if (m_listener != nullptr) {
            m_listener->onRoundEnd();
        }
    }
    [[nodiscard]] bool hasRoom() const override { return allHave(&EventSink::hasRoom); }
    [[nodiscard]] bool hasReserve() const override { return allHave(&EventSink::hasReserve); }

private:
    [[nodiscard]] bool allHave(bool (EventSink::*room)() const) const
    {
        // All are asked: each must know that it was full, to say later that it has room again.
        const bool listener = m_listener == nullptr || (m_listener->*room)();
        const bool consumer = m_consumer == nullptr || (m_consumer->*room)();
        const bool recording = m_recording == nullptr || (m_recording->*room)();
        return listener && consumer && recording;
    }

    EventSink* m_listener = nullptr;
    EventQueue* m_consumer = nullptr;
    EventQueue* m_recording = nullptr;
    Outcomes* m_outcomes = nullptr;
};

} // namespace pipecore
