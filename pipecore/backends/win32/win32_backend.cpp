#include "win32_backend.h"

#include "account_name.h"
#include "call_end.h"
#include "client_end.h"
#include "pipe_listener.h"
#include "process_info.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace pipecore {
namespace win32 {
namespace {

/// The first peer of this user waits so long for the name, once. A domain controller may not answer.
constexpr std::chrono::milliseconds ownNameTimeout{200};

} // namespace

Win32Backend::Win32Backend(CompletionPort port)
    : m_port(std::move(port))
    , m_accounts([](const std::string& sid) { return accountName(sid); })
    , m_opener([this] { m_port.wake(); })
    , m_inquiries([this] { m_port.wake(); })
{
    // Most peers are of the user who runs this.
    if (const auto own = processUser(GetCurrentProcess())) {
        m_accounts.prepare(*own, ownNameTimeout);
    }
}

Result<std::unique_ptr<Listener>> Win32Backend::listen(const PipeName& name,
                                                       const ServerOptions& options)
{
    return PipeListener::create(m_port, m_calls, m_accounts, m_inquiries, name, options);
}

Result<std::unique_ptr<Channel>> Win32Backend::createClient(const PipeName& name,
                                                            const ClientOptions& options)
{
    Result<OpenRequest> request = OpenRequest::from(name, options);
    if (!request) {
        return std::unexpected(request.error());
    }
    return std::make_unique<ClientEnd>(
        m_port, options.io == IoModel::Synchronous ? &m_calls : nullptr, m_opener, m_accounts,
        std::move(*request), name, options.sqos);
}

Result<std::unique_ptr<Channel>> Win32Backend::createCall(const PipeName& name,
                                                          const CallOptions& options)
{
    ClientOptions opening;
    opening.io = IoModel::Synchronous;
    Result<OpenRequest> request = OpenRequest::from(name, opening);
    if (!request) {
        return std::unexpected(request.error());
    }
    return std::make_unique<CallEnd>(m_port, m_calls, m_accounts, name, std::move(*request),
                                     options);
}

void Win32Backend::wait(std::vector<Completion>& completions,
                        std::optional<std::chrono::nanoseconds> timeout)
{
    m_opener.deliver();
    m_inquiries.deliver();
    m_calls.deliver();
    if (m_calls.isCancelling()) {
        timeout = std::min<std::chrono::nanoseconds>(
            timeout.value_or(BlockingCalls::cancelInterval), BlockingCalls::cancelInterval);
    }
    m_port.wait(completions, timeout);
}

void Win32Backend::wake()
{
    m_port.wake();
}

} // namespace win32

Result<std::unique_ptr<Backend>> createSystemBackend()
{
    Result<win32::CompletionPort> port = win32::CompletionPort::create();
    if (!port) {
        return std::unexpected(port.error());
    }
    return std::make_unique<win32::Win32Backend>(std::move(*port));
}

} // namespace pipecore
