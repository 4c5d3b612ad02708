#include "pipecore/engine/inquiry_thread.h"

#include "pipecore/base/thread_start.h"

#include <string>
#include <utility>

namespace pipecore {

InquiryThread::~InquiryThread()
{
    if (!m_thread.joinable()) {
        return;
    }
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
        m_waiting.clear();
    }
    m_changed.notify_all();
    m_thread.join();
}

Result<void> InquiryThread::ensureRunning()
{
    if (m_thread.joinable()) {
        return {};
    }
    return startThread(m_thread, "questions about clients", [this] { run(); });
}

Result<std::shared_ptr<InquiryThread::Ticket>> InquiryThread::start(InquiryAsker& asker,
                                                                    std::unique_ptr<InquiryJob> job)
{
    if (const Result<void> started = ensureRunning(); !started) {
        return std::unexpected(started.error());
    }
    auto ticket = std::make_shared<Ticket>();
    ticket->job = std::move(job);
    ticket->asker = &asker;
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back(ticket);
    }
    m_changed.notify_all();
    return ticket;
}

void InquiryThread::abandon(Ticket& ticket)
{
    ticket.asker = nullptr;
    std::unique_lock lock(m_mutex);
    std::erase_if(m_waiting, [&](const auto& waiting) { return waiting.get() == &ticket; });
    m_changed.wait(lock, [&] { return m_asking != &ticket; });
}

void InquiryThread::deliver()
{
    if (!m_thread.joinable()) {
        return; // never used: the engine's every round comes by here
    }
    std::vector<std::shared_ptr<Ticket>> finished;
    {
        const std::scoped_lock lock(m_mutex);
        finished.swap(m_finished);
    }
    for (const std::shared_ptr<Ticket>& ticket : finished) {
        if (ticket->asker != nullptr) {
            ticket->asker->answered(std::move(ticket->answer));
        }
    }
}

void InquiryThread::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stop || !m_waiting.empty(); });
        if (m_stop) {
            return;
        }
        const std::shared_ptr<Ticket> ticket = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_asking = ticket.get();
        lock.unlock();
        const Result<void> asked = ticket->job->ask();
        lock.lock();
        m_asking = nullptr;
        m_changed.notify_all();
        lock.unlock();
        if (asked) {
            ticket->answer = ticket->job->answer();
        } else {
            ticket->answer = std::unexpected(asked.error());
        }
        lock.lock();
        m_finished.push_back(ticket);
        lock.unlock();
        m_done();
        lock.lock();
    }
}

Error inquiryCancelled()
{
    return refuse("the conversation ended before the answer came", ErrorKind::Cancelled).error();
}

} // namespace pipecore
