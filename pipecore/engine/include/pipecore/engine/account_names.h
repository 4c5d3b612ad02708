#pragma once

#include "pipecore/base/error.h"
#include "pipecore/base/job_thread.h"

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace pipecore {

/// Names of the accounts that peers run under, for the engine's thread, which must not wait for a
/// directory server: each account is asked for once, on a thread of its own that starts with the first
/// question. Without a name (yet), the account's number or SID stands for it.
class AccountNames
{
public:
    /// Asks the system for the name of an account. Called on the helper thread; may wait, also beyond the
    /// end of this.
    using Lookup = std::function<Result<std::string>(const std::string& id)>;

    /// `timeout` is how long nameOf() may wait for an answer that local files give at once. Zero:
    /// never.
    explicit AccountNames(Lookup lookup, std::chrono::milliseconds timeout = {});
    AccountNames(const AccountNames&) = delete;
    AccountNames& operator=(const AccountNames&) = delete;
    /// Drops the lookups that have not begun; one that a directory server keeps is left alone.
    ~AccountNames() = default;

    /// Starts to look up an account that will be asked for, such as the program's own, and does not wait.
    /// The first nameOf() of it waits for the answer up to `patience`. Before nameOf(), on its thread or
    /// the one that makes this.
    void prepare(const std::string& id, std::chrono::milliseconds patience);
    /// The name of the account with this uid (in digits) or SID ("S-1-5-..."). `id` itself as long as
    /// the answer is not there, and for good when there is none. Engine's thread.
    [[nodiscard]] std::string nameOf(const std::string& id);

private:
    /// State of a lookup, which may last longer than this.
    struct Known
    {
        Lookup lookup;
        std::mutex mutex;
        std::unordered_map<std::string, std::string> names; ///< the ID itself while it is not known
    };

    [[nodiscard]] bool startLookup(const std::string& id);

    std::shared_ptr<Known> m_known;
    std::chrono::milliseconds m_timeout;
    std::string m_prepared; ///< prepare() was called for it, and nobody asked yet
    std::chrono::milliseconds m_patience{};
    JobThread m_thread{"names of accounts", JobThread::AtEnd::Leave};
};

} // namespace pipecore
