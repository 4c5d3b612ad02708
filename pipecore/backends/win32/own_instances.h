#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <windows.h>

namespace pipecore::win32 {

/// The open instances of the servers of this process. A question about a pipe that this process serves is
/// put to one of them: whoever opens the pipe instead is a client, takes an instance from those who wait,
/// and makes rows in the log.
///
/// Names are compared as LingeringNames does. Any thread.
class OwnInstances
{
public:
    [[nodiscard]] static OwnInstances& ofThisProcess();

    /// `instance` is open until remove(). `security` is its descriptor now; with `mayBeAsked` the
    /// descriptor is read from the handle. A synchronous handle may not be asked: the call would wait for
    /// its pending operation.
    void add(std::string_view name, HANDLE instance, Bytes security, bool mayBeAsked);
    /// Before the handle is closed. Waits for a question that is just asked, which nobody holds up.
    void remove(HANDLE instance);

    /// Owner, group, access list and label of the pipe, self-relative (GetKernelObjectSecurity on an
    /// instance that is open, else as it was when one was made). nullopt when this process does not serve
    /// the name.
    [[nodiscard]] std::optional<Result<Bytes>> security(std::string_view name) const;

private:
    struct Instance
    {
        std::string key;
        Bytes security;
        bool mayBeAsked = false;
    };

    mutable std::mutex m_mutex;
    std::map<HANDLE, Instance> m_instances;
};

} // namespace pipecore::win32
