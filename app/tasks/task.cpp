#include "tasks/task.h"

#include "tasks/checked_thread.h"

#include <utility>

namespace pipescope {

/// The thread of one piece of work.
class Task::Thread final : public CheckedThread
{
public:
    Thread(const char* name, std::shared_ptr<State> state, Work work)
        : CheckedThread(name)
        , m_state(std::move(state))
        , m_work(std::move(work))
    {}
    ~Thread() override { waitForEnd(); }

    [[nodiscard]] const std::shared_ptr<State>& state() const { return m_state; }
    /// The completion handler; called once, after the end.
    [[nodiscard]] Done takeDone()
    {
        waitForEnd();
        return std::exchange(m_done, nullptr);
    }

private:
    void work() override { m_done = std::exchange(m_work, nullptr)(*m_state); }

    const std::shared_ptr<State> m_state;
    Work m_work;
    Done m_done;
};

Task::Task(const char* name, QObject* parent, QThread::Priority priority)
    : QObject(parent)
    , m_name(name)
    , m_priority(priority)
{}

Task::~Task()
{
    stop();
}

void Task::start(Work work)
{
    forget();
    m_state = std::make_shared<State>();
    if (m_thread) {
        m_next = std::move(work);
    } else {
        startThread(std::move(work));
    }
}

void Task::startThread(Work work)
{
    m_thread = std::make_unique<Thread>(m_name, m_state, std::move(work));
    const auto ended = [this, state = m_state] { threadEnded(state); };
    connect(m_thread.get(), &QThread::finished, this, ended);
    if (!m_thread->begin(m_priority)) {
        m_thread->runHere();
        QMetaObject::invokeMethod(this, ended, Qt::QueuedConnection);
    }
}

void Task::threadEnded(const std::shared_ptr<State>& state)
{
    // Also emitted for a thread that stop() has waited for.
    if (!m_thread || m_thread->state() != state) {
        return;
    }
    const std::unique_ptr<Thread> ended = std::move(m_thread);
    const Done done = ended->takeDone();
    if (m_next) {
        startThread(std::exchange(m_next, nullptr));
    } else if (state == m_state) {
        m_state.reset();
        done(); // last: it may destroy this
    }
}

void Task::cancel()
{
    if (m_state) {
        m_state->cancelled.store(true);
    }
}

void Task::forget()
{
    cancel();
    m_state.reset();
    m_next = nullptr;
}

void Task::stop()
{
    forget();
    m_thread.reset();
}

double Task::progress() const
{
    return m_state ? m_state->progress.load() : -1;
}

} // namespace pipescope
