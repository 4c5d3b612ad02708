#include "pipecore/event_queue.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace pipecore {
namespace {

constexpr std::size_t blockSize = std::size_t{256} * 1024;

} // namespace

std::byte* PayloadArena::reserve(std::size_t size, std::size_t alignment)
{
    std::size_t padding =
        (alignment - reinterpret_cast<std::uintptr_t>(m_next) % alignment) % alignment;
    if (m_next == nullptr || padding + size > m_left) {
        // A payload that fills most of a block gets one of its own, and the current one stays in use.
        if (size > blockSize / 2) {
            m_blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(size));
            return m_blocks.back().get();
        }
        m_blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(blockSize));
        m_next = m_blocks.back().get();
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

void PayloadArena::clear()
{
    m_blocks.clear();
    m_next = nullptr;
    m_left = 0;
}

EventQueue::EventQueue(std::size_t byteLimit) : m_byteLimit(byteLimit) {}

void EventQueue::onEvent(const Event& event)
{
    const std::scoped_lock lock(m_mutex);
    m_waiting.events.push_back(event);
    m_waiting.bytes += sizeof(Event);
    if (auto* const data = std::get_if<Data>(&m_waiting.events.back().body)) {
        data->payload = m_waiting.arena.store(data->payload);
        data->fragments = m_waiting.arena.store(data->fragments);
        m_waiting.bytes += data->payload.size() + data->fragments.size_bytes();
    }
    m_bytes.store(m_waiting.bytes, std::memory_order_relaxed);
}

void EventQueue::onRoundEnd()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_waiting.events.empty() || m_announced) {
            return;
        }
        m_announced = true;
    }
    m_notEmpty.notify_one();
    if (m_wakeUp) {
        m_wakeUp();
    }
}

bool EventQueue::hasRoom() const
{
    if (m_bytes.load(std::memory_order_relaxed) < m_byteLimit) {
        return true;
    }
    const std::scoped_lock lock(m_mutex);
    if (m_waiting.bytes < m_byteLimit) {
        return true;
    }
    m_wasFull = true;
    return false;
}

EventBatch EventQueue::takeLocked(std::unique_lock<std::mutex>& lock)
{
    EventBatch batch = std::exchange(m_waiting, EventBatch{});
    m_bytes.store(0, std::memory_order_relaxed);
    m_announced = false;
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

EventBatch EventQueue::waitAndTake(std::chrono::milliseconds timeout)
{
    std::unique_lock lock(m_mutex);
    m_notEmpty.wait_for(lock, timeout, [this] { return m_announced; });
    return takeLocked(lock);
}

} // namespace pipecore
