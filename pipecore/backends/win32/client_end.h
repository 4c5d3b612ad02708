#pragma once

#include "pipe_channel.h"
#include "pipe_opener.h"
#include "pipecore/engine/account_names.h"
#include "pipecore/engine/asked_levels.h"

#include <memory>

namespace pipecore::win32 {

/// A client's end of a pipe: the channel that connects.
class ClientEnd final : public PipeChannel
{
public:
    /// Names of other computers, and requests that wait, are opened by `opener`. It and `accounts`
    /// outlive this.
    /// `calls` as for PipeChannel. `asked` is the SQOS level among the flags of `request`.
    ClientEnd(CompletionPort& port, BlockingCalls* calls, PipeOpener& opener,
              AccountNames& accounts, OpenRequest request, const PipeName& name, SqosLevel asked);
    ~ClientEnd() override;

    /// A CreateFile, with SetNamedPipeHandleState after it. Opening a local pipe never blocks; a
    /// remote one, and one that is waited for, is opened on a thread of its own. Whatever goes wrong comes as the completion's
    /// error.
    Result<void> connect() override;
    /// Also takes back an attempt that its thread has not finished: it completes at once.
    void cancel() override;
    [[nodiscard]] bool readsBytesInstead() const override { return m_readsBytesInstead; }
    /// GetNamedPipeServerProcessId, and what that process runs and who, when it is on this computer.
    [[nodiscard]] PeerInfo peer() const override;

    /// The attempt is done; called on the engine's thread.
    void opened(Result<OpenedPipe> pipe);

private:
    [[nodiscard]] bool onlyWrites() const override;
    /// FilePipeLocalInformation, which needs no right to read data.
    [[nodiscard]] bool askWhetherPeerLeft() override;

    PipeOpener& m_opener;
    AccountNames& m_accounts;
    OpenRequest m_request;
    bool m_isRemote;
    bool m_readsBytesInstead = false;
    AskedLevels::Client m_asked;                    ///< for servers of this process
    std::shared_ptr<PipeOpener::Attempt> m_attempt; ///< on its thread, while it lasts
};

} // namespace pipecore::win32
