#include "explorer/pipe_watcher.h"

#include <utility>

namespace pipescope {

namespace {

constexpr int periodMs = 1000;

} // namespace

PipeWatcher::PipeWatcher(const MakeLister& makeLister, QObject* parent)
    : QObject(parent)
    , m_lister(makeLister())
    , m_task("pipe watcher", nullptr, QThread::LowPriority)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(periodMs);
    connect(&m_timer, &QTimer::timeout, this, &PipeWatcher::request);
}

PipeWatcher::~PipeWatcher() = default;

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
    m_task.start([this, lister = m_lister.get()](Task::State&) {
        return [this, listing = lister->list()] { receive(listing); };
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
