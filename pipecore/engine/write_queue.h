#pragma once

#include "pipecore/bytes.h"
#include "pipecore/ids.h"

#include <cstddef>
#include <deque>
#include <utility>

namespace pipecore {

/// Payloads that wait to be written to one connection, in order, bounded by bytes. The front one may be
/// in flight: its memory stays where it is until pop().
class WriteQueue {
public:
    struct Item {
        OperationId operation; ///< zero for an echo
        Bytes payload;
    };

    explicit WriteQueue(std::size_t limit) : m_limit(limit) {}

    /// A single payload larger than the limit is taken when nothing else waits: it could never be
    /// sent otherwise.
    [[nodiscard]] bool hasRoomFor(std::size_t bytes) const
    {
        return m_items.empty() || m_bytes + bytes <= m_limit;
    }
    void push(Item item)
    {
        m_bytes += item.payload.size();
        m_items.push_back(std::move(item));
    }
    Item pop()
    {
        Item item = std::move(m_items.front());
        m_items.pop_front();
        m_bytes -= item.payload.size();
        return item;
    }
    [[nodiscard]] const Item& front() const { return m_items.front(); }
    [[nodiscard]] bool empty() const { return m_items.empty(); }
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }
    [[nodiscard]] std::size_t limit() const { return m_limit; }

private:
    std::size_t m_limit;
    std::size_t m_bytes = 0;
    std::deque<Item> m_items;
};

} // namespace pipecore
