#pragma once

#include "blocking_calls.h"
#include "completion_port.h"
#include "pipecore/engine/account_names.h"
#include "pipecore/engine/backend.h"
#include "pipecore/engine/inquiry_thread.h"
#include "security.h"

#include <memory>
#include <optional>
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
/// A graceful end closes the handle while the client may still have its own, because only CloseHandle
/// leaves the client its unread data. The instance then goes on to count until the client closes, too.
/// So the next one, which asks to be the first again, may be refused because of our own past
/// (LingeringNames): then it is made without that flag, and only kept when owner and access list are
/// those that we gave the pipe; where the limit is reached, it is made when a client has left. A server
/// of somebody else is reported as NameInUse and never joined.
class PipeListener final : public Listener
{
public:
    /// CreateNamedPipe for the first instance. NameInUse when another server holds the name. When it
    /// is only clients of an ended server of this process, it succeeds, and createInstance() says so.
    [[nodiscard]] static Result<std::unique_ptr<Listener>>
    create(CompletionPort& port, BlockingCalls& calls, AccountNames& accounts,
           InquiryThread& inquiries, const PipeName& name, const ServerOptions& options);
    ~PipeListener() override;

    Result<std::unique_ptr<Channel>> createInstance() override;
    /// A single one where each costs a thread, and in a pipe that others serve too.
    [[nodiscard]] std::size_t listeningInstances() const override;
    /// The pipe existed, and keeps the security descriptor of its first instance.
    [[nodiscard]] std::optional<Error> shortcoming() const override;

    /// The pipe's own name, without the computer.
    [[nodiscard]] const std::string& shortName() const { return m_shortName; }
    /// Names of the users of clients.
    [[nodiscard]] AccountNames& accounts() { return m_accounts; }
    /// True when clients may be on other computers.
    [[nodiscard]] bool admitsRemote() const { return !m_options.rejectRemote; }
    /// Thread for the queries of instances about their clients.
    [[nodiscard]] InquiryThread& inquiries() { return m_inquiries; }
    /// Which way the data flow.
    [[nodiscard]] Access access() const { return m_options.access; }
    /// True when one instance is with a channel and none is here: it alone holds the name.
    [[nodiscard]] bool isLastInstance() const { return m_handedOut == 1 && m_spare.empty(); }
    /// True when instances serve one client after the other (InstancePolicy::Reuse).
    [[nodiscard]] bool reuses() const { return m_options.policy == InstancePolicy::Reuse; }
    /// Takes an instance back, disconnected, for the next createInstance().
    void keepInstance(PipeHandle instance);
    /// Closes an instance handed out before; unread data stays readable for the client.
    /// `clientMayStay`: the client may have its end open still.
    void closeInstance(PipeHandle instance, bool clientMayStay);

private:
    PipeListener(CompletionPort& port, BlockingCalls& calls, AccountNames& accounts,
                 InquiryThread& inquiries, const PipeName& name, std::wstring wideName,
                 ServerOptions options, PipeSecurity security);

    [[nodiscard]] Result<PipeHandle> openInstance();
    /// Calls CreateNamedPipe once.
    [[nodiscard]] Result<PipeHandle> createPipe(bool asFirst);
    /// Reacts to an instance that is not the first.
    [[nodiscard]] Result<PipeHandle> openAfter(Error refusal);
    /// Reacts to a refusal of a name that no pipe has: its server left in between, or this process may not
    /// create such names.
    [[nodiscard]] Result<PipeHandle> openFreeName();
    /// A server, which cannot be ours, waits for clients (WaitNamedPipe, without waiting).
    [[nodiscard]] bool somebodyListens() const;
    /// No pipe has the name (the same call): then a refusal (5) is not about another server.
    [[nodiscard]] bool isNameFree() const;

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
    bool m_isAlone;                  ///< no other server of this process has the name
    Bytes m_given;                   ///< owner and access list of the pipe, as the system has them
    bool m_isJoined = false;         ///< an instance of the pipe was there before ours
};

} // namespace pipecore::win32
