#include "pipecore/engine/inquiry_thread.h"

#include <string>
#include <utility>

namespace pipecore {

InquiryThread::InquiryThread(std::function<void()> done) : m_shared(std::make_shared<Shared>())
{
    m_shared->done = std::move(done);
}

InquiryThread::~InquiryThread()
{
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->done = nullptr;
}

Result<std::shared_ptr<InquiryThread::PendingInquiry>>
InquiryThread::start(InquiryAsker& asker, std::unique_ptr<InquiryJob> job)
{
    if (m_thread.waiting() >= maxWaiting) {
        return refuse("too many questions about clients wait for an answer", ErrorKind::Busy);
    }
    auto ticket = std::make_shared<PendingInquiry>();
    ticket->job = std::move(job);
    ticket->asker = &asker;
    if (const auto started =
            m_thread.start([shared = m_shared, ticket] { answer(*shared, ticket); });
        !started) {
        return std::unexpected(started.error());
    }
    m_isUsed = true;
    return ticket;
}

void InquiryThread::abandon(PendingInquiry& ticket)
{
    ticket.asker = nullptr;
    std::unique_lock lock(m_shared->mutex);
    ticket.isAbandoned = true;
    m_shared->changed.wait(lock, [&] { return m_shared->asking != &ticket; });
}

void InquiryThread::deliver()
{
    if (!m_isUsed) {
        return; // the engine's every round comes by here
    }
    std::vector<std::shared_ptr<PendingInquiry>> finished;
    {
        const std::scoped_lock lock(m_shared->mutex);
        finished.swap(m_shared->finished);
    }
    for (const std::shared_ptr<PendingInquiry>& ticket : finished) {
        if (ticket->asker != nullptr) {
            ticket->asker->answered(std::move(ticket->answer));
        }
    }
}

void InquiryThread::answer(Shared& shared, const std::shared_ptr<PendingInquiry>& ticket)
{
    {
        const std::scoped_lock lock(shared.mutex);
        if (ticket->isAbandoned) {
            return;
        }
        shared.asking = ticket.get();
    }
    const Result<void> asked = ticket->job->ask();
    {
        const std::scoped_lock lock(shared.mutex);
        shared.asking = nullptr;
    }
    shared.changed.notify_all();
    if (asked) {
        ticket->answer = ticket->job->answer();
    } else {
        ticket->answer = std::unexpected(asked.error());
    }
    const std::scoped_lock lock(shared.mutex);
    shared.finished.push_back(ticket);
    // Under the lock: nobody is woken who has ended meanwhile.
    if (shared.done) {
        shared.done();
    }
}

Error inquiryCancelled()
{
    return refuse("the connection ended before the answer arrived", ErrorKind::Cancelled).error();
}

} // namespace pipecore
