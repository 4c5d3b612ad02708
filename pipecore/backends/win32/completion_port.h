#pragma once

#include "peer_watch.h"
#include "pipe_handle.h"
#include "pipecore/engine/backend.h"

#include <atomic>
#include <chrono>
#include <optional>
#include <vector>

namespace pipecore::win32 {

struct Operation;

/// The one I/O completion port of a backend, and the queue of operations completed without a packet.
class CompletionPort
{
public:
    /// CreateIoCompletionPort for one thread. Any thread.
    [[nodiscard]] static Result<CompletionPort> create();

    CompletionPort(CompletionPort&& other) noexcept;
    CompletionPort& operator=(CompletionPort&&) = delete;
    ~CompletionPort() = default;

    /// Lets the operations of `file` report here, as long as it is open (CreateIoCompletionPort).
    /// The OVERLAPPED of each must be an Operation.
    [[nodiscard]] Result<void> associate(const PipeHandle& file);

    /// Finishes `operation` with the next wait(), for operations settled without a packet. It must
    /// stay in place until then.
    void queue(Operation& operation);

    /// Appends what has completed; waits for the first up to `timeout`, rounded up to milliseconds
    /// (GetQueuedCompletionStatusEx). Returns without anything after wake().
    void wait(std::vector<Completion>& completions,
              std::optional<std::chrono::nanoseconds> timeout);

    /// Ends that ask from wait() whether the other end is there.
    [[nodiscard]] PeerWatch& watch() { return m_watch; }

    /// Makes the wait() that is under way, or the next one, return. Any thread; many calls cost one
    /// packet.
    void wake();

private:
    explicit CompletionPort(KernelHandle port) : m_port(std::move(port)) {}

    KernelHandle m_port;
    std::vector<Operation*> m_settled;
    PeerWatch m_watch;
    std::atomic<bool> m_wakePosted = false;
};

} // namespace pipecore::win32
