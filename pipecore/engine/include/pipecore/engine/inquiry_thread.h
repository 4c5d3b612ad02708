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
    /// Makes the answer without the pipe. It may wait, for names, for a network drive, also beyond the
    /// end of the engine: it refers to nothing but the job.
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
    explicit InquiryThread(std::function<void()> done);
    InquiryThread(const InquiryThread&) = delete;
    InquiryThread& operator=(const InquiryThread&) = delete;
    /// Drops the questions that have not begun; an answer that others keep waiting is left alone.
    ~InquiryThread();

    /// Questions that wait at most: clients that come and go ask faster than a directory answers.
    static constexpr std::size_t maxWaiting = 1000;

    /// The answer goes to InquiryAsker::answered(). Resources when there is no thread, Busy when too many
    /// wait.
    [[nodiscard]] Result<std::shared_ptr<PendingInquiry>> start(InquiryAsker& asker,
                                                                std::unique_ptr<InquiryJob> job);
    /// Drops the query. After this the pipe is not used: InquiryJob::ask() is waited
    /// for if it is just running.
    void abandon(PendingInquiry& ticket);
    /// Hands answers to those who asked.
    void deliver();

private:
    /// State of the helper thread, which may outlive this.
    struct Shared
    {
        std::mutex mutex;           // guards what follows
        std::function<void()> done; ///< null from the end of the InquiryThread on
        std::condition_variable changed;
        std::vector<std::shared_ptr<PendingInquiry>> finished;
        const PendingInquiry* asking = nullptr; ///< the query whose ask() is running
    };
    static void answer(Shared& shared, const std::shared_ptr<PendingInquiry>& ticket);

    bool m_isUsed = false; ///< engine's thread only
    std::shared_ptr<Shared> m_shared;
    JobThread m_thread{"questions about clients", JobThread::AtEnd::Leave};
};

/// The error of a question whose conversation ended first.
[[nodiscard]] Error inquiryCancelled();

} // namespace pipecore
