#pragma once

#include "npfs_request.h"
#include "npfs_rules.h"

#include <cstddef>
#include <deque>

namespace npfs {

/// A direction of an instance: data that nobody has read, or reads that wait for data.
///
/// Rule 7: a write is over when everything in front of it and its own rest fit the quota, or when it was
/// read. Rule 13: a write of no bytes to a byte pipe is a read of no bytes.
class Queue
{
public:
    Queue(std::uint32_t quota, bool ofMessages, const NpfsRules& rules);

    /// Appends `data`; `writer`, if there is one, is over when the data fit.
    void write(pipecore::ByteView data, RequestPtr writer);
    /// Reads what is there, or waits.
    void read(RequestPtr reader);
    /// Takes a call back that is not over: it ends with 995, and the rest of a write is gone.
    /// False when it is not here.
    bool cancel(const Request& request);
    /// Ends reads that wait.
    void endReads(Code code);
    /// Throws away all data; writes that are not over end so.
    void discard(Code code);
    /// Writes that are not over end so; data stay.
    void endWrites(Code code);

    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] std::size_t bytes() const;
    /// Of the first message.
    [[nodiscard]] std::size_t leftInMessage() const;
    [[nodiscard]] std::uint32_t quota() const { return m_quota; }

private:
    struct Entry
    {
        pipecore::Bytes data;
        std::size_t taken = 0;
        RequestPtr writer; ///< null when its call is over

        [[nodiscard]] std::size_t left() const { return data.size() - taken; }
    };

    void deliver();
    void readMessage(Request& reader);
    void readBytes(Request& reader);
    std::size_t take(std::span<std::byte> room);
    void dropRead();
    void endWritesThatFit();

    std::uint32_t m_quota;
    bool m_ofMessages;
    bool m_takesEmpty;
    std::uint32_t m_capacity;
    std::deque<Entry> m_entries;
    std::deque<RequestPtr> m_readers;
};

} // namespace npfs
