#include "rows/row_task.h"

#include "threads/mailbox.h"

#include <utility>

namespace pipescope {

RowTask::RowTask(QObject* parent) : QObject(parent), m_worker("rows") {}

RowTask::~RowTask()
{
    stop();
}

void RowTask::start(Work work)
{
    forget();
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_worker.start([home = Mailbox::of(this), cancelled = m_cancelled, work = std::move(work)] {
        if (cancelled->load()) {
            return;
        }
        home.post([cancelled, done = work(*cancelled)] {
            if (!cancelled->load()) {
                done();
            }
        });
    });
}

void RowTask::stop()
{
    forget();
    m_worker.waitForDone();
}

void RowTask::forget()
{
    if (m_cancelled) {
        m_cancelled->store(true);
        m_cancelled.reset();
    }
}

} // namespace pipescope
