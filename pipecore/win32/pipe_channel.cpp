#include "win32/pipe_channel.h"

#include "win32/win32_error.h"

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
    case OperationKind::Watch:
    case OperationKind::Inquire: break;
    }
    return {};
}

} // namespace

PipeChannel::PipeChannel(CompletionPort& port, OperationKind opening)
    : m_port(port)
    , m_opening(*this, opening)
    , m_read(*this, OperationKind::Read)
    , m_write(*this, OperationKind::Write)
{}

PipeChannel::~PipeChannel()
{
    assert(isIdle());
}

bool PipeChannel::isIdle() const
{
    return !m_opening.inFlight && !m_read.inFlight && !m_write.inFlight;
}

Result<void> PipeChannel::accept()
{
    return refuse("only a server's instance accepts", ErrorKind::NotSupported);
}

Result<void> PipeChannel::connect()
{
    return refuse("only a client's end connects", ErrorKind::NotSupported);
}

Result<void> PipeChannel::watch()
{
    return refuse("Windows has no notice of a pipe's end but a read or a write",
                  ErrorKind::NotSupported);
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
    if (ReadFile(m_handle.get(), m_buffer.get(), static_cast<DWORD>(size), nullptr, m_read.start())
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
    if (WriteFile(m_handle.get(), data.data(), static_cast<DWORD>(data.size()), nullptr,
                  m_write.start())
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

void PipeChannel::cancel()
{
    // It fails when there is nothing to cancel, or it was completed a moment ago: both are fine.
    if (m_handle) {
        CancelIoEx(m_handle.get(), nullptr);
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
        readResult(completion, operation);
    }
    if (completion.error && completion.error->kind == ErrorKind::PeerClosed) {
        m_peerGone = true;
        completion.endOfStream = operation.kind == OperationKind::Read;
    }
    return completion;
}

void PipeChannel::readResult(Completion& completion, Operation& operation)
{
    DWORD bytes = 0;
    if (GetOverlappedResult(m_handle.get(), &operation, &bytes, FALSE) == FALSE) {
        Error error = lastError(apiOf(operation.kind));
        if (operation.kind == OperationKind::Read && error.code == ERROR_MORE_DATA) {
            completion.moreData = true;
        } else {
            completion.error = std::move(error);
        }
    }
    if (operation.kind == OperationKind::Read) {
        completion.bytes = bytes;
        completion.data = ByteView(m_buffer.get(), bytes);
    }
    if (operation.kind == OperationKind::Write) {
        completion.bytes = bytes;
        if (!completion.error && bytes < m_writeSize) {
            completion.error = makeError("WriteFile", ERROR_WRITE_FAULT,
                                         "took " + std::to_string(bytes) + " of "
                                             + std::to_string(m_writeSize) + " bytes");
        }
    }
}

} // namespace pipecore::win32
