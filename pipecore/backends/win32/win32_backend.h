#pragma once

#include "blocking_calls.h"
#include "completion_port.h"
#include "pipe_opener.h"
#include "pipecore/engine/account_names.h"
#include "pipecore/engine/backend.h"
#include "pipecore/engine/inquiry_thread.h"

namespace pipecore::win32 {

/// Windows' named pipes: overlapped I/O on one completion port, driven by the thread that calls
/// wait().
class Win32Backend final : public Backend
{
public:
    explicit Win32Backend(CompletionPort port);

    Result<std::unique_ptr<Listener>> listen(const PipeName& name,
                                             const ServerOptions& options) override;
    Result<std::unique_ptr<Channel>> createClient(const PipeName& name,
                                                  const ClientOptions& options) override;
    Result<std::unique_ptr<Channel>> createCall(const PipeName& name,
                                                const CallOptions& options) override;
    void wait(std::vector<Completion>& completions,
              std::optional<std::chrono::nanoseconds> timeout) override;
    void wake() override;

private:
    CompletionPort m_port;
    BlockingCalls m_calls{m_port};
    AccountNames m_accounts;
    // Their threads use the port, so that they must end first.
    PipeOpener m_opener;
    InquiryThread m_inquiries;
};

} // namespace pipecore::win32
