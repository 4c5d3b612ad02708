#include "recorded_end.h"

#include <stdexcept>
#include <thread>

namespace bench {

using namespace pipecore;

RecordingSink::RecordingSink(const std::filesystem::path& file,
                             std::chrono::milliseconds flushInterval)
    : m_recorder(m_queue)
{
    m_recorder.setFlushInterval(flushInterval);
    m_queue.setRoomAgain([this] { m_roomAgain.release(); });
    if (const auto started = m_recorder.start(file); !started) {
        throw std::runtime_error(describe(started.error()));
    }
}

void RecordingSink::onEvent(const Event& event)
{
    if (std::holds_alternative<pipecore::Message>(event.body)) {
        m_messages.fetch_add(1, std::memory_order_relaxed);
    }
    m_queue.onEvent(event);
}

void RecordingSink::onRoundEnd()
{
    m_queue.onRoundEnd();
    if (!m_queue.hasRoom()) {
        m_roomAgain.acquire();
    }
}

void RecordingSink::waitUntilWritten()
{
    m_queue.interrupt(); // nothing more comes that would be worth gathering
    while (m_recorder.facts().totals().messages < m_messages.load()) {
        std::this_thread::sleep_for(std::chrono::microseconds(100));
    }
}

StreamingPair::StreamingPair(const Cell& cell, const std::filesystem::path& file,
                             std::chrono::milliseconds flushInterval)
    : m_file(file)
{
    if (!file.empty()) {
        m_sink = std::make_unique<RecordingSink>(m_file.path(), flushInterval);
    }
    static unsigned number = 0;
    const std::string name =
        "bench-" + std::to_string(ownProcessId()) + "-recorded-" + std::to_string(++number);
    m_end = listenWithEngine(cell, name, m_sink.get());
    m_peer = std::make_unique<PeerProcess>(
        PeerTask{.side = Side::Engine, .cell = cell, .pinned = false, .name = name}.arguments());
    m_end->accept();
}

Seconds StreamingPair::stream(std::uint64_t messages)
{
    const auto begun = Clock::now();
    (void)m_end->stream(messages);
    if (m_sink) {
        m_sink->waitUntilWritten();
    }
    return Clock::now() - begun;
}

} // namespace bench
