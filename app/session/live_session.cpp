#include "session/live_session.h"

#include "session/paths.h"
#include "threads/mailbox.h"

#include <QDir>

namespace pipescope {

LiveSession::LiveSession(QObject* parent)
    : QObject(parent)
    , m_bridge(m_queue, [this, home = Mailbox::of(this)] { home.post([this] { emit active(); }); })
{}

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

    session->m_thread = std::make_unique<WorkThread>(
        "engine", [running = session->m_engine.get(), recorder = session->m_recorder.get()] {
            running->run();
            recorder->stop();
        });
    connect(session->m_thread.get(), &WorkThread::finished, session.get(), &LiveSession::stopped);
    if (auto started = session->m_thread->start(); !started) {
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
    if (m_thread) {
        m_thread->wait();
    }
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
