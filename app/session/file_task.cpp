#include "session/file_task.h"

#include <utility>

namespace pipescope {

FileTask::FileTask(Work work, QObject* parent) : QThread(parent), m_work(std::move(work))
{
    setObjectName(QStringLiteral("file"));
}

FileTask::~FileTask()
{
    cancel();
    wait();
}

void FileTask::run()
{
    m_work([this](double part) {
        m_progress.store(part);
        return !m_cancelled.load();
    });
}

} // namespace pipescope
