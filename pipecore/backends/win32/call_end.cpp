#include "call_end.h"

#include "flags.h"
#include "process_info.h"
#include "system_calls.h"
#include "win32_error.h"

#include <cassert>
#include <utility>

namespace pipecore::win32 {

CallEnd::CallEnd(CompletionPort& port, BlockingCalls& calls, AccountNames& accounts,
                 const PipeName& name, OpenRequest request, CallOptions options)
    : m_port(port)
    , m_accounts(accounts)
    , m_request(std::move(request))
    , m_options(std::move(options))
    , m_isRemote(name.isRemote())
    , m_asked(AskedLevels::ofThisProcess(), name,
              m_options.callNamedPipe ? std::nullopt : std::optional(SqosLevel::Identification))
    , m_opening(*this, OperationKind::Connect)
    , m_read(*this, OperationKind::Read)
    , m_thread(calls)
{}

CallEnd::~CallEnd()
{
    assert(!m_opening.inFlight && !m_read.inFlight);
}

Result<void> CallEnd::accept()
{
    return refuse("only a server instance accepts clients", ErrorKind::NotSupported);
}

Result<void> CallEnd::connect()
{
    return m_thread.start(m_opening, [this] { return m_options.callNamedPipe ? call() : open(); });
}

CallOutcome CallEnd::open()
{
    Result<OpenedPipe> pipe = openPipe(m_request, m_abandoned);
    if (!pipe && pipe.error().kind == ErrorKind::Busy) {
        OpenRequest patient = m_request;
        patient.wait = m_options.timeout;
        pipe = openPipe(patient, m_abandoned);
    }
    if (!pipe) {
        m_openError = std::move(pipe.error());
        return {.code = m_openError->code, .bytes = 0};
    }
    m_pipe = std::move(pipe->handle);
    return {};
}

CallOutcome CallEnd::replied(DWORD code, DWORD bytes)
{
    m_isCut = code == ERROR_MORE_DATA;
    if (code == ERROR_SUCCESS || m_isCut) {
        m_reply.resize(bytes);
        return {.code = ERROR_SUCCESS, .bytes = bytes};
    }
    return {.code = code, .bytes = 0};
}

CallOutcome CallEnd::transact()
{
    m_reply.resize(m_options.replyLimit);
    DWORD bytes = 0;
    const BOOL done = systemCalls().transactNamedPipe(
        m_pipe.get(), m_options.request.data(), static_cast<DWORD>(m_options.request.size()),
        m_reply.data(), static_cast<DWORD>(m_reply.size()), &bytes, nullptr);
    return replied(done != FALSE ? ERROR_SUCCESS : GetLastError(), bytes);
}

CallOutcome CallEnd::call()
{
    m_reply.resize(m_options.replyLimit);
    m_hasReply = true;
    DWORD bytes = 0;
    const BOOL done = systemCalls().callNamedPipe(
        m_request.name.c_str(), m_options.request.data(),
        static_cast<DWORD>(m_options.request.size()), m_reply.data(),
        static_cast<DWORD>(m_reply.size()), &bytes, waitTime(m_options.timeout));
    return replied(done != FALSE ? ERROR_SUCCESS : GetLastError(), bytes);
}

Result<void> CallEnd::read(std::size_t /*size*/)
{
    if (!std::exchange(m_hasReply, true)) {
        return m_thread.start(m_read, [this] { return transact(); });
    }
    static_cast<void>(m_read.start());
    m_read.settled = true;
    m_port.queue(m_read);
    return {};
}

Result<void> CallEnd::write(ByteView /*data*/)
{
    return refuse("a one-shot call sends only its request", ErrorKind::NotSupported);
}

Result<void> CallEnd::watch()
{
    return refuse("a one-shot call has ended when it is reported", ErrorKind::NotSupported);
}

void CallEnd::cancel()
{
    m_abandoned = true;
    m_thread.cancel();
}

void CallEnd::close(CloseMode /*mode*/)
{
    m_pipe.reset();
}

PeerInfo CallEnd::peer() const
{
    if (!m_pipe) {
        return unknownPeer(refuse("CallNamedPipe closes the pipe before it can be queried",
                                  ErrorKind::NotSupported)
                               .error());
    }
    ULONG processId = 0;
    if (systemCalls().serverProcessId(m_pipe.get(), &processId) == FALSE) {
        return unknownPeer(lastError("GetNamedPipeServerProcessId"));
    }
    return m_isRemote ? remotePeer(processId) : peerOfProcess(processId, m_accounts);
}

Completion CallEnd::finish(Operation& operation)
{
    operation.inFlight = false;
    Completion completion;
    completion.channel = this;
    completion.kind = operation.kind;
    const DWORD code = operation.outcome ? operation.outcome->code : DWORD{ERROR_SUCCESS};
    if (operation.kind == OperationKind::Connect) {
        if (code != ERROR_SUCCESS) {
            completion.error = m_openError ? std::exchange(m_openError, std::nullopt)
                                           : makeError("CallNamedPipe", code);
        }
        return completion;
    }
    if (code != ERROR_SUCCESS) {
        // Also when the server closed its end: the call has failed then.
        completion.error = makeError("TransactNamedPipe", code);
        return completion;
    }
    if (std::exchange(m_wasRead, true)) {
        completion.endOfStream = true;
        completion.error = makeError("TransactNamedPipe", ERROR_BROKEN_PIPE);
        return completion;
    }
    completion.bytes = m_reply.size();
    completion.data = m_reply;
    completion.moreData = m_isCut;
    return completion;
}

} // namespace pipecore::win32
