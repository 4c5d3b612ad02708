// Questions of a socket's channel about its peer.
#include "unix_channel.h"

#include "client_inquiry.h"
#include "proc_files.h"
#include "socket_facts.h"
#include "unix_error.h"
#include "unix_listener.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <utility>

namespace pipecore {

Result<void> UnixChannel::inquire(const Inquiry& inquiry)
{
    if (m_listener == nullptr) {
        return Channel::inquire(inquiry);
    }
    auto ticket = m_listener->inquiries().start(*this, clientInquiry(m_socket.get(), inquiry));
    if (!ticket) {
        return std::unexpected(ticket.error());
    }
    m_ticket = std::move(*ticket);
    return {};
}

void UnixChannel::answered(Result<InquiryAnswer> answer)
{
    m_ticket.reset();
    Completion& completion = complete(OperationKind::Inquire);
    if (answer) {
        m_answer = std::move(*answer);
    } else {
        completion.error = answer.error();
    }
}

InquiryAnswer UnixChannel::takeAnswer()
{
    return std::exchange(m_answer, {});
}

PipeFacts UnixChannel::facts() const
{
    return readSocketFacts(m_socket.get());
}

Result<void> UnixChannel::connectAsClientOf(const Channel& server)
{
    auto rights = ClientRights::of(static_cast<const UnixChannel&>(server).m_socket.get());
    if (!rights) {
        return std::unexpected(rights.error());
    }
    m_rights = std::move(*rights);
    return {};
}

Result<ucred> UnixChannel::credentials() const
{
    ucred found{};
    socklen_t length = sizeof found;
    if (getsockopt(m_socket.get(), SOL_SOCKET, SO_PEERCRED, &found, &length) != 0) {
        return std::unexpected(systemError("getsockopt", errno, "SO_PEERCRED"));
    }
    return found;
}

PeerInfo UnixChannel::peer() const
{
    const auto found = credentials();
    if (!found) {
        return {.processId = std::unexpected(found.error()),
                .image = std::unexpected(found.error()),
                .user = std::unexpected(found.error())};
    }
    PeerInfo peer = peerOfProcess(found->pid);
    peer.user = m_accounts.nameOf(std::to_string(found->uid));
    return peer;
}

Result<bool> UnixChannel::isClientOfOtherUser() const
{
    const auto found = credentials();
    if (!found) {
        return std::unexpected(found.error());
    }
    return found->uid != geteuid();
}

} // namespace pipecore
