#include "pipecore/engine/event_queue.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace pipecore {
namespace {

constexpr std::size_t blockSize = std::size_t{256} * 1024;
/// Bytes that wait at most for a consumer that keeps up: so little stays in the processor's cache, which
/// recording small messages needs most (docs/BENCHMARKS.md).
constexpr std::size_t pacedAt = std::size_t{1024} * 1024;
/// Wakes a gathering consumer: its work then fits into a processor's cache.
constexpr std::size_t minBatchBytes = std::size_t{1024} * 1024;

/// Memory that an event holds outside of itself, about. A peer that comes and goes makes such events as
/// fast as one that sends makes messages.
std::size_t heldOutside(const RowBody& body)
{
    const auto sizeOf = [](const Result<std::string>& text) {
        return text ? text->size() : text.error().detail.size();
    };
    if (const auto* const connected = std::get_if<PeerConnected>(&body)) {
        return sizeof(PeerInfo) + sizeOf(connected->peer->image) + sizeOf(connected->peer->user);
    }
    if (const auto* const failed = std::get_if<Failed>(&body)) {
        return failed->error.detail.size();
    }
    return 0;
}

/// Makes room for another event in a full vector, for a queue that takes `limit` bytes. A vector that
/// doubles holds twice what is counted, and three times while it moves: once it is large it gets room for
/// all that the limit allows at once, which the system gives it page by page.
void makeRoom(std::vector<Event>& events, std::size_t limit)
{
    if (events.size() * sizeof(Event) < pacedAt) {
        return; // it doubles
    }
    constexpr std::size_t maxReserved = std::size_t{128} * 1024 * 1024;
    const std::size_t allowed = std::min(limit, maxReserved) / sizeof(Event) + 1;
    // Beyond it come only events of rounds that had begun.
    events.reserve(std::max(allowed, events.size() + events.size() / 8));
}

} // namespace

std::byte* PayloadArena::reserve(std::size_t size, std::size_t alignment)
{
    std::size_t padding =
        (alignment - reinterpret_cast<std::uintptr_t>(m_next) % alignment) % alignment;
    if (m_next == nullptr || padding + size > m_left) {
        // A payload that fills most of a block gets one of its own, and the current one stays in use.
        if (size > blockSize / 2) {
            m_large.push_back(std::make_unique_for_overwrite<std::byte[]>(size));
            return m_large.back().get();
        }
        if (m_used == m_blocks.size()) {
            m_blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(blockSize));
        }
        m_next = m_blocks[m_used].get();
        ++m_used;
        m_left = blockSize;
        padding = 0;
    }
    std::byte* const place = m_next + padding;
    m_next = place + size;
    m_left -= padding + size;
    return place;
}

ByteView PayloadArena::store(ByteView bytes)
{
    if (bytes.empty()) {
        return {};
    }
    std::byte* const place = reserve(bytes.size(), 1);
    std::memcpy(place, bytes.data(), bytes.size());
    return {place, bytes.size()};
}

std::span<const std::uint32_t> PayloadArena::store(std::span<const std::uint32_t> values)
{
    if (values.empty()) {
        return {};
    }
    std::byte* const place = reserve(values.size_bytes(), alignof(std::uint32_t));
    std::memcpy(place, values.data(), values.size_bytes());
    return {reinterpret_cast<const std::uint32_t*>(place), values.size()};
}

void PayloadArena::rewind()
{
    m_large.clear();
    m_used = 0;
    m_next = nullptr;
    m_left = 0;
}

std::size_t PayloadArena::capacity() const
{
    return m_blocks.size() * blockSize;
}

void PayloadArena::clear()
{
    rewind();
    m_blocks.clear();
}

EventQueue::EventQueue(std::size_t byteLimit) : m_byteLimit(byteLimit) {}

/// From how many bytes on reading waits for the consumer.
std::size_t EventQueue::roomLimit() const
{
    return m_policy.load(std::memory_order_relaxed) == Backpressure::Throttle
               ? std::min(m_byteLimit, pacedAt)
               : fullAt();
}

/// From how many bytes on reading stops.
std::size_t EventQueue::fullAt() const
{
    return m_policy.load(std::memory_order_relaxed) == Backpressure::Throttle ? m_byteLimit
                                                                              : 2 * m_byteLimit;
}

void EventQueue::onEvent(const Event& event)
{
    const auto* const message = std::get_if<Message>(&event.body);
    const std::scoped_lock lock(m_mutex);
    if (m_waiting.events.size() == m_waiting.events.capacity()) [[unlikely]] {
        makeRoom(m_waiting.events, fullAt());
    }
    if (message == nullptr) {
        m_waiting.events.push_back(event);
        m_waiting.bytes += sizeof(Event) + heldOutside(event.body);
    } else {
        keepMessage(event, *message);
    }
    m_bytes.store(m_waiting.bytes, std::memory_order_relaxed);
}

/// Most events are messages: member by member they need none of the branches that a copy of any body has.
void EventQueue::keepMessage(const Event& event, const Message& message)
{
    Event& kept = m_waiting.events.emplace_back();
    kept.sequence = event.sequence;
    kept.row = event.row;
    kept.monotonicNs = event.monotonicNs;
    kept.wallNs = event.wallNs;
    kept.endpoint = event.endpoint;
    kept.connection = event.connection;
    auto& body = *std::get_if<Message>(&kept.body); // what an empty event has
    body = message;
    m_waiting.bytes += sizeof(Event);
    if (m_waiting.bytes > m_byteLimit
        && m_policy.load(std::memory_order_relaxed) == Backpressure::DropPayload) {
        body.droppedBytes = message.length;
        return;
    }
    kept.payload = m_waiting.arena.store(event.payload);
    kept.fragments = m_waiting.arena.store(event.fragments);
    m_waiting.bytes += kept.payload.size() + kept.fragments.size_bytes();
}

void EventQueue::onRoundEnd()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_waiting.events.empty()) {
            return;
        }
        if (m_announced) {
            if (!m_gathering || m_waiting.bytes < std::min(minBatchBytes, m_byteLimit) / 2) {
                return;
            }
            m_gathering = false;
            m_notEmpty.notify_one();
            return;
        }
        m_announced = true;
    }
    m_notEmpty.notify_one();
    if (m_wakeUp) {
        m_wakeUp();
    }
}

bool EventQueue::isBelow(std::size_t limit) const
{
    if (m_bytes.load(std::memory_order_relaxed) < limit) {
        return true;
    }
    const std::scoped_lock lock(m_mutex);
    if (m_waiting.bytes < limit) {
        return true;
    }
    m_wasFull = true;
    return false;
}

EventBatch EventQueue::takeLocked(std::unique_lock<std::mutex>& lock)
{
    EventBatch batch = std::exchange(m_waiting, std::exchange(m_spare, EventBatch{}));
    m_bytes.store(0, std::memory_order_relaxed);
    m_announced = false;
    m_gathering = false;
    m_interrupted = false;
    const bool wasFull = std::exchange(m_wasFull, false);
    lock.unlock();
    if (wasFull && m_roomAgain) {
        m_roomAgain();
    }
    return batch;
}

EventBatch EventQueue::take()
{
    std::unique_lock lock(m_mutex);
    return takeLocked(lock);
}

EventBatch EventQueue::waitAndTake(std::chrono::milliseconds timeout,
                                   std::chrono::milliseconds gather)
{
    std::unique_lock lock(m_mutex);
    m_notEmpty.wait_for(lock, timeout, [this] { return m_announced || m_interrupted; });
    if (m_announced && gather.count() != 0) {
        m_gathering = m_waiting.bytes < std::min(minBatchBytes, m_byteLimit) / 2;
        m_notEmpty.wait_for(lock, gather, [this] { return !m_gathering || m_interrupted; });
    }
    if (m_waiting.events.empty()) {
        // Idle: memory of a burst is released.
        const EventBatch unused = std::exchange(m_spare, EventBatch{});
        const EventBatch grown = takeLocked(lock);
        return {};
    }
    return takeLocked(lock);
}

void EventQueue::interrupt()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_interrupted = true;
    }
    m_notEmpty.notify_one();
}

void EventQueue::recycle(EventBatch batch)
{
    const std::size_t held = batch.events.capacity() * sizeof(Event) + batch.arena.capacity();
    if (held > minBatchBytes && batch.bytes < held / 8) {
        batch = {}; // grown in a burst that is over
    }
    batch.events.clear();
    batch.arena.rewind();
    batch.bytes = 0;
    const std::scoped_lock lock(m_mutex);
    std::swap(m_spare, batch);
}

} // namespace pipecore
