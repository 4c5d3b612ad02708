#include "session/live_session.h"

#include "session/paths.h"

#include <QDir>

#include <functional>
#include <utility>

namespace pipescope {

LiveSession::LiveSession(std::unique_ptr<EngineThread> thread)
    : m_activity([this] { emit woken(); })
    , m_thread(thread.get())
    , m_session(std::move(thread),
                [this](std::function<void()> call) { m_outcomes.add(std::move(call)); })
{
    m_session.setListener(m_activity);
    connect(this, &LiveSession::woken, this, &LiveSession::active, Qt::QueuedConnection);
    connect(m_thread, &QThread::finished, this, &LiveSession::stopped);
}

pipecore::Result<std::unique_ptr<LiveSession>> LiveSession::start(const QString& folder)
{
    std::unique_ptr<LiveSession> session(new LiveSession(std::make_unique<EngineThread>()));
    pipecore::LiveSession& core = session->m_session;
    if (const auto recording = core.recordInto(toPath(folder)); !recording) {
        const QString spare = QDir(QDir::tempPath()).filePath(QStringLiteral("pipescope-journals"));
        if (!core.recordInto(toPath(spare))) {
            return std::unexpected(recording.error());
        }
    }
    if (auto started = core.start(); !started) {
        return std::unexpected(started.error());
    }
    return session;
}

LiveSession::~LiveSession()
{
    m_session.requestStop();
    m_session.waitForEnd();
}

void LiveSession::discardJournal()
{
    Q_ASSERT(isStopped());
    m_session.journals()->discard(recorder().status().journal);
}

} // namespace pipescope
