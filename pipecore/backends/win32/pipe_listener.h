#pragma once

#include "blocking_calls.h"
#include "completion_port.h"
#include "pipecore/engine/account_names.h"
#include "pipecore/engine/backend.h"
#include "pipecore/engine/inquiry_thread.h"
#include "security.h"

#include <memory>
#include <string>
#include <vector>

namespace pipecore::win32 {

/// A server's hold on its name: on Windows a name is held as long as an instance of it is open.
///
/// The first instance is made with FILE_FLAG_FIRST_PIPE_INSTANCE when the listener is, and is
/// handed out by the first createInstance(). When the last instance that is open loses its client,
/// its handle is disconnected and kept here for the next createInstance() instead of being closed:
/// the name stays taken, nMaxInstances stays what the user asked for, and clients see "busy", not
/// "no such pipe".
///
/// One case is left in which the name is free for a moment: a server with a single instance that
/// closes gracefully while the client is still there, because only CloseHandle leaves the client
/// its unread data. The next instance then asks for FILE_FLAG_FIRST_PIPE_INSTANCE again, so that a
/// server of somebody else is reported as NameInUse and never joined.
class PipeListener final : public Listener
{
public:
    /// CreateNamedPipe for the first instance. NameInUse when another server holds the name.
    [[nodiscard]] static Result<std::unique_ptr<Listener>>
    create(CompletionPort& port, BlockingCalls& calls, AccountNames& accounts,
           InquiryThread& inquiries, const PipeName& name, const ServerOptions& options);
    ~PipeListener() override;

    Result<std::unique_ptr<Channel>> createInstance() override;

    /// The pipe's own name, without the computer.
    [[nodiscard]] const std::string& shortName() const { return m_shortName; }
    /// Names of the users of clients.
    [[nodiscard]] AccountNames& accounts() { return m_accounts; }
    /// True when clients may be on other computers.
    [[nodiscard]] bool admitsRemote() const { return !m_options.rejectRemote; }
    /// Where instances ask about their clients.
    [[nodiscard]] InquiryThread& inquiries() { return m_inquiries; }
    /// True when one instance is with a channel and none is here: it alone holds the name.
    [[nodiscard]] bool isLastInstance() const { return m_handedOut == 1 && m_spare.empty(); }
    /// True when instances serve one client after the other (InstancePolicy::Reuse).
    [[nodiscard]] bool reuses() const { return m_options.policy == InstancePolicy::Reuse; }
    /// Takes an instance back, disconnected, for the next createInstance().
    void keepInstance(PipeHandle instance);
    /// Closes an instance that was handed out; what the client has not read stays readable.
    void closeInstance(PipeHandle instance);

private:
    PipeListener(CompletionPort& port, BlockingCalls& calls, AccountNames& accounts,
                 InquiryThread& inquiries, const PipeName& name, std::wstring wideName,
                 ServerOptions options, PipeSecurity security);

    [[nodiscard]] Result<PipeHandle> openInstance();

    CompletionPort& m_port;
    BlockingCalls& m_calls;
    AccountNames& m_accounts;
    InquiryThread& m_inquiries;
    std::string m_shortName;
    std::wstring m_name;
    ServerOptions m_options;
    PipeSecurity m_security;
    std::vector<PipeHandle> m_spare; ///< instances without a client; they hold the name
    std::size_t m_handedOut = 0;     ///< instances that belong to channels
};

} // namespace pipecore::win32
