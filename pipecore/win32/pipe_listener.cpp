#include "win32/pipe_listener.h"

#include "win32/flags.h"
#include "win32/server_instance.h"
#include "win32/utf16.h"
#include "win32/win32_error.h"

#include <cassert>
#include <utility>

namespace pipecore::win32 {
namespace {

/// Only clients that call WaitNamedPipe with NMPWAIT_USE_DEFAULT_WAIT see this: 0 is Windows' 50
/// ms.
constexpr DWORD defaultWait = 0;

} // namespace

PipeListener::PipeListener(CompletionPort& port, InquiryThread& inquiries, std::wstring name,
                           const ServerOptions& options, PipeSecurity security)
    : m_port(port)
    , m_inquiries(inquiries)
    , m_name(std::move(name))
    , m_options(options)
    , m_security(std::move(security))
{}

PipeListener::~PipeListener()
{
    assert(m_handedOut == 0);
}

Result<std::unique_ptr<Listener>> PipeListener::create(CompletionPort& port,
                                                       InquiryThread& inquiries,
                                                       const PipeName& name,
                                                       const ServerOptions& options)
{
    if (name.isRemote()) {
        return refuse("a server's pipe is on this computer, not on " + name.computer());
    }
    Result<std::wstring> wideName = toUtf16(name.native());
    if (!wideName) {
        return std::unexpected(wideName.error());
    }
    Result<PipeSecurity> security = PipeSecurity::ownerOnly();
    if (!security) {
        return std::unexpected(security.error());
    }
    std::unique_ptr<PipeListener> listener(
        new PipeListener(port, inquiries, std::move(*wideName), options, std::move(*security)));
    Result<FileHandle> first = listener->openInstance();
    if (!first) {
        return std::unexpected(first.error());
    }
    listener->m_spare = std::move(*first);
    return listener;
}

Result<FileHandle> PipeListener::openInstance()
{
    const bool first = m_handedOut == 0;
    SECURITY_ATTRIBUTES attributes = m_security.attributes();
    FileHandle instance(CreateNamedPipeW(m_name.c_str(), serverOpenMode(m_options.access, first),
                                         serverPipeMode(m_options.mode),
                                         maxInstances(m_options.instances), m_options.outBufferSize,
                                         m_options.inBufferSize, defaultWait, &attributes));
    if (!instance) {
        Error error = lastError("CreateNamedPipe");
        // Asked for as the first instance, this is how Windows says that there is one already.
        if (first && (error.code == ERROR_ACCESS_DENIED || error.code == ERROR_PIPE_BUSY)) {
            error.kind = ErrorKind::NameInUse;
        }
        return std::unexpected(std::move(error));
    }
    if (const Result<void> associated = m_port.associate(instance); !associated) {
        return std::unexpected(associated.error());
    }
    return instance;
}

Result<std::unique_ptr<Channel>> PipeListener::createInstance()
{
    if (!m_spare) {
        Result<FileHandle> instance = openInstance();
        if (!instance) {
            return std::unexpected(instance.error());
        }
        m_spare = std::move(*instance);
    }
    ++m_handedOut;
    return std::make_unique<ServerInstance>(m_port, *this, std::move(m_spare));
}

void PipeListener::closeInstance(FileHandle instance)
{
    instance.reset();
    --m_handedOut;
}

void PipeListener::keepInstance(FileHandle instance)
{
    --m_handedOut;
    m_spare = std::move(instance);
}

} // namespace pipecore::win32
