#include "call_end.h"

#include "flags.h"
#include "system_calls.h"
#include "win32_error.h"

#include <cassert>
#include <utility>

namespace pipecore::win32 {

CallEnd::CallEnd(CompletionPort& port, BlockingCalls& calls, const PipeName& name,
                 std::wstring wideName, CallOptions options)
    : m_port(port)
    , m_name(std::move(wideName))
    , m_options(std::move(options))
    , m_asked(AskedLevels::ofThisProcess(), name, std::nullopt)
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
    return m_thread.start(m_opening, [this] { return call(); });
}

CallOutcome CallEnd::call()
{
    m_reply.resize(m_options.replyLimit);
    DWORD bytes = 0;
    const BOOL done = systemCalls().callNamedPipe(
        m_name.c_str(), m_options.request.data(), static_cast<DWORD>(m_options.request.size()),
        m_reply.data(), static_cast<DWORD>(m_reply.size()), &bytes, waitTime(m_options.timeout));
    const DWORD code = done != FALSE ? ERROR_SUCCESS : GetLastError();
    m_isCut = code == ERROR_MORE_DATA;
    if (code == ERROR_SUCCESS || m_isCut) {
        m_reply.resize(bytes);
        return {.code = ERROR_SUCCESS, .bytes = bytes};
    }
    return {.code = code, .bytes = 0};
}

Result<void> CallEnd::read(std::size_t /*size*/)
{
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
    m_thread.cancel();
}

void CallEnd::close(CloseMode /*mode*/) {}

PeerInfo CallEnd::peer() const
{
    const auto reason =
        refuse("CallNamedPipe closes the pipe before it can be queried", ErrorKind::NotSupported);
    return {.processId = reason, .image = reason, .user = reason};
}

Completion CallEnd::finish(Operation& operation)
{
    operation.inFlight = false;
    Completion completion;
    completion.channel = this;
    completion.kind = operation.kind;
    if (operation.kind == OperationKind::Connect) {
        if (operation.outcome->code != ERROR_SUCCESS) {
            completion.error = makeError("CallNamedPipe", operation.outcome->code);
        }
        return completion;
    }
    if (std::exchange(m_wasRead, true)) {
        completion.endOfStream = true;
        completion.error = makeError("CallNamedPipe", ERROR_BROKEN_PIPE);
        return completion;
    }
    completion.bytes = m_reply.size();
    completion.data = m_reply;
    completion.moreData = m_isCut;
    return completion;
}

} // namespace pipecore::win32
