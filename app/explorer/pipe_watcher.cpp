#include "explorer/pipe_watcher.h"

#include <utility>

namespace pipescope {

namespace {

constexpr int periodMs = 1000;

} // namespace

PipeWatcher::PipeWatcher(const MakeLister& makeLister, QObject* parent)
    : QObject(parent)
    , m_lister(makeLister())
    , m_worker(new QObject)
{
    m_thread.setObjectName(QStringLiteral("PipeWatcher"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_timer.setSingleShot(true);
    m_timer.setInterval(periodMs);
    connect(&m_timer, &QTimer::timeout, this, &PipeWatcher::request);
    m_thread.start(QThread::LowPriority);
}

PipeWatcher::~PipeWatcher()
{
    m_thread.quit();
    m_thread.wait();
}

void PipeWatcher::setActive(bool active)
{
    if (std::exchange(m_isActive, active) == active) {
        return;
    }
    if (active) {
        request();
    } else {
        m_timer.stop();
    }
}

void PipeWatcher::request()
{
    if (std::exchange(m_isListing, true)) {
        return;
    }
    QMetaObject::invokeMethod(m_worker, [this] {
        auto listing = std::make_shared<const Listing>(m_lister->list());
        QMetaObject::invokeMethod(this, [this, listing] { receive(*listing); });
    });
}

void PipeWatcher::receive(const Listing& listing)
{
    m_isListing = false;
    if (!m_isActive) {
        return;
    }
    if (listing || listing.error().kind != pipecore::ErrorKind::NotSupported) {
        m_timer.start();
    }
    emit listed(listing);
}

} // namespace pipescope
