#include "client_end.h"

#include "pipe_local_information.h"
#include "process_info.h"
#include "system_calls.h"
#include "win32_error.h"

#include <cassert>
#include <utility>

namespace pipecore::win32 {

ClientEnd::ClientEnd(CompletionPort& port, BlockingCalls* calls, PipeOpener& opener,
                     AccountNames& accounts, OpenRequest request, const PipeName& name,
                     SqosLevel asked)
    : PipeChannel(port, calls, OperationKind::Connect)
    , m_opener(opener)
    , m_accounts(accounts)
    , m_request(std::move(request))
    , m_isRemote(name.isRemote())
    , m_asked(AskedLevels::ofThisProcess(), name, asked)
{}

ClientEnd::~ClientEnd() = default;

Result<void> ClientEnd::connect()
{
    assert(!m_opening.inFlight && !m_handle);
    if (!m_isRemote && !m_request.wait) {
        opened(openPipe(m_request, false));
        return {};
    }
    auto attempt = m_opener.open(*this, m_request);
    if (!attempt) {
        return std::unexpected(attempt.error());
    }
    m_attempt = std::move(*attempt);
    m_opening.inFlight = true;
    return {};
}

void ClientEnd::opened(Result<OpenedPipe> pipe)
{
    m_attempt.reset();
    if (!pipe) {
        settle(m_opening, std::move(pipe.error()));
        return;
    }
    m_handle = std::move(pipe->handle);
    m_readsBytesInstead = pipe->readsBytesInstead;
    if (m_blocking) {
        settle(m_opening, std::nullopt);
        return;
    }
    const Result<void> associated = m_port.associate(m_handle);
    if (!associated) {
        m_handle.reset();
        settle(m_opening, associated.error());
        return;
    }
    settle(m_opening, std::nullopt);
}

void ClientEnd::cancel()
{
    if (m_attempt) {
        m_opener.abandon(*std::exchange(m_attempt, nullptr));
        settle(m_opening, makeError("CreateFile", ERROR_OPERATION_ABORTED));
        return;
    }
    PipeChannel::cancel();
}

bool ClientEnd::onlyWrites() const
{
    return (m_request.accessRights & GENERIC_READ) == 0;
}

bool ClientEnd::askWhetherPeerLeft()
{
    const auto state = pipeState(m_handle.get());
    return state ? *state != PipeState::Connected : state.error().kind == ErrorKind::PeerClosed;
}

PeerInfo ClientEnd::peer() const
{
    ULONG processId = 0;
    if (systemCalls().serverProcessId(m_handle.get(), &processId) == FALSE) {
        return unknownPeer(lastError("GetNamedPipeServerProcessId"));
    }
    return m_isRemote ? remotePeer(processId) : peerOfProcess(processId, m_accounts);
}

} // namespace pipecore::win32
