#pragma once

#include "system/doorbell.h"

#include "pipecore/base/job_thread.h"
#include "pipecore/model/event.h"
#include "pipecore/model/identity.h"

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

    /// Rings `doorbell` with each answer.
    explicit IdentityLookup(std::shared_ptr<Doorbell> doorbell);
    IdentityLookup(const IdentityLookup&) = delete;
    IdentityLookup& operator=(const IdentityLookup&) = delete;
    /// Waits for the lookup that is under way; the others are dropped.
    ~IdentityLookup() = default;

    /// Asks for a peer of this computer whose process ID is known; of others there is nothing to ask. Resources when there
    /// is no thread.
    [[nodiscard]] pipecore::Result<void> ask(pipecore::ConnectionId connection,
                                             const pipecore::PeerInfo& peer,
                                             std::int64_t connectedAtNs);
    /// Answers since the last call, in order.
    [[nodiscard]] std::vector<Found> take();
    /// Waits until everything asked for is answered.
    void finish();

private:
    std::shared_ptr<Doorbell> m_doorbell;
    std::mutex m_mutex; // guards what was found
    std::vector<Found> m_found;
    pipecore::JobThread m_thread{"identities"};
};

} // namespace pipescope::cli
