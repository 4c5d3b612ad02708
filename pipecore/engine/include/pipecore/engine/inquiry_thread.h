#pragma once

#include "pipecore/base/job_thread.h"
#include "pipecore/engine/inquiry.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace pipecore {

/// A pending query, in two halves. Both run on the helper thread.
class InquiryJob
{
public:
    InquiryJob() = default;
    InquiryJob(const InquiryJob&) = delete;
    InquiryJob& operator=(const InquiryJob&) = delete;
    virtual ~InquiryJob() = default;

    /// Asks the pipe, whose handle stays open meanwhile. It must not wait for anybody: the engine may
    /// wait for it.
    virtual Result<void> ask() = 0;
    /// Makes the answer without the pipe. It may wait: for names, for a network drive.
    virtual Result<InquiryAnswer> answer() = 0;
};

/// Receiver of the answer. Engine's thread.
class InquiryAsker
{
public:
    InquiryAsker() = default;
    InquiryAsker(const InquiryAsker&) = delete;
    InquiryAsker& operator=(const InquiryAsker&) = delete;

    virtual void answered(Result<InquiryAnswer> answer) = 0;

protected:
    ~InquiryAsker() = default;
};

/// Answers questions about clients on one thread of its own: impersonation belongs to a thread that does
/// nothing else meanwhile, and looking names up may take long. The thread starts with the first
/// question; questions take their turns.
///
/// Every function is for the engine's thread.
class InquiryThread
{
public:
    struct PendingInquiry
    {
        std::unique_ptr<InquiryJob> job;
        Result<InquiryAnswer> answer;
        InquiryAsker* asker = nullptr; ///< engine's thread only; null when the query was dropped
        bool isAbandoned = false;      ///< under the lock: not to be asked any more
    };

    /// `done` is called on the helper thread after each question, for it to wake the engine.
    explicit InquiryThread(std::function<void()> done) : m_done(std::move(done)) {}
    InquiryThread(const InquiryThread&) = delete;
    InquiryThread& operator=(const InquiryThread&) = delete;
    /// Waits for the question that is being answered; the others are dropped.
    ~InquiryThread() = default;

    /// The answer goes to InquiryAsker::answered(). Resources without a thread.
    [[nodiscard]] Result<std::shared_ptr<PendingInquiry>> start(InquiryAsker& asker,
                                                                std::unique_ptr<InquiryJob> job);
    /// Drops the query. After this the pipe is not used: InquiryJob::ask() is waited
    /// for if it is just running.
    void abandon(PendingInquiry& ticket);
    /// Hands answers to those who asked.
    void deliver();

private:
    void answer(const std::shared_ptr<PendingInquiry>& ticket);

    std::function<void()> m_done;
    bool m_isUsed = false; ///< engine's thread only
    std::mutex m_mutex;    // guards what follows, but for the thread
    std::condition_variable m_changed;
    std::vector<std::shared_ptr<PendingInquiry>> m_finished;
    const PendingInquiry* m_asking = nullptr; ///< the query whose ask() is running
    JobThread m_thread{"questions about clients"};
};

/// The error of a question whose conversation ended first.
[[nodiscard]] Error inquiryCancelled();

} // namespace pipecore
