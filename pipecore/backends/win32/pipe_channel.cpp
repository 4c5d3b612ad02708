#include "pipe_channel.h"

#include "flags.h"
#include "pipe_facts.h"
#include "system_calls.h"
#include "win32_error.h"

#include <cassert>
#include <limits>
#include <new>
#include <string>
#include <utility>

namespace pipecore::win32 {
namespace {

std::string_view apiOf(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Accept: return "ConnectNamedPipe";
    case OperationKind::Connect: return "CreateFile";
    case OperationKind::Read: return "ReadFile";
    case OperationKind::Write: return "WriteFile";
    case OperationKind::Transact: return "TransactNamedPipe";
    case OperationKind::Watch: return "ConnectNamedPipe";
    case OperationKind::Inquire: break;
    }
    return {};
}

} // namespace

PipeChannel::PipeChannel(CompletionPort& port, BlockingCalls* calls, OperationKind opening)
    : m_port(port)
    , m_blocking(calls != nullptr ? std::make_unique<Blocking>(*calls) : nullptr)
    , m_opening(*this, opening)
    , m_read(*this, OperationKind::Read)
    , m_write(*this, OperationKind::Write)
    , m_transaction(*this, OperationKind::Transact)
    , m_watching(*this, OperationKind::Watch)
{}

PipeChannel::~PipeChannel()
{
    assert(isIdle());
}

bool PipeChannel::isIdle() const
{
    return !m_opening.inFlight && !m_read.inFlight && !m_write.inFlight && !m_transaction.inFlight
           && !m_watching.inFlight;
}

Result<void> PipeChannel::accept()
{
    return refuse("only a server instance accepts clients", ErrorKind::NotSupported);
}

Result<void> PipeChannel::connect()
{
    return refuse("only a client connects", ErrorKind::NotSupported);
}

Result<void> PipeChannel::watch()
{
    assert(!m_watching.inFlight);
    if (!onlyWrites()) {
        return refuse("an end that reads is told by its reads", ErrorKind::NotSupported);
    }
    if (m_blocking) {
        m_blocking->stopsWatching = false;
        return m_blocking->reading.start(m_watching, [this] { return watchPeer(); });
    }
    static_cast<void>(m_watching.start());
    m_port.watch().add(*this);
    return {};
}

bool PipeChannel::look()
{
    if (!askWhetherPeerLeft()) {
        return false;
    }
    m_peerGone = true;
    settle(m_watching, std::nullopt);
    return true;
}

CallOutcome PipeChannel::watchPeer()
{
    std::unique_lock lock(m_blocking->mutex);
    while (!m_blocking->changed.wait_for(lock, PeerWatch::interval,
                                         [this] { return m_blocking->stopsWatching; })) {
        lock.unlock();
        if (askWhetherPeerLeft()) {
            return {};
        }
        lock.lock();
    }
    return {.code = ERROR_OPERATION_ABORTED, .bytes = 0};
}

bool PipeChannel::reserve(std::size_t size)
{
    if (size > m_bufferSize) {
        m_buffer.reset(new (std::nothrow) std::byte[size]);
        m_bufferSize = m_buffer ? size : 0;
    }
    return m_bufferSize >= size;
}

Result<void> PipeChannel::read(std::size_t size)
{
    assert(!m_read.inFlight);
    if (size == 0 || size > std::numeric_limits<DWORD>::max()) {
        return refuse("a read takes 1 to 4294967295 bytes, not " + std::to_string(size));
    }
    if (!reserve(size)) {
        return refuse("no memory for a read of " + std::to_string(size) + " bytes",
                      ErrorKind::Resources);
    }
    if (m_blocking) {
        return m_blocking->reading.start(m_read, [this, size] {
            DWORD bytes = 0;
            const BOOL done = systemCalls().readFile(m_handle.get(), m_buffer.get(),
                                                     static_cast<DWORD>(size), &bytes, nullptr);
            return CallOutcome{.code = done != FALSE ? ERROR_SUCCESS : GetLastError(),
                               .bytes = bytes};
        });
    }
    if (systemCalls().readFile(m_handle.get(), m_buffer.get(), static_cast<DWORD>(size), nullptr,
                               m_read.start())
        != FALSE) {
        return {};
    }
    Error error = lastError("ReadFile");
    // A message longer than the buffer is data too: its packet is on the way as for the other two.
    if (error.code == ERROR_IO_PENDING || error.code == ERROR_MORE_DATA) {
        return {};
    }
    if (meansPeerClosed(error.code)) {
        settle(m_read, std::move(error));
        return {};
    }
    m_read.inFlight = false;
    return std::unexpected(std::move(error));
}

Result<void> PipeChannel::write(ByteView data)
{
    assert(!m_write.inFlight);
    if (data.size() > std::numeric_limits<DWORD>::max()) {
        return refuse("one write takes at most 4294967295 bytes, not "
                          + std::to_string(data.size()),
                      ErrorKind::MessageTooLarge);
    }
    m_writeSize = data.size();
    if (m_blocking) {
        return m_blocking->writing.start(m_write, [this, data] {
            DWORD bytes = 0;
            const BOOL done = systemCalls().writeFile(
                m_handle.get(), data.data(), static_cast<DWORD>(data.size()), &bytes, nullptr);
            return CallOutcome{.code = done != FALSE ? ERROR_SUCCESS : GetLastError(),
                               .bytes = bytes};
        });
    }
    if (systemCalls().writeFile(m_handle.get(), data.data(), static_cast<DWORD>(data.size()),
                                nullptr, m_write.start())
        != FALSE) {
        return {};
    }
    Error error = lastError("WriteFile");
    if (error.code == ERROR_IO_PENDING) {
        return {};
    }
    m_write.inFlight = false;
    m_peerGone = m_peerGone || meansPeerClosed(error.code);
    return std::unexpected(std::move(error));
}

Result<void> PipeChannel::transact(ByteView data, std::size_t replySize)
{
    assert(!m_read.inFlight && !m_transaction.inFlight);
    if (data.size() > std::numeric_limits<DWORD>::max()) {
        return refuse("one transaction takes at most 4294967295 bytes, not "
                          + std::to_string(data.size()),
                      ErrorKind::MessageTooLarge);
    }
    if (!reserve(replySize)) {
        return refuse("no memory for a reply of " + std::to_string(replySize) + " bytes",
                      ErrorKind::Resources);
    }
    // The call takes the request as memory that may be written to, and does not write to it.
    void* const request = const_cast<std::byte*>(data.data());
    const auto size = static_cast<DWORD>(data.size());
    const auto room = static_cast<DWORD>(replySize);
    if (m_blocking) {
        return m_blocking->reading.start(m_transaction, [this, request, size, room] {
            DWORD bytes = 0;
            const BOOL done = systemCalls().transactNamedPipe(
                m_handle.get(), request, size, m_buffer.get(), room, &bytes, nullptr);
            return CallOutcome{.code = done != FALSE ? ERROR_SUCCESS : GetLastError(),
                               .bytes = bytes};
        });
    }
    if (systemCalls().transactNamedPipe(m_handle.get(), request, size, m_buffer.get(), room,
                                        nullptr, m_transaction.start())
        != FALSE) {
        return {};
    }
    Error error = lastError("TransactNamedPipe");
    if (error.code == ERROR_IO_PENDING || error.code == ERROR_MORE_DATA) {
        return {};
    }
    m_transaction.inFlight = false;
    m_peerGone = m_peerGone || meansPeerClosed(error.code);
    return std::unexpected(std::move(error));
}

void PipeChannel::cancelRead()
{
    if (m_blocking) {
        m_blocking->reading.cancel();
    } else if (m_handle) {
        systemCalls().cancelIoEx(m_handle.get(), &m_read);
    }
}

Result<void> PipeChannel::setReadMode(PipeMode mode)
{
    if (m_blocking) {
        // The system would make this thread, the engine's, wait until the read that is pending has its
        // data: that may be never.
        return refuse("a synchronous handle runs one call at a time, and a read is pending: choose "
                      "the read mode when you connect, or use overlapped I/O",
                      ErrorKind::NotSupported);
    }
    DWORD state = handleState(mode);
    if (systemCalls().setHandleState(m_handle.get(), &state, nullptr, nullptr) == FALSE) {
        return std::unexpected(lastError("SetNamedPipeHandleState"));
    }
    return {};
}

PipeFacts PipeChannel::facts() const
{
    if (m_blocking) {
        const auto reason =
            refuse("a synchronous handle runs one call at a time, and a read is pending",
                   ErrorKind::NotSupported);
        return {.info = reason, .state = reason, .waiting = reason};
    }
    if (!m_handle) {
        const auto reason = refuse("the handle is closed", ErrorKind::NoSuchTarget);
        return {.info = reason, .state = reason, .waiting = reason};
    }
    return readPipeFacts(m_handle.get());
}

void PipeChannel::cancel()
{
    if (m_blocking) {
        {
            const std::scoped_lock lock(m_blocking->mutex);
            m_blocking->stopsWatching = true;
        }
        m_blocking->changed.notify_all();
        m_blocking->reading.cancel();
        m_blocking->writing.cancel();
        return;
    }
    if (m_watching.inFlight && !m_watching.settled) {
        m_port.watch().remove(*this);
        settle(m_watching, makeError("ConnectNamedPipe", ERROR_OPERATION_ABORTED));
    }
    // It fails when there is nothing to cancel, or it was completed a moment ago: both are fine.
    if (m_handle) {
        systemCalls().cancelIoEx(m_handle.get(), nullptr);
    }
}

void PipeChannel::close(CloseMode /*mode*/)
{
    assert(isIdle());
    m_handle.reset();
}

void PipeChannel::settle(Operation& operation, std::optional<Error> error)
{
    operation.inFlight = true;
    operation.settled = true;
    operation.error = std::move(error);
    m_port.queue(operation);
}

Completion PipeChannel::finish(Operation& operation)
{
    operation.inFlight = false;
    Completion completion;
    completion.channel = this;
    completion.kind = operation.kind;
    if (operation.settled) {
        completion.error = std::exchange(operation.error, std::nullopt);
    } else {
        readOutcome(completion, operation,
                    operation.outcome ? *operation.outcome : overlappedOutcome(operation));
    }
    if (operation.kind == OperationKind::Watch && !completion.error) {
        m_peerGone = true;
    }
    if (completion.error && completion.error->kind == ErrorKind::PeerClosed) {
        m_peerGone = true;
        completion.endOfStream = operation.kind == OperationKind::Read;
        completion.isReset =
            completion.endOfStream && completion.error->code == ERROR_PIPE_NOT_CONNECTED;
    }
    return completion;
}

CallOutcome PipeChannel::overlappedOutcome(Operation& operation)
{
    DWORD bytes = 0;
    const BOOL done = GetOverlappedResult(m_handle.get(), &operation, &bytes, FALSE);
    return {.code = done != FALSE ? ERROR_SUCCESS : GetLastError(), .bytes = bytes};
}

void PipeChannel::readOutcome(Completion& completion, const Operation& operation,
                              CallOutcome outcome)
{
    const bool reads =
        operation.kind == OperationKind::Read || operation.kind == OperationKind::Transact;
    if (reads && outcome.code == ERROR_MORE_DATA) {
        completion.moreData = true;
    } else if (outcome.code != ERROR_SUCCESS) {
        completion.error = makeError(apiOf(operation.kind), outcome.code);
    }
    if (reads) {
        completion.bytes = outcome.bytes;
        completion.data = ByteView(m_buffer.get(), outcome.bytes);
    }
    if (operation.kind == OperationKind::Write) {
        completion.bytes = outcome.bytes;
        if (!completion.error && outcome.bytes < m_writeSize) {
            completion.error = makeError("WriteFile", ERROR_WRITE_FAULT,
                                         "took " + std::to_string(outcome.bytes) + " of "
                                             + std::to_string(m_writeSize) + " bytes");
        }
    }
}

} // namespace pipecore::win32
