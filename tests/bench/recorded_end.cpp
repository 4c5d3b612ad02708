#include "recorded_end.h"

#include <stdexcept>
#include <thread>

namespace bench {

using namespace pipecore;

RecordingSink::RecordingSink(const std::filesystem::path& file,
                             std::chrono::milliseconds flushInterval,
                             std::function<void()> resumeReading)
    : m_recorder(m_queue)
    , m_waits(!resumeReading)
{
    m_recorder.setFlushInterval(flushInterval);
    m_queue.setRoomAgain(m_waits ? [this] { m_roomAgain.release(); } : std::move(resumeReading));
    if (const auto started = m_recorder.start(file); !started) {
        throw std::runtime_error(describe(started.error()));
    }
}

void RecordingSink::onEvent(const Event& event)
{
    if (std::holds_alternative<pipecore::Message>(event.body)) {
        // A single thread counts: no atomic addition is needed.
        m_messages.store(m_messages.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    }
    m_queue.onEvent(event);
}

void RecordingSink::onRoundEnd()
{
    m_queue.onRoundEnd();
    if (m_waits && !m_queue.hasRoom()) {
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

namespace {

std::string nextName()
{
    static unsigned number = 0;
    return "bench-" + std::to_string(ownProcessId()) + "-recorded-" + std::to_string(++number);
}

} // namespace

StreamingPair::StreamingPair(const Cell& cell, const std::filesystem::path& file,
                             std::chrono::milliseconds flushInterval)
    : m_file(file)
{
    if (!file.empty()) {
        std::function<void()> resumeReading;
        if (cell.test == Test::Receive) {
            // Nothing is recorded before there is an end.
            resumeReading = [this] { m_end->resumeReading(); };
        }
        m_sink =
            std::make_unique<RecordingSink>(m_file.path(), flushInterval, std::move(resumeReading));
    }
    const std::string name = nextName();
    m_end = listenWithEngine(cell, name, m_sink.get());
    startPeer(Side::Engine, cell, name);
}

StreamingPair::StreamingPair(const Cell& cell, const std::filesystem::path& file)
    : m_file(file)
    , m_writer(std::make_unique<FollowingWriter>(m_file.path()))
{
    const std::string name = nextName();
    m_end = listenBare(cell, name);
    m_end->setFollower(m_writer.get());
    startPeer(Side::Bare, cell, name);
}

void StreamingPair::startPeer(Side side, const Cell& cell, const std::string& name)
{
    m_peer = std::make_unique<PeerProcess>(
        PeerTask{.side = side, .cell = cell, .pinned = false, .name = name}.arguments());
    m_end->accept();
}

Seconds StreamingPair::stream(std::uint64_t messages)
{
    const auto begun = Clock::now();
    (void)m_end->stream(messages);
    if (m_sink) {
        m_sink->waitUntilWritten();
    }
    if (m_writer) {
        m_writer->waitUntilWritten();
    }
    return Clock::now() - begun;
}

} // namespace bench
