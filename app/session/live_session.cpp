#include "session/live_session.h"

#include "session/paths.h"

#include <QDir>

namespace pipescope {

LiveSession::LiveSession(QObject* parent)
    : QObject(parent)
    , m_bridge(m_queue, [this] { emit woken(); })
{
    connect(this, &LiveSession::woken, this, &LiveSession::active, Qt::QueuedConnection);
}

pipecore::Result<std::unique_ptr<LiveSession>> LiveSession::start(const QString& folder)
{
    std::unique_ptr<LiveSession> session(new LiveSession);
    auto engine = pipecore::Engine::create(session->m_bridge);
    if (!engine) {
        return std::unexpected(engine.error());
    }
    session->m_engine = std::move(*engine);
    session->m_queue.setRoomAgain([raw = session->m_engine.get()] { raw->resumeReading(); });

    auto recording = session->startRecorder(folder);
    if (!recording) {
        const QString spare = QDir(QDir::tempPath()).filePath(QStringLiteral("pipescope-journals"));
        if (!session->startRecorder(spare)) {
            return std::unexpected(recording.error());
        }
    }

    session->m_thread = std::make_unique<EngineThread>(*session->m_engine, *session->m_recorder);
    connect(session->m_thread.get(), &QThread::finished, session.get(), &LiveSession::stopped);
    if (auto started = session->m_thread->begin(); !started) {
        return std::unexpected(started.error());
    }
    return session;
}

pipecore::Result<void> LiveSession::startRecorder(const QString& folder)
{
    m_recorder = std::make_unique<pipecore::Recorder>(m_queue);
    m_folder = std::make_unique<pipecore::JournalFolder>(toPath(folder));
    const auto journal = m_folder->claim();
    if (!journal) {
        return std::unexpected(journal.error());
    }
    return m_recorder->start(*journal);
}

LiveSession::~LiveSession()
{
    requestStop();
    m_thread.reset();
}

void LiveSession::requestStop()
{
    if (m_engine) {
        m_engine->requestStop();
    }
}

void LiveSession::discardJournal()
{
    Q_ASSERT(isStopped());
    m_folder->discard(m_recorder->status().journal);
}

} // namespace pipescope
