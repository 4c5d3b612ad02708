#pragma once

#include "pipecore/security/security.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace pipecore {

/// How much a finding matters. High: somebody who should not can talk to the server, or pose as it.
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
    std::string_view allows; ///< what somebody can do because of it
    std::string_view fix;
    std::string_view reference; ///< title of the page that says so
    std::string_view url;       ///< of the documentation
};

/// All rules, for Windows' descriptors and for sockets.
[[nodiscard]] std::span<const SecurityRule> securityRules();
/// The rule of that identifier, which must exist.
[[nodiscard]] const SecurityRule& securityRule(std::string_view id);

/// What is known around a descriptor. What is not known is left empty, and then not judged.
struct SecurityContext
{
    /// What a client's handle lets the server do in its name: SECURITY_ANONYMOUS and so on.
    enum class ClientLevel : std::uint8_t { Anonymous, Identification, Impersonation, Delegation };

    std::optional<Sid> user;  ///< who runs the server: may own it and do everything
    std::vector<Sid> trusted; ///< others who may do everything, besides Administrators and SYSTEM
    std::optional<bool> rejectRemote;       ///< PIPE_REJECT_REMOTE_CLIENTS
    std::optional<bool> firstInstance;      ///< FILE_FLAG_FIRST_PIPE_INSTANCE
    std::optional<ClientLevel> clientLevel; ///< of a client; without SQOS it is impersonation
    bool impersonationNeeded = false;       ///< the server is meant to act in the client's name
};

/// One thing that a rule found.
struct SecurityFinding
{
    const SecurityRule* rule = nullptr; ///< static
    Severity severity = Severity::Info;
    std::optional<Sid> account;       ///< whom it is about
    std::optional<std::size_t> entry; ///< index in the DACL
};

/// Judges a server's descriptor (empty: the system's default, about which only the options are
/// judged) with its options, and a client's options. Most severe first. Any thread, no system call.
[[nodiscard]] std::vector<SecurityFinding>
checkSecurity(const std::optional<SecurityDescriptor>& descriptor, const SecurityContext& context);

/// What the file system says of a socket: who may connect on Linux.
struct SocketSecurity
{
    bool isAbstract = false; ///< a name without a file: nobody is kept out
    std::uint32_t mode = 0;  ///< st_mode of the socket, permission bits only
    std::uint32_t owner = 0; ///< user ID
    std::uint32_t group = 0;
    std::uint32_t folderMode = 0; ///< permission bits and the sticky bit of its folder
    std::uint32_t folderOwner = 0;
    std::uint32_t user = 0; ///< who asks, or runs the server
};
/// Judges a socket: connecting takes write permission on it, and who may write to its folder can
/// put another one in its place.
[[nodiscard]] std::vector<SecurityFinding> checkSocket(const SocketSecurity& socket);

} // namespace pipecore
