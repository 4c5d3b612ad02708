#pragma once

#include "blocking_calls.h"
#include "open_pipe.h"
#include "operation.h"
#include "pipecore/engine/account_names.h"
#include "pipecore/engine/asked_levels.h"

#include <atomic>
#include <optional>
#include <string>

namespace pipecore::win32 {

/// A client end for one message and its reply, on a thread of its own: connecting opens the pipe, the
/// first read is TransactNamedPipe, and the one after it gives the end. The server may identify this
/// user, and no more.
///
/// With CallOptions::callNamedPipe all of it is one CallNamedPipe, in connecting. That call takes no
/// SQOS level: the server may act as this user.
class CallEnd final : public Channel, private OperationOwner
{
public:
    /// `calls`, `port` and `accounts` outlive this.
    CallEnd(CompletionPort& port, BlockingCalls& calls, AccountNames& accounts,
            const PipeName& name, OpenRequest request, CallOptions options);
    ~CallEnd() override;

    Result<void> accept() override;
    /// CreateFile, WaitNamedPipe while all instances are taken, and SetNamedPipeHandleState; or
    /// CallNamedPipe.
    Result<void> connect() override;
    /// The reply, and after it the end. A reply longer than the limit is a success with moreData.
    Result<void> read(std::size_t size) override;
    Result<void> write(ByteView data) override;
    Result<void> watch() override;
    /// CancelSynchronousIo.
    void cancel() override;
    void close(CloseMode mode) override;
    /// GetNamedPipeServerProcessId; not known after CallNamedPipe, which gives no handle to ask.
    [[nodiscard]] PeerInfo peer() const override;

private:
    Completion finish(Operation& operation) override;
    [[nodiscard]] CallOutcome open();
    [[nodiscard]] CallOutcome transact();
    [[nodiscard]] CallOutcome call();
    /// Takes the bytes and the code that a call gave with its reply.
    [[nodiscard]] CallOutcome replied(DWORD code, DWORD bytes);

    CompletionPort& m_port;
    AccountNames& m_accounts;
    OpenRequest m_request;
    CallOptions m_options;
    bool m_isRemote;
    AskedLevels::Client m_asked; ///< for servers of this process
    PipeHandle m_pipe;
    std::optional<Error> m_openError; ///< written by the thread before it is done
    std::atomic<bool> m_abandoned = false;
    Bytes m_reply;
    bool m_isCut = false;    ///< the reply was longer than the limit
    bool m_hasReply = false; ///< the first read has nothing to ask
    bool m_wasRead = false;
    Operation m_opening;
    Operation m_read;
    BlockingThread m_thread;
};

} // namespace pipecore::win32
