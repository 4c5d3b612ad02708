#pragma once

#include "system/doorbell.h"

#include "pipecore/model/event.h"
#include "pipecore/model/identity.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace pipescope::cli {

/// Looks peers up on a thread of its own, because names of accounts may take long. Main thread.
class IdentityLookup
{
public:
    struct Found
    {
        pipecore::ConnectionId connection;
        pipecore::ProcessIdentity identity;
    };

    /// Rings `doorbell` with each answer.
    explicit IdentityLookup(std::shared_ptr<Doorbell> doorbell);
    IdentityLookup(const IdentityLookup&) = delete;
    IdentityLookup& operator=(const IdentityLookup&) = delete;
    ~IdentityLookup();

    /// Asks for a peer whose process ID is known; of others there is nothing to ask.
    void ask(pipecore::ConnectionId connection, const pipecore::PeerInfo& peer,
             std::int64_t connectedAtNs);
    /// Answers since the last call, in order.
    [[nodiscard]] std::vector<Found> take();
    /// Waits until everything asked for is answered.
    void finish();

private:
    struct Question
    {
        pipecore::ConnectionId connection;
        std::uint32_t processId = 0;
        std::int64_t connectedAtNs = 0;
    };
    void run();

    std::shared_ptr<Doorbell> m_doorbell;
    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    std::deque<Question> m_questions; ///< the first is being answered
    std::vector<Found> m_found;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace pipescope::cli
