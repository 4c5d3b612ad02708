#include "pipecore/engine/inquiry_thread.h"

#include <string>
#include <utility>

namespace pipecore {

Result<std::shared_ptr<InquiryThread::PendingInquiry>>
InquiryThread::start(InquiryAsker& asker, std::unique_ptr<InquiryJob> job)
{
    auto ticket = std::make_shared<PendingInquiry>();
    ticket->job = std::move(job);
    ticket->asker = &asker;
    if (const auto started = m_thread.start([this, ticket] { answer(ticket); }); !started) {
        return std::unexpected(started.error());
    }
    m_isUsed = true;
    return ticket;
}

void InquiryThread::abandon(PendingInquiry& ticket)
{
    ticket.asker = nullptr;
    std::unique_lock lock(m_mutex);
    ticket.isAbandoned = true;
    m_changed.wait(lock, [&] { return m_asking != &ticket; });
}

void InquiryThread::deliver()
{
    if (!m_isUsed) {
        return; // the engine's every round comes by here
    }
    std::vector<std::shared_ptr<PendingInquiry>> finished;
    {
        const std::scoped_lock lock(m_mutex);
        finished.swap(m_finished);
    }
    for (const std::shared_ptr<PendingInquiry>& ticket : finished) {
        if (ticket->asker != nullptr) {
            ticket->asker->answered(std::move(ticket->answer));
        }
    }
}

void InquiryThread::answer(const std::shared_ptr<PendingInquiry>& ticket)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (ticket->isAbandoned) {
            return;
        }
        m_asking = ticket.get();
    }
    const Result<void> asked = ticket->job->ask();
    {
        const std::scoped_lock lock(m_mutex);
        m_asking = nullptr;
    }
    m_changed.notify_all();
    if (asked) {
        ticket->answer = ticket->job->answer();
    } else {
        ticket->answer = std::unexpected(asked.error());
    }
    {
        const std::scoped_lock lock(m_mutex);
        m_finished.push_back(ticket);
    }
    m_done();
}

Error inquiryCancelled()
{
    return refuse("the connection ended before the answer arrived", ErrorKind::Cancelled).error();
}

} // namespace pipecore
