#include "pipecore/live/live_session.h"

#include "fan_out.h"
#include "pipecore/engine/backend.h"

#include <cassert>
#include <utility>

namespace pipecore {

LiveSession::LiveSession(std::unique_ptr<Runner> runner, Outcomes::Deliver deliver)
    : m_outcomes(std::move(deliver))
    , m_fanOut(std::make_unique<FanOut>())
    , m_runner(std::move(runner))
{}

LiveSession::~LiveSession()
{
    requestStop();
    waitForEnd();
}

void LiveSession::setListener(EventSink& listener)
{
    m_fanOut->setListener(&listener);
}

void LiveSession::setConsumer(std::function<void()> wakeUp)
{
    m_hasConsumer = true;
    m_consumerQueue.setWakeUp(std::move(wakeUp));
    m_fanOut->setConsumer(&m_consumerQueue);
}

void LiveSession::setBackend(std::unique_ptr<Backend> backend)
{
    m_backend = std::move(backend);
}

Result<void> LiveSession::recordTo(const std::filesystem::path& file)
{
    auto recorder = std::make_unique<Recorder>(m_recordQueue);
    recorder->setFlushInterval(m_flushInterval);
    if (auto started = recorder->start(file); !started) {
        return started;
    }
    m_recorder = std::move(recorder);
    m_fanOut->setRecording(&m_recordQueue);
    return {};
}

Result<void> LiveSession::recordInto(const std::filesystem::path& journals)
{
    auto folder = std::make_unique<JournalFolder>(journals);
    const auto journal = folder->claim();
    if (!journal) {
        return std::unexpected(journal.error());
    }
    if (auto recording = recordTo(*journal); !recording) {
        return recording;
    }
    m_journals = std::move(folder);
    return {};
}

Result<void> LiveSession::streamTo(std::unique_ptr<RecordStream> stream,
                                   std::function<void()> ended)
{
    auto recorder =
        std::make_unique<StreamRecorder>(m_recordQueue, std::move(stream), std::move(ended));
    if (auto started = recorder->start(); !started) {
        return started;
    }
    m_stream = std::move(recorder);
    m_fanOut->setRecording(&m_recordQueue);
    return {};
}

Result<void> LiveSession::start()
{
    assert(!m_engine);
    if (m_backend) {
        m_engine = std::make_unique<Engine>(*m_fanOut, std::move(m_backend));
    } else {
        auto engine = Engine::create(*m_fanOut);
        if (!engine) {
            return std::unexpected(engine.error());
        }
        m_engine = std::move(*engine);
    }
    m_operations = std::make_unique<Operations>(*m_engine, m_outcomes);
    if (!m_hasConsumer) {
        m_fanOut->setOutcomes(&m_outcomes);
    }
    const auto resume = [this] { m_engine->resumeReading(); };
    m_consumerQueue.setRoomAgain(resume);
    m_recordQueue.setRoomAgain(resume);
    return m_runner->launch([this] { run(); });
}

void LiveSession::run()
{
    m_engine->run();
    if (!m_hasConsumer) {
        m_outcomes.end();
    }
    if (m_recorder) {
        m_recorder->stop();
    }
    if (m_stream) {
        m_stream->stop();
    }
    if (m_atEnd) {
        m_atEnd();
    }
}

EventSink& LiveSession::events()
{
    return *m_fanOut;
}

void LiveSession::setBackpressure(Backpressure policy)
{
    m_consumerQueue.setBackpressure(policy);
    m_recordQueue.setBackpressure(policy);
}

void LiveSession::requestStop()
{
    if (m_engine) {
        m_engine->requestStop();
    }
}

} // namespace pipecore
