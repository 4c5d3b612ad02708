#include "pipe_listener.h"

#include "flags.h"
#include "server_instance.h"
#include "system_calls.h"
#include "utf16.h"
#include "win32_error.h"

#include <cassert>
#include <utility>

namespace pipecore::win32 {
namespace {

Result<PipeSecurity> securityOf(const ServerOptions& options)
{
    if (options.sddl.empty()) {
        return PipeSecurity::ownerOnly();
    }
    Result<SecurityDescriptor> descriptor = descriptorFromSddl(options.sddl);
    if (!descriptor) {
        return std::unexpected(descriptor.error());
    }
    return PipeSecurity::from(std::move(*descriptor));
}

} // namespace

PipeListener::PipeListener(CompletionPort& port, BlockingCalls& calls, AccountNames& accounts,
                           InquiryThread& inquiries, const PipeName& name, std::wstring wideName,
                           ServerOptions options, PipeSecurity security)
    : m_port(port)
    , m_calls(calls)
    , m_accounts(accounts)
    , m_inquiries(inquiries)
    , m_shortName(name.shortName())
    , m_name(std::move(wideName))
    , m_options(std::move(options))
    , m_security(std::move(security))
{}

PipeListener::~PipeListener()
{
    assert(m_handedOut == 0);
}

Result<std::unique_ptr<Listener>>
PipeListener::create(CompletionPort& port, BlockingCalls& calls, AccountNames& accounts,
                     InquiryThread& inquiries, const PipeName& name, const ServerOptions& options)
{
    if (name.isRemote()) {
        return refuse("a server's pipe is on this computer, not on " + name.computer());
    }
    Result<std::wstring> wideName = toUtf16(name.native());
    if (!wideName) {
        return std::unexpected(wideName.error());
    }
    Result<PipeSecurity> security = securityOf(options);
    if (!security) {
        return std::unexpected(security.error());
    }
    std::unique_ptr<PipeListener> listener(new PipeListener(port, calls, accounts, inquiries, name,
                                                            std::move(*wideName), options,
                                                            std::move(*security)));
    Result<PipeHandle> first = listener->openInstance();
    if (!first) {
        return std::unexpected(first.error());
    }
    listener->m_spare.push_back(std::move(*first));
    return listener;
}

Result<PipeHandle> PipeListener::openInstance()
{
    const bool first = m_handedOut == 0 && m_spare.empty();
    SECURITY_ATTRIBUTES attributes = m_security.attributes();
    PipeHandle instance(systemCalls().createNamedPipe(
        m_name.c_str(), serverOpenMode(m_options, first), serverPipeMode(m_options),
        maxInstances(m_options.instances), m_options.outBufferSize, m_options.inBufferSize,
        static_cast<DWORD>(m_options.defaultTimeout.count()), &attributes));
    if (!instance) {
        Error error = lastError("CreateNamedPipe");
        // Asked for as the first instance, this is how Windows says that there is one already.
        if (first && m_options.firstInstance
            && (error.code == ERROR_ACCESS_DENIED || error.code == ERROR_PIPE_BUSY)) {
            error.kind = ErrorKind::NameInUse;
        }
        return std::unexpected(std::move(error));
    }
    if (m_options.io == IoModel::Overlapped) {
        if (const Result<void> associated = m_port.associate(instance); !associated) {
            return std::unexpected(associated.error());
        }
    }
    return instance;
}

Result<std::unique_ptr<Channel>> PipeListener::createInstance()
{
    if (m_spare.empty()) {
        Result<PipeHandle> instance = openInstance();
        if (!instance) {
            return std::unexpected(instance.error());
        }
        m_spare.push_back(std::move(*instance));
    }
    PipeHandle instance = std::move(m_spare.back());
    m_spare.pop_back();
    ++m_handedOut;
    return std::make_unique<ServerInstance>(
        m_port, m_options.io == IoModel::Synchronous ? &m_calls : nullptr, *this,
        std::move(instance));
}

void PipeListener::closeInstance(PipeHandle instance)
{
    instance.reset();
    --m_handedOut;
}

void PipeListener::keepInstance(PipeHandle instance)
{
    --m_handedOut;
    m_spare.push_back(std::move(instance));
}

} // namespace pipecore::win32
