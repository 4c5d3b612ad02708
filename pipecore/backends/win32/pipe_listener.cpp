#include "pipe_listener.h"

#include "flags.h"
#include "lingering_names.h"
#include "own_instances.h"
#include "pipecore/base/translatable.h"
#include "security.h"
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
    , m_isAlone(LingeringNames::ofThisProcess().beginServing(m_shortName))
{}

PipeListener::~PipeListener()
{
    assert(m_handedOut == 0);
    for (const PipeHandle& spare : m_spare) {
        OwnInstances::ofThisProcess().remove(spare.get());
    }
    LingeringNames::ofThisProcess().endServing(m_shortName);
}

Result<std::unique_ptr<Listener>>
PipeListener::create(CompletionPort& port, BlockingCalls& calls, AccountNames& accounts,
                     InquiryThread& inquiries, const PipeName& name, const ServerOptions& options)
{
    if (name.isRemote()) {
        return refuse("a server's pipe must be on this computer, not on " + name.computer());
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
    if (Result<PipeHandle> first = listener->openInstance()) {
        listener->m_spare.push_back(std::move(*first));
    } else if (first.error().kind != ErrorKind::InstanceLimit || !options.firstInstance) {
        return std::unexpected(first.error());
    }
    return listener;
}

Result<PipeHandle> PipeListener::createPipe(bool asFirst)
{
    SECURITY_ATTRIBUTES attributes = m_security.attributes();
    PipeHandle instance(systemCalls().createNamedPipe(
        m_name.c_str(), serverOpenMode(m_options, asFirst), serverPipeMode(m_options),
        maxInstances(m_options.instances), m_options.outBufferSize, m_options.inBufferSize,
        static_cast<DWORD>(m_options.defaultTimeout.count()), &attributes));
    if (!instance) {
        return std::unexpected(lastError("CreateNamedPipe"));
    }
    return instance;
}

Result<PipeHandle> PipeListener::openInstance()
{
    const bool asFirst = m_handedOut == 0 && m_spare.empty() && m_options.firstInstance;
    Result<PipeHandle> instance = createPipe(asFirst);
    const bool isJoined = !asFirst || !instance;
    if (asFirst) {
        if (instance) {
            LingeringNames::ofThisProcess().forget(m_shortName);
        } else {
            instance = openAfter(std::move(instance.error()));
        }
    }
    if (!instance) {
        return std::unexpected(instance.error());
    }
    if (m_handedOut == 0 && m_spare.empty()) {
        m_isJoined = isJoined;
    }
    const bool isSynchronous = m_options.io == IoModel::Synchronous;
    if (m_given.empty() || isSynchronous) {
        // Others may change it; a synchronous handle is asked while nothing is pending on it.
        m_given = objectSecurity(instance->get()).value_or(Bytes());
    }
    if (!isSynchronous) {
        if (const Result<void> associated = m_port.associate(*instance); !associated) {
            return std::unexpected(associated.error());
        }
    }
    OwnInstances::ofThisProcess().add(m_shortName, instance->get(), m_given, !isSynchronous);
    return instance;
}

namespace {

/// Our own past is in the way: for a moment, or for as long as a client stays.
std::unexpected<Error> heldByClients(Error error, Phrase why)
{
    error.kind = ErrorKind::InstanceLimit;
    error.detail = why.text();
    error.phrase = std::move(why);
    return std::unexpected(std::move(error));
}

} // namespace

Result<PipeHandle> PipeListener::openAfter(Error refusal)
{
    if (refusal.code != ERROR_ACCESS_DENIED && refusal.code != ERROR_PIPE_BUSY) {
        return std::unexpected(std::move(refusal));
    }
    const auto ours = LingeringNames::ofThisProcess().securityOf(m_shortName);
    Error inUse = refusal;
    inUse.kind = ErrorKind::NameInUse;
    if (!ours || ours->empty() || !m_isAlone || somebodyListens()) {
        return refusal.code == ERROR_ACCESS_DENIED && isNameFree()
                   ? openFreeName()
                   : std::unexpected(std::move(inUse));
    }
    const Phrase atTheLimit{PIPECORE_TR(
        "ErrorDetail", "clients of the ended server have not closed their ends, and the "
                       "pipe is at its limit of instances: listening begins when one "
                       "of them leaves")};
    if (refusal.code == ERROR_PIPE_BUSY) {
        return heldByClients(std::move(refusal), atTheLimit);
    }
    Result<PipeHandle> instance = createPipe(false);
    if (!instance) {
        if (instance.error().code == ERROR_PIPE_BUSY) {
            return heldByClients(std::move(instance.error()), atTheLimit);
        }
        return heldByClients(
            std::move(instance.error()),
            {PIPECORE_TR("ErrorDetail",
                         "clients of the ended server have not closed their ends, and that pipe "
                         "had another type, access or security descriptor: listening begins when "
                         "the last of them has left")});
    }
    // Somebody may have taken the name since the last of our clients left.
    if (objectSecurity(instance->get()).value_or(Bytes()) != *ours) {
        return std::unexpected(std::move(inUse));
    }
    return instance;
}

Result<PipeHandle> PipeListener::openFreeName()
{
    Result<PipeHandle> instance = createPipe(true);
    if (!instance && instance.error().code == ERROR_ACCESS_DENIED) {
        Error& error = instance.error();
        error.kind = isNameFree() ? ErrorKind::AccessDenied : ErrorKind::NameInUse;
        if (error.kind == ErrorKind::AccessDenied) {
            error.phrase = {PIPECORE_TR(
                "ErrorDetail", "no pipe of this name exists: this process may not create it")};
            error.detail = error.phrase.text();
        }
    }
    return instance;
}

bool PipeListener::somebodyListens() const
{
    return systemCalls().waitNamedPipe(m_name.c_str(), NMPWAIT_NOWAIT) != FALSE;
}

bool PipeListener::isNameFree() const
{
    return systemCalls().waitNamedPipe(m_name.c_str(), NMPWAIT_NOWAIT) == FALSE
           && GetLastError() == ERROR_FILE_NOT_FOUND;
}

std::size_t PipeListener::listeningInstances() const
{
    // A burst of as many finds all it needs (measured: docs/WINE.md).
    constexpr std::size_t forBursts = 4;
    return m_options.io == IoModel::Overlapped && m_options.firstInstance ? forBursts : 1;
}

std::optional<Error> PipeListener::shortcoming() const
{
    if (!m_isJoined || m_options.sddl.empty() || m_given.empty()) {
        return std::nullopt;
    }
    const auto given = parseDescriptor(m_given);
    const auto asked = m_security.descriptor();
    if (given && asked && given->dacl == asked->dacl) {
        return std::nullopt;
    }
    return refusePhrase(
               {PIPECORE_TR("ErrorDetail",
                            "the pipe was there already, and keeps the security descriptor "
                            "of its first instance: the one given here has no effect")},
               ErrorKind::AccessDenied)
        .error();
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

void PipeListener::closeInstance(PipeHandle instance, bool clientMayStay)
{
    if (clientMayStay) {
        LingeringNames::ofThisProcess().remember(m_shortName, m_given);
    }
    OwnInstances::ofThisProcess().remove(instance.get());
    instance.reset();
    --m_handedOut;
}

void PipeListener::keepInstance(PipeHandle instance)
{
    --m_handedOut;
    m_spare.push_back(std::move(instance));
}

} // namespace pipecore::win32
