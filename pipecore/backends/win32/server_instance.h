#pragma once

#include "pipe_channel.h"
#include "pipecore/engine/inquiry_thread.h"

namespace pipecore::win32 {

class PipeListener;

/// An instance of a server's pipe: the channel that accepts.
class ServerInstance final : public PipeChannel, private InquiryAsker
{
public:
    /// `handle` is an instance that is on `port` already, or synchronous with `calls`, and has no
    /// client. `listener` outlives this.
    ServerInstance(CompletionPort& port, BlockingCalls* calls, PipeListener& listener,
                   PipeHandle handle);
    ~ServerInstance() override;

    /// ConnectNamedPipe. A client that was faster (ERROR_PIPE_CONNECTED) is a success without a
    /// packet; one that came and left (ERROR_NO_DATA) makes room with DisconnectNamedPipe first.
    Result<void> accept() override;
    /// Impersonates the client on the helper thread.
    Result<void> inquire(const Inquiry& inquiry) override;
    [[nodiscard]] InquiryAnswer takeAnswer() override;
    /// Also takes back a question: it completes at once, and the handle is not used any more.
    void cancel() override;
    /// Abortive: DisconnectNamedPipe, which discards data that the client has not read.
    void close(CloseMode mode) override;
    /// GetNamedPipeClientProcessId, and what that process runs and who, when it is on this computer.
    [[nodiscard]] PeerInfo peer() const override;
    /// By the users of the two processes' tokens. One on another computer is another user.
    [[nodiscard]] Result<bool> isClientOfOtherUser() const override;

private:
    /// accept() of a synchronous handle, on its thread.
    CallOutcome waitForClient();
    Completion finish(Operation& operation) override;
    [[nodiscard]] bool onlyWrites() const override;
    /// ConnectNamedPipe, the one call that tells the server of an outbound pipe: 535 while the client
    /// is there, 232 when it has left.
    [[nodiscard]] bool askWhetherPeerLeft() override;
    void answered(Result<InquiryAnswer> answer) override;

    PipeListener& m_listener;
    bool m_isConnected = false; ///< a client came; whether it is still there is another matter
    Operation m_inquiring;
    OVERLAPPED m_question{}; ///< of askWhetherPeerLeft(); the answer comes at once
    std::shared_ptr<InquiryThread::PendingInquiry>
        m_ticket; ///< the helper's work for us, while it lasts
    InquiryAnswer m_answer;
};

} // namespace pipecore::win32
