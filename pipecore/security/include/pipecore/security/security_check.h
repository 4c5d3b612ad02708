#pragma once

#include "pipecore/security/security.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace pipecore {

/// Severity of a finding. High: an unauthorized user can talk to the server, or act as it.
enum class Severity : std::uint8_t { Info, Low, Medium, High };

/// "high"; translation source of the context "Severity".
[[nodiscard]] std::string_view severityName(Severity severity);

/// A rule of the security check. All texts are English and translation sources of the context
/// "SecurityRule"; the identifier is never translated.
struct SecurityRule
{
    std::string_view id;
    Severity severity; ///< the highest that it gives
    std::string_view title;
    std::string_view allows; ///< consequence for an attacker
    std::string_view fix;
    std::string_view reference; ///< title of the reference page
    std::string_view url;       ///< of the documentation
};

/// All rules, for Windows' descriptors and for sockets.
[[nodiscard]] std::span<const SecurityRule> securityRules();
/// The rule of that identifier, which must exist.
[[nodiscard]] const SecurityRule& securityRule(std::string_view id);

/// Context of a descriptor. Unknown members stay empty and are not checked.
struct SecurityContext
{
    /// Impersonation level of a client's handle: SECURITY_ANONYMOUS and so on.
    enum class ClientLevel : std::uint8_t { Anonymous, Identification, Impersonation, Delegation };

    std::optional<Sid> user;  ///< account of the server: may own it and do everything
    std::vector<Sid> trusted; ///< others who may do everything, besides Administrators and SYSTEM
    std::optional<bool> rejectRemote;       ///< PIPE_REJECT_REMOTE_CLIENTS
    std::optional<bool> firstInstance;      ///< FILE_FLAG_FIRST_PIPE_INSTANCE
    std::optional<ClientLevel> clientLevel; ///< of a client; without SQOS it is impersonation
    bool impersonationNeeded = false;       ///< the server is meant to act in the client's name
};

/// A finding of a rule.
struct SecurityFinding
{
    const SecurityRule* rule = nullptr; ///< static
    Severity severity = Severity::Info;
    std::optional<Sid> account;       ///< the affected account
    std::optional<std::size_t> entry; ///< index in the DACL
};

/// Judges a server's descriptor (empty: the system's default, about which only the options are
/// judged) with its options, and a client's options. Most severe first. Any thread, no system call.
[[nodiscard]] std::vector<SecurityFinding>
checkSecurity(const std::optional<SecurityDescriptor>& descriptor, const SecurityContext& context);

/// File system permissions of a socket, which decide who may connect on Linux.
struct SocketSecurity
{
    bool isAbstract = false; ///< a name without a file: no permissions apply
    std::uint32_t mode = 0;  ///< st_mode of the socket, permission bits only
    std::uint32_t owner = 0; ///< user ID
    std::uint32_t group = 0;
    std::uint32_t folderMode = 0; ///< permission bits and the sticky bit of its folder
    std::uint32_t folderOwner = 0;
    std::uint32_t user = 0; ///< account that asks, or of the server
};
/// Judges a socket: connecting takes write permission on it, and who may write to its folder can
/// put another one in its place.
[[nodiscard]] std::vector<SecurityFinding> checkSocket(const SocketSecurity& socket);

} // namespace pipecore
