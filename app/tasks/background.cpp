#include "tasks/background.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <deque>
#include <memory>
#include <set>
#include <vector>

namespace pipescope {

namespace {

/// Tasks shared by the program, and the queue of their work.
class SharedTasks
{
public:
    SharedTasks()
    {
        // Most work waits for the system: two threads, even on a single processor.
        const int count = std::max(2, QThread::idealThreadCount());
        for (int i = 0; i < count; ++i) {
            m_tasks.push_back(std::make_unique<Task>("background"));
        }
    }

    void start(Task::Work work)
    {
        const auto free = std::ranges::find_if(
            m_tasks, [](const std::unique_ptr<Task>& task) { return !task->isRunning(); });
        if (free == m_tasks.end()) {
            m_waiting.push_back(std::move(work));
        } else {
            start(**free, std::move(work));
        }
    }

private:
    void start(Task& task, Task::Work work)
    {
        task.start([this, &task, work = std::move(work)](Task::State& state) -> Task::Done {
            return [this, &task, done = work(state)] {
                if (!m_waiting.empty()) {
                    Task::Work next = std::move(m_waiting.front());
                    m_waiting.pop_front();
                    start(task, std::move(next));
                }
                done();
            };
        });
    }

    std::deque<Task::Work> m_waiting;
    std::vector<std::unique_ptr<Task>> m_tasks;
};

std::unique_ptr<SharedTasks>& sharedTasks()
{
    static std::unique_ptr<SharedTasks> tasks;
    return tasks;
}

/// Detached tasks. Never destroyed, because some may run when the program ends.
std::set<Task*>& detachedTasks()
{
    static auto* const tasks = new std::set<Task*>;
    return *tasks;
}

} // namespace

void detail::startInBackground(Task::Work work)
{
    std::unique_ptr<SharedTasks>& tasks = sharedTasks();
    if (!tasks) {
        tasks = std::make_unique<SharedTasks>();
        // While the program is still intact; destructors of statics would be too late.
        qAddPostRoutine([] { sharedTasks().reset(); });
    }
    tasks->start(std::move(work));
}

void detail::startDetached(Task::Work work)
{
    auto* const task = new Task("look-up");
    detachedTasks().insert(task);
    task->start([task, work = std::move(work)](Task::State& state) -> Task::Done {
        return [task, done = work(state)] {
            detachedTasks().erase(task);
            task->deleteLater();
            done();
        };
    });
}

} // namespace pipescope
