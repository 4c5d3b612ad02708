#include "server_instance.h"

#include "client_inquiry.h"
#include "pipe_listener.h"
#include "process_info.h"
#include "system_calls.h"
#include "win32_error.h"

#include <cassert>
#include <utility>

namespace pipecore::win32 {

ServerInstance::ServerInstance(CompletionPort& port, BlockingCalls* calls, PipeListener& listener,
                               PipeHandle handle)
    : PipeChannel(port, calls, OperationKind::Accept)
    , m_listener(listener)
    , m_inquiring(*this, OperationKind::Inquire)
{
    m_handle = std::move(handle);
}

ServerInstance::~ServerInstance()
{
    if (m_handle) {
        m_listener.closeInstance(std::move(m_handle), m_isConnected && !peerIsGone());
    }
}

Result<void> ServerInstance::accept()
{
    assert(!m_opening.inFlight);
    m_peerGone = false;
    m_isConnected = false;
    if (m_blocking) {
        return m_blocking->reading.start(m_opening, [this] { return waitForClient(); });
    }
    if (systemCalls().connectNamedPipe(m_handle.get(), m_opening.start()) != FALSE) {
        return {};
    }
    Error error = lastError("ConnectNamedPipe");
    switch (error.code) {
    case ERROR_IO_PENDING: return {};
    case ERROR_PIPE_CONNECTED: settle(m_opening, std::nullopt); return {};
    case ERROR_NO_DATA:
        // Without it the instance would report the same client for ever.
        systemCalls().disconnectNamedPipe(m_handle.get());
        settle(m_opening, std::move(error));
        return {};
    default: m_opening.inFlight = false; return std::unexpected(std::move(error));
    }
}

CallOutcome ServerInstance::waitForClient()
{
    if (systemCalls().connectNamedPipe(m_handle.get(), nullptr) != FALSE) {
        return {};
    }
    const DWORD code = GetLastError();
    if (code == ERROR_PIPE_CONNECTED) {
        return {};
    }
    if (code == ERROR_NO_DATA) {
        systemCalls().disconnectNamedPipe(m_handle.get());
    }
    return {.code = code, .bytes = 0};
}

Result<void> ServerInstance::inquire(const Inquiry& inquiry)
{
    assert(!m_inquiring.inFlight);
    if (m_blocking) {
        return refuse("a synchronous handle runs one call at a time, and a read is pending",
                      ErrorKind::NotSupported);
    }
    auto ticket = m_listener.inquiries().start(
        *this, clientInquiry(m_handle.get(), m_listener.shortName(), inquiry));
    if (!ticket) {
        return std::unexpected(ticket.error());
    }
    m_ticket = std::move(*ticket);
    m_inquiring.inFlight = true;
    return {};
}

void ServerInstance::answered(Result<InquiryAnswer> answer)
{
    m_ticket.reset();
    if (answer) {
        m_answer = std::move(*answer);
        settle(m_inquiring, std::nullopt);
    } else {
        settle(m_inquiring, std::move(answer.error()));
    }
}

InquiryAnswer ServerInstance::takeAnswer()
{
    return std::exchange(m_answer, {});
}

void ServerInstance::cancel()
{
    if (m_ticket) {
        m_listener.inquiries().abandon(*std::exchange(m_ticket, nullptr));
        settle(m_inquiring, inquiryCancelled());
    }
    PipeChannel::cancel();
}

void ServerInstance::close(CloseMode mode)
{
    assert(isIdle() && !m_inquiring.inFlight);
    if (!m_handle) {
        return;
    }
    // Without a client there is no reader left, and the handle can serve the next
    // one.
    const bool abortive = mode == CloseMode::Abortive;
    const bool keep =
        (abortive || peerIsGone()) && (m_listener.reuses() || m_listener.isLastInstance());
    if (abortive || keep) {
        systemCalls().disconnectNamedPipe(m_handle.get());
    }
    if (keep) {
        m_listener.keepInstance(std::move(m_handle));
    } else {
        m_listener.closeInstance(std::move(m_handle), m_isConnected && !abortive && !peerIsGone());
    }
}

Completion ServerInstance::finish(Operation& operation)
{
    Completion completion = PipeChannel::finish(operation);
    if (completion.kind == OperationKind::Accept && !completion.error) {
        m_isConnected = true;
    }
    return completion;
}

bool ServerInstance::onlyWrites() const
{
    return m_listener.access() == Access::Outbound;
}

bool ServerInstance::askWhetherPeerLeft()
{
    m_question = {};
    return systemCalls().connectNamedPipe(m_handle.get(), m_blocking ? nullptr : &m_question)
               == FALSE
           && GetLastError() == ERROR_NO_DATA;
}

PeerInfo ServerInstance::peer() const
{
    ULONG processId = 0;
    if (systemCalls().clientProcessId(m_handle.get(), &processId) == FALSE) {
        return unknownPeer(lastError("GetNamedPipeClientProcessId"));
    }
    if (m_listener.admitsRemote() && clientComputer(m_handle.get())) {
        return remotePeer(processId);
    }
    return peerOfProcess(processId, m_listener.accounts());
}

Result<bool> ServerInstance::isClientOfOtherUser() const
{
    ULONG processId = 0;
    if (systemCalls().clientProcessId(m_handle.get(), &processId) == FALSE) {
        return std::unexpected(lastError("GetNamedPipeClientProcessId"));
    }
    if (m_listener.admitsRemote() && clientComputer(m_handle.get())) {
        return true;
    }
    const auto process = openProcess(processId);
    if (!process) {
        return std::unexpected(process.error());
    }
    const auto theirs = processUser(process->get());
    const auto ours = processUser(GetCurrentProcess());
    for (const auto* const user : {&theirs, &ours}) {
        if (!*user) {
            return std::unexpected(user->error());
        }
    }
    return *theirs != *ours;
}

} // namespace pipecore::win32
