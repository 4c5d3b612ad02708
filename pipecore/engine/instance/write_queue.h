#pragma once

#include "../outgoing.h"
#include "pipecore/engine/backend.h"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <memory>
#include <span>
#include <utility>

namespace pipecore {

/// Payloads that wait to be written to one connection, in order, bounded by the memory that they take:
/// an empty message is not for nothing. The front one may be in flight, or written in part: its memory
/// stays where it is until pop().
class WriteQueue
{
public:
    struct Item
    {
        Cause cause;
        Outgoing payload;
        std::unique_ptr<PassedFiles> files{}; ///< that go with its first byte; null: none
    };

    /// Memory of an item beside its bytes: itself and the overhead of the heap.
    static constexpr std::size_t itemCost = sizeof(Item) + 4 * sizeof(void*);

    explicit WriteQueue(std::size_t limit) : m_limit(limit) {}

    /// A single payload larger than the limit is taken when nothing else waits: it could never be
    /// sent otherwise.
    [[nodiscard]] bool hasRoomFor(std::size_t bytes) const
    {
        return m_items.empty() || cost() + bytes + itemCost <= m_limit;
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
        m_frontWritten = 0;
        return item;
    }
    [[nodiscard]] const Item& front() const { return m_items.front(); }
    /// The files of the front payload, which are the channel's now.
    [[nodiscard]] std::unique_ptr<PassedFiles> takeFrontFiles()
    {
        return std::move(m_items.front().files);
    }
    /// Reports that `bytes` more of the first payload were written.
    void wroteOfFront(std::size_t bytes) { m_frontWritten += bytes; }
    [[nodiscard]] std::size_t frontWritten() const { return m_frontWritten; }
    /// The unwritten rest of the first payloads, as many as fit into `views`, and none behind the first that
    /// has files with it.
    [[nodiscard]] std::span<const ByteView> rest(std::span<ByteView> views) const
    {
        const std::size_t count = std::min(views.size(), m_items.size());
        std::size_t taken = 0;
        while (taken < count && (taken == 0 || !m_items[taken].files)) {
            views[taken] = m_items[taken].payload.view();
            ++taken;
        }
        if (taken != 0) {
            views[0] = views[0].subspan(m_frontWritten);
        }
        return views.first(taken);
    }
    [[nodiscard]] std::size_t count() const { return m_items.size(); }
    [[nodiscard]] bool empty() const { return m_items.empty(); }
    /// Bytes of memory, about: payloads and what each takes beside them.
    [[nodiscard]] std::size_t cost() const { return m_bytes + m_items.size() * itemCost; }
    [[nodiscard]] std::size_t limit() const { return m_limit; }

private:
    std::size_t m_limit;
    std::size_t m_bytes = 0;
    std::size_t m_frontWritten = 0;
    std::deque<Item> m_items;
};

} // namespace pipecore
