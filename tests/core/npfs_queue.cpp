#include "npfs_queue.h"

#include "npfs_codes.h"

#include <algorithm>
#include <utility>

namespace npfs {

using pipecore::Bytes;
using pipecore::ByteView;

Queue::Queue(std::uint32_t quota, bool ofMessages, const NpfsRules& rules)
    : m_quota(quota)
    , m_ofMessages(ofMessages)
    , m_takesEmpty(ofMessages || rules.emptyWritesArrive)
    , m_capacity(quota == 0 && !rules.zeroQuotaWaits ? 4096 : quota)
{}

void Queue::write(ByteView data, RequestPtr writer)
{
    if (data.empty() && !m_takesEmpty) {
        if (writer) {
            writer->finish(code::success);
        }
        return;
    }
    m_entries.push_back(
        {.data = Bytes(data.begin(), data.end()), .taken = 0, .writer = std::move(writer)});
    deliver();
    endWritesThatFit();
}

void Queue::read(RequestPtr reader)
{
    m_readers.push_back(std::move(reader));
    deliver();
    endWritesThatFit();
}

void Queue::deliver()
{
    while (!m_readers.empty() && !m_entries.empty()) {
        const RequestPtr reader = std::move(m_readers.front());
        m_readers.pop_front();
        if (reader->byMessage) {
            readMessage(*reader);
        } else {
            readBytes(*reader);
        }
    }
}

void Queue::readMessage(Request& reader)
{
    const std::size_t count = take(reader.room);
    const bool isWhole = m_entries.front().left() == 0;
    if (isWhole) {
        dropRead();
    }
    reader.finish(isWhole ? code::success : code::moreData, count);
}

void Queue::readBytes(Request& reader)
{
    std::size_t count = 0;
    bool isOver = false;
    while (!isOver && count < reader.room.size() && !m_entries.empty()) {
        const bool isEmpty = m_entries.front().data.empty();
        if (isEmpty && count != 0) {
            break; // a read of its own
        }
        count += take(reader.room.subspan(count));
        if (m_entries.front().left() == 0) {
            dropRead();
        }
        isOver = isEmpty;
    }
    reader.finish(code::success, count);
}

std::size_t Queue::take(std::span<std::byte> room)
{
    Entry& entry = m_entries.front();
    const std::size_t count = std::min(room.size(), entry.left());
    std::copy_n(entry.data.begin() + static_cast<std::ptrdiff_t>(entry.taken), count, room.begin());
    entry.taken += count;
    return count;
}

void Queue::dropRead()
{
    const Entry entry = std::move(m_entries.front());
    m_entries.pop_front();
    if (entry.writer) {
        entry.writer->finish(code::success, entry.data.size());
    }
}

void Queue::endWritesThatFit()
{
    std::size_t used = 0;
    for (Entry& entry : m_entries) {
        used += entry.left();
        if (used > m_capacity) {
            return;
        }
        if (const RequestPtr writer = std::exchange(entry.writer, nullptr)) {
            writer->finish(code::success, entry.data.size());
        }
    }
}

bool Queue::cancel(const Request& request)
{
    const auto reader = std::ranges::find(m_readers, &request, &RequestPtr::get);
    if (reader != m_readers.end()) {
        const RequestPtr taken = *reader;
        m_readers.erase(reader);
        taken->finish(code::operationAborted);
        return true;
    }
    const auto entry = std::ranges::find_if(
        m_entries, [&](const Entry& one) { return one.writer.get() == &request; });
    if (entry == m_entries.end()) {
        return false;
    }
    const RequestPtr writer = std::move(entry->writer);
    m_entries.erase(entry);
    writer->finish(code::operationAborted);
    endWritesThatFit();
    return true;
}

void Queue::endReads(Code itsCode)
{
    for (const RequestPtr& reader : std::exchange(m_readers, {})) {
        reader->finish(itsCode);
    }
}

void Queue::endWrites(Code itsCode)
{
    for (Entry& entry : m_entries) {
        if (const RequestPtr writer = std::exchange(entry.writer, nullptr)) {
            writer->finish(itsCode);
        }
    }
}

void Queue::discard(Code itsCode)
{
    endWrites(itsCode);
    m_entries.clear();
}

std::size_t Queue::bytes() const
{
    std::size_t sum = 0;
    for (const Entry& entry : m_entries) {
        sum += entry.left();
    }
    return sum;
}

std::size_t Queue::leftInMessage() const
{
    return m_ofMessages && !m_entries.empty() ? m_entries.front().left() : 0;
}

} // namespace npfs
