#include "session/file_task.h"

#include <utility>

namespace pipescope {

FileTask::FileTask(Work work, QObject* parent)
    : WorkThread(
        "file",
        [this, work = std::move(work)] {
            work([this](double part) {
                m_progress.store(part);
                return !m_cancelled.load();
            });
        },
        parent)
{}

FileTask::~FileTask()
{
    cancel();
    wait();
}

} // namespace pipescope
