#pragma once

#include "blocking_calls.h"
#include "completion_port.h"
#include "operation.h"
#include "peer_watch.h"

#include <condition_variable>
#include <memory>
#include <mutex>

namespace pipecore::win32 {

/// Common part of both ends of a pipe: a handle on the completion port, or one with blocking
/// calls on two threads, reading and writing.
///
/// The operations are parts of the channel, and the system writes into them and into the read
/// buffer until their packets are taken: destroying a channel with something in flight is a mistake
/// of the caller and caught by an assertion.
class PipeChannel : public Channel, protected OperationOwner, private WatchingEnd
{
public:
    ~PipeChannel() override;

    Result<void> accept() override;
    Result<void> connect() override;
    /// ReadFile with one buffer that grows and is kept. A broken pipe that ReadFile reports at once
    /// is a completion like the one that comes later: endOfStream.
    Result<void> read(std::size_t size) override;
    /// A WriteFile. An immediate failure is this function's error.
    Result<void> write(ByteView data) override;
    /// Asks twice a second whether the other end is there: of an end that only writes. NotSupported of
    /// one that reads, because its reads are told.
    Result<void> watch() override;
    [[nodiscard]] bool canTransact() const override { return true; }
    /// TransactNamedPipe, overlapped or on the reading thread.
    Result<void> transact(ByteView data, std::size_t replySize) override;
    /// CancelIoEx for the read.
    void cancelRead() override;
    /// SetNamedPipeHandleState. NotSupported of a synchronous handle, as facts().
    Result<void> setReadMode(PipeMode mode) override;
    /// Not of a synchronous handle: the system would hold the question back until the pending read
    /// comes to its end.
    [[nodiscard]] PipeFacts facts() const override;
    /// CancelIoEx for everything on the handle, or CancelSynchronousIo for the two threads.
    void cancel() override;
    /// CloseHandle: written data stays readable for the peer.
    void close(CloseMode mode) override;

protected:
    /// `opening`: first operation of the derived end, Accept or Connect. `calls` for a handle
    /// without FILE_FLAG_OVERLAPPED, else nullptr; it outlives this.
    PipeChannel(CompletionPort& port, BlockingCalls* calls, OperationKind opening);

    Completion finish(Operation& operation) override;

    /// Whether this end only writes.
    [[nodiscard]] virtual bool onlyWrites() const = 0;
    /// Asks the system whether the other end of a connected pipe is gone. Any thread, but one at a time.
    [[nodiscard]] virtual bool askWhetherPeerLeft() = 0;

    /// Completes `operation` with the next wait(), without a packet.
    void settle(Operation& operation, std::optional<Error> error);
    [[nodiscard]] bool isIdle() const;
    /// True when a read or write said that the other end is gone.
    [[nodiscard]] bool peerIsGone() const { return m_peerGone; }

    /// The threads of a synchronous handle. Reading also waits for clients, and watches the peer.
    struct Blocking
    {
        explicit Blocking(BlockingCalls& calls) : reading(calls), writing(calls) {}

        std::mutex mutex; ///< for the next two
        std::condition_variable changed;
        bool stopsWatching = false;
        BlockingThread reading;
        BlockingThread writing;
    };

    CompletionPort& m_port;
    PipeHandle m_handle;
    std::unique_ptr<Blocking> m_blocking; ///< null: overlapped
    Operation m_opening;
    bool m_peerGone = false;

private:
    bool look() override;
    /// watch() of a synchronous handle, on its thread.
    [[nodiscard]] CallOutcome watchPeer();
    [[nodiscard]] bool reserve(std::size_t size);
    /// Content of the OVERLAPPED, written by the system.
    [[nodiscard]] CallOutcome overlappedOutcome(Operation& operation);
    void readOutcome(Completion& completion, const Operation& operation, CallOutcome outcome);

    Operation m_read;
    Operation m_write;
    Operation m_transaction;
    Operation m_watching;
    std::unique_ptr<std::byte[]> m_buffer;
    std::size_t m_bufferSize = 0;
    std::size_t m_writeSize = 0;
};

} // namespace pipecore::win32
