#include "threads/work_thread.h"

#include "threads/mailbox.h"
#include "threads/this_thread.h"

#include <string>
#include <system_error>
#include <utility>

namespace pipescope {

WorkThread::WorkThread(const char* name, std::function<void()> work, QObject* parent)
    : QObject(parent)
    , m_name(name)
    , m_work(std::move(work))
{}

WorkThread::~WorkThread()
{
    wait();
}

pipecore::Result<void> WorkThread::start()
{
    try {
        m_thread = std::thread([this, home = Mailbox::of(this)] {
            beginThread(m_name);
            m_work();
            m_isFinished.store(true);
            home.post([this] { emit finished(); });
        });
    } catch (const std::system_error& failure) {
        return pipecore::refuse(std::string("no thread \"") + m_name + "\": " + failure.what(),
                                pipecore::ErrorKind::Resources);
    }
    return {};
}

void WorkThread::runHere()
{
    m_work();
    m_isFinished.store(true);
    Mailbox::of(this).post([this] { emit finished(); });
}

void WorkThread::wait()
{
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

} // namespace pipescope
