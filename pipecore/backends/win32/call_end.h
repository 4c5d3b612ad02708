#pragma once

#include "blocking_calls.h"
#include "operation.h"
#include "pipecore/engine/asked_levels.h"

#include <string>

namespace pipecore::win32 {

/// A client end for one CallNamedPipe: connecting is the whole transaction, on a thread of its own, and
/// the reads after it give the reply and then the end.
class CallEnd final : public Channel, private OperationOwner
{
public:
    /// `calls` and `port` outlive this.
    CallEnd(CompletionPort& port, BlockingCalls& calls, const PipeName& name, std::wstring wideName,
            CallOptions options);
    ~CallEnd() override;

    Result<void> accept() override;
    /// CallNamedPipe. A reply longer than the limit is a success with moreData in the first read.
    Result<void> connect() override;
    /// Without a system call: the reply, and after it the end.
    Result<void> read(std::size_t size) override;
    Result<void> write(ByteView data) override;
    Result<void> watch() override;
    /// CancelSynchronousIo.
    void cancel() override;
    void close(CloseMode mode) override;
    /// Not known: CallNamedPipe gives no handle to ask.
    [[nodiscard]] PeerInfo peer() const override;

private:
    Completion finish(Operation& operation) override;
    CallOutcome call();

    CompletionPort& m_port;
    std::wstring m_name;
    CallOptions m_options;
    AskedLevels::Client m_asked; ///< CallNamedPipe takes no SQOS level
    Bytes m_reply;
    bool m_isCut = false; ///< the reply was longer than the limit
    bool m_wasRead = false;
    Operation m_opening;
    Operation m_read;
    BlockingThread m_thread;
};

} // namespace pipecore::win32
