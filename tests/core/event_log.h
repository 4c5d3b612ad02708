#pragma once

#include "pipecore/model/event.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

/// Keeps every event of an engine for a test to look at and wait for.
class EventLog final : public pipecore::EventSink
{
public:
    struct Item
    {
        pipecore::Event event; ///< spans in it are not valid any more; see the copies
        pipecore::Bytes payload;
        std::vector<std::uint32_t> fragments;

        template <typename Body>
        [[nodiscard]] const Body* as() const
        {
            return std::get_if<Body>(&event.body);
        }
    };
    using Items = std::vector<Item>;
    static constexpr std::chrono::milliseconds patience{30'000};

    void onEvent(const pipecore::Event& event) override;
    [[nodiscard]] bool hasRoom() const override;
    [[nodiscard]] bool hasReserve() const override { return m_hasReserve || hasRoom(); }

    /// False makes the engine stop reading.
    void setRoom(bool room);
    /// True: without room it reads on when it has waited for a moment.
    void setReserve(bool reserve) { m_hasReserve = reserve; }
    /// Called on the engine's thread for every event, before it is kept.
    void setHook(std::function<void(const pipecore::Event&)> hook) { m_hook = std::move(hook); }
    /// False: payloads are counted but not kept (floods).
    void keepPayloads(bool keep) { m_keepPayloads = keep; }

    /// False: events are shown to the hook, and no more (millions of them).
    void keepEvents(bool keep) { m_keepEvents = keep; }

    /// Waits until `condition` holds for what has come so far. False after `timeout`.
    bool waitFor(const std::function<bool(const Items&)>& condition,
                 std::chrono::milliseconds timeout = patience);
    [[nodiscard]] Items items() const;

    /// The first event of this kind for which `matches` holds, waiting for it; nullopt in the end.
    template <typename Body>
    std::optional<Item> waitForBody(const std::function<bool(const Item&, const Body&)>& matches,
                                    std::chrono::milliseconds timeout = patience)
    {
        std::optional<Item> found;
        waitFor(
            [&](const Items& items) {
                for (const Item& item : items) {
                    if (const Body* const body = item.as<Body>(); body && matches(item, *body)) {
                        found = item;
                        return true;
                    }
                }
                return false;
            },
            timeout);
        return found;
    }
    [[nodiscard]] std::size_t count(const std::function<bool(const Item&)>& matches) const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    Items m_items;
    bool m_room = true;
    bool m_keepPayloads = true;
    std::atomic<bool> m_keepEvents = true;
    std::atomic<bool> m_hasReserve = false;
    std::function<void(const pipecore::Event&)> m_hook;
};
