#include "client_inquiry.h"

#include "accounts.h"
#include "file_access.h"
#include "not_on_unix.h"
#include "pipecore/base/translatable.h"
#include "proc_files.h"
#include "unix_error.h"

#include <sys/socket.h>

#include <cerrno>
#include <utility>

namespace pipecore {
namespace {

Result<std::vector<gid_t>> groupsOf(int socket)
{
    std::vector<gid_t> groups(64);
    for (;;) {
        auto length = static_cast<socklen_t>(groups.size() * sizeof(gid_t));
        const int result = getsockopt(socket, SOL_SOCKET, SO_PEERGROUPS, groups.data(), &length);
        const int code = errno;
        const std::size_t count = length / sizeof(gid_t);
        if (result == 0) {
            groups.resize(count);
            return groups;
        }
        // ERANGE says how much room is needed.
        if (code != ERANGE || count <= groups.size()) {
            return std::unexpected(systemError("getsockopt", code, "SO_PEERGROUPS"));
        }
        groups.resize(count);
    }
}

Result<std::string> labelOf(int socket)
{
    std::string label(1024, '\0');
    auto length = static_cast<socklen_t>(label.size());
    if (getsockopt(socket, SOL_SOCKET, SO_PEERSEC, label.data(), &length) != 0) {
        return std::unexpected(systemError("getsockopt", errno, "SO_PEERSEC"));
    }
    label.resize(length);
    while (label.ends_with('\0')) {
        label.pop_back();
    }
    return label;
}

class ClientInquiry final : public InquiryJob
{
public:
    ClientInquiry(int socket, Inquiry inquiry) : m_socket(socket), m_inquiry(std::move(inquiry)) {}

    Result<void> ask() override
    {
        socklen_t length = sizeof m_peer;
        if (getsockopt(m_socket, SOL_SOCKET, SO_PEERCRED, &m_peer, &length) != 0) {
            return std::unexpected(systemError("getsockopt", errno, "SO_PEERCRED"));
        }
        m_groups = groupsOf(m_socket);
        m_label = labelOf(m_socket);
        return {};
    }

    Result<InquiryAnswer> answer() override
    {
        if (const auto* const access = std::get_if<AccessInquiry>(&m_inquiry)) {
            return checkAccess(*access);
        }
        return std::make_shared<const ClientIdentity>(identity());
    }

private:
    [[nodiscard]] ClientIdentity identity() const
    {
        const auto none = [](const char* reason) {
            return refuse(reason, ErrorKind::NotSupported);
        };
        ClientIdentity identity;
        identity.processId = peerOfProcess(m_peer.pid).processId;
        identity.levelGranted = identity.levelAsked =
            none(PIPECORE_TR("IdentityReason", "Linux does not support impersonation"));
        markWindowsFacts(identity.token);
        identity.token.user = accountOfUser(m_peer.uid);
        identity.token.primaryGroup = accountOfGroup(m_peer.gid);
        identity.token.logonSession =
            none(PIPECORE_TR("IdentityReason", "not recorded by the kernel"));
        if (m_groups) {
            for (const gid_t group : *m_groups) {
                identity.groups->push_back({.account = accountOfGroup(group)});
            }
        } else {
            identity.groups = std::unexpected(m_groups.error());
        }
        identity.privileges = none(PIPECORE_TR("IdentityReason", "not recorded by the kernel"));
        identity.computer = none(PIPECORE_TR("IdentityReason", "the client is on this computer"));
        identity.clientSession =
            none(PIPECORE_TR("IdentityReason", "Linux has no terminal sessions"));
        identity.securityLabel = m_label;
        return identity;
    }

    [[nodiscard]] Result<InquiryAnswer> checkAccess(const AccessInquiry& inquiry) const
    {
        if (!m_groups) {
            return std::unexpected(m_groups.error());
        }
        const auto steps = stepsTo(inquiry.target.path);
        if (!steps) {
            return std::unexpected(steps.error());
        }
        return std::make_shared<const AccessAnswer>(
            fileAccess(*steps, inquiry.target, inquiry.requested,
                       {.user = m_peer.uid, .group = m_peer.gid, .groups = *m_groups}));
    }

    int m_socket;
    Inquiry m_inquiry;
    ucred m_peer{};
    Result<std::vector<gid_t>> m_groups;
    Result<std::string> m_label;
};

} // namespace

std::unique_ptr<InquiryJob> clientInquiry(int socket, Inquiry inquiry)
{
    return std::make_unique<ClientInquiry>(socket, std::move(inquiry));
}

} // namespace pipecore
