#pragma once

#include "system/wake_event.h"

#include "pipecore/base/job_thread.h"
#include "pipecore/model/event.h"
#include "pipecore/model/identity.h"

#include <chrono>
#include <memory>
#include <mutex>
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

    /// Lookups that wait at most; a flood of clients is faster than any directory.
    static constexpr std::size_t maxWaiting = 1000;

    /// Rings `wakeEvent` with each answer.
    explicit IdentityLookup(std::shared_ptr<WakeEvent> wakeEvent);
    IdentityLookup(const IdentityLookup&) = delete;
    IdentityLookup& operator=(const IdentityLookup&) = delete;
    /// Drops the lookups that have not begun; one that others keep waiting is left alone.
    ~IdentityLookup() = default;

    /// Asks for a peer of this computer whose process ID is known; of others there is nothing to ask. Resources when there
    /// is no thread.
    [[nodiscard]] pipecore::Result<void> ask(pipecore::ConnectionId connection,
                                             const pipecore::PeerInfo& peer,
                                             std::int64_t connectedAtNs);
    /// Answers since the last call, in order.
    [[nodiscard]] std::vector<Found> take();
    /// Waits up to `limit` until everything asked for is answered; false when something is not.
    [[nodiscard]] bool finish(std::chrono::milliseconds limit);

private:
    /// State of a lookup, which may last longer than this.
    struct Answers
    {
        std::shared_ptr<WakeEvent> wakeEvent;
        std::mutex mutex; // guards the results
        std::vector<Found> found;
    };
    std::shared_ptr<Answers> m_answers;
    pipecore::JobThread m_thread{"identities", pipecore::JobThread::AtEnd::Leave};
};

} // namespace pipescope::cli
