#pragma once

#include "pipecore/engine/backend.h"

#include <windows.h>

#include <optional>

namespace pipecore::win32 {

struct Operation;

/// Result of a system call that ran on a thread of its own.
struct CallOutcome
{
    DWORD code = ERROR_SUCCESS; ///< GetLastError() when it failed
    DWORD bytes = 0;
};

/// Turns a finished system operation into a Completion.
class OperationOwner
{
public:
    OperationOwner() = default;
    OperationOwner(const OperationOwner&) = delete;
    OperationOwner& operator=(const OperationOwner&) = delete;

    /// Called on the engine's thread when the packet of `operation` was taken from the port, or
    /// when an operation that was settled without one is handed out.
    [[nodiscard]] virtual Completion finish(Operation& operation) = 0;

protected:
    ~OperationOwner() = default;
};

/// An overlapped operation: the OVERLAPPED, and a pointer to its owner. It is part
/// of the owner, so that starting an operation allocates nothing, and stays in place while
/// `inFlight`.
struct Operation : OVERLAPPED
{
    Operation(OperationOwner& itsOwner, OperationKind itsKind)
        : OVERLAPPED{}
        , owner(itsOwner)
        , kind(itsKind)
    {}
    Operation(const Operation&) = delete;
    Operation& operator=(const Operation&) = delete;

    /// The OVERLAPPED for a new system call, cleared as the system wants it.
    [[nodiscard]] OVERLAPPED* start()
    {
        static_cast<OVERLAPPED&>(*this) = {};
        inFlight = true;
        settled = false;
        outcome.reset();
        return this;
    }

    OperationOwner& owner;
    const OperationKind kind;
    bool inFlight = false;              ///< its completion has not been handed out yet
    bool settled = false;               ///< done without a packet; `error` is the outcome
    std::optional<Error> error;         ///< of a settled operation
    std::optional<CallOutcome> outcome; ///< of a blocking call; then OVERLAPPED is not used
};

} // namespace pipecore::win32
