#pragma once

#include "pipecore/base/error.h"
#include "pipecore/model/row_field.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pipecore {

/// A user or a group. `id` is the SID ("S-1-5-18"), on Linux the number.
struct Account
{
    std::string id;
    /// `DOMAIN\name` by LookupAccountSid; getpwuid_r, getgrgid_r.
    Result<std::string> name;

    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "id"}, self.id);
        visit(RowField{.key = "name"}, self.name);
    }
};

/// How far Windows trusts a process (mandatory integrity control).
enum class IntegrityLevel : std::uint8_t {
    Untrusted,
    Low,
    Medium,
    MediumPlus,
    High,
    System,
    Protected
};
struct Integrity
{
    IntegrityLevel level = IntegrityLevel::Medium;
    std::uint32_t rid = 0; ///< last part of the label's SID, 0x2000 is medium

    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "level"}, self.level);
        visit(RowField{.key = "rid"}, self.rid);
    }
};

/// TokenElevation and TokenElevationType.
struct Elevation
{
    enum class Type : std::uint8_t {
        Default, ///< the user has one token only
        Full,    ///< the administrator's half of a split token
        Limited, ///< the everyday half of it
    };
    bool isElevated = false;
    Type type = Type::Default;

    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "isElevated"}, self.isElevated);
        visit(RowField{.key = "type"}, self.type);
    }
};

/// TokenIsAppContainer and TokenAppContainerSid.
struct AppContainer
{
    bool isInside = false;
    std::string packageSid; ///< empty when it is not inside one

    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "isInside"}, self.isInside);
        visit(RowField{.key = "packageSid"}, self.packageSid);
    }
};

/// Facts of a security token; on Linux the credentials of the process instead.
struct TokenFacts
{
    Result<Account> user;
    Result<Account> primaryGroup;
    /// Windows: the logon session's LUID (TokenStatistics). Linux: the audit session.
    Result<std::uint64_t> logonSession;
    /// Session of the terminal services: 0 is that of the services, people have others.
    Result<std::uint32_t> terminalSession;
    Result<Integrity> integrity;
    Result<Elevation> elevation;
    Result<AppContainer> appContainer;

    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "user"}, self.user);
        visit(RowField{.key = "primaryGroup"}, self.primaryGroup);
        visit(RowField{.key = "logonSession"}, self.logonSession);
        visit(RowField{.key = "terminalSession"}, self.terminalSession);
        visit(RowField{.key = "integrity"}, self.integrity);
        visit(RowField{.key = "elevation"}, self.elevation);
        visit(RowField{.key = "appContainer"}, self.appContainer);
    }
};

/// Whether a process can be the one that connected.
enum class PidReuse : std::uint8_t {
    No,     ///< it ran before the connection began
    Yes,    ///< it started after it: the number was given away again
    Unsure, ///< it started in the same second, which is as far as the clocks can be trusted
};

/// Identity of a process. Each field is a value or the error with the call that failed; never a guess. For
/// display only: process IDs can be spoofed and are used again.
struct ProcessIdentity
{
    std::uint32_t processId = 0;
    /// Full path of the program, UTF-8.
    Result<std::string> image;
    /// Windows: as the program got it. Linux: the arguments, quoted where a shell would need it.
    Result<std::string> commandLine;
    /// Nanoseconds since 1970 UTC: GetProcessTimes; /proc/PID/stat, to a hundredth of a second.
    Result<std::int64_t> startedNs;
    Result<PidReuse> reuse;
    TokenFacts token;

    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "processId"}, self.processId);
        visit(RowField{.key = "image"}, self.image);
        visit(RowField{.key = "commandLine"}, self.commandLine);
        visit(RowField{.key = "startedNs"}, self.startedNs);
        visit(RowField{.key = "pidReused"}, self.reuse);
        visit(RowField{.key = "token"}, self.token);
    }
};

struct Group
{
    Account account;
    bool isEnabled = true;
    bool denyOnly = false; ///< counts only where access is denied

    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "account"}, self.account);
        visit(RowField{.key = "isEnabled"}, self.isEnabled);
        visit(RowField{.key = "denyOnly"}, self.denyOnly);
    }
};
struct Privilege
{
    std::string name; ///< "SeImpersonatePrivilege"; on Linux a capability, "CAP_SYS_ADMIN"
    bool isEnabled = true;

    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "name"}, self.name);
        visit(RowField{.key = "isEnabled"}, self.isEnabled);
    }
};
/// Rights of a process. Long lists, therefore read separately.
struct ProcessRights
{
    Result<std::vector<Group>> groups;
    Result<std::vector<Privilege>> privileges;
};

/// Identity of the process that has this number now. `connectedAtNs`: start of the connection, nanoseconds
/// since 1970 UTC.
///
/// Any thread but the engine's and the window's: the lookup of names may wait for a server.
[[nodiscard]] ProcessIdentity identify(std::uint32_t processId, std::int64_t connectedAtNs);

/// Its groups and privileges. The same threads.
[[nodiscard]] ProcessRights rightsOf(std::uint32_t processId);

/// How far a server may go in its client's name (SECURITY_IMPERSONATION_LEVEL).
enum class ImpersonationLevel : std::uint8_t {
    Anonymous,
    Identification,
    Impersonation,
    Delegation
};

/// Identity of a server's client, as the pipe itself reports it: on Windows by impersonating it for a moment, on
/// Linux by the credentials that the kernel noted when it connected (SO_PEERCRED, SO_PEERGROUPS,
/// SO_PEERSEC). Unlike the process behind a process ID this cannot be spoofed by the client.
struct ClientIdentity
{
    Result<std::uint32_t> processId;
    /// TokenImpersonationLevel of the thread's token.
    Result<ImpersonationLevel> levelGranted;
    /// Not reported to servers by any system: an error, unless the client is this program.
    Result<ImpersonationLevel> levelAsked;
    TokenFacts token;
    Result<std::vector<Group>> groups;
    Result<std::vector<Privilege>> privileges;
    /// GetNamedPipeClientComputerName: of a client on another computer.
    Result<std::string> computer;
    /// GetNamedPipeClientSessionId.
    Result<std::uint32_t> clientSession;
    /// SO_PEERSEC: the label of SELinux or AppArmor.
    Result<std::string> securityLabel;

    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "processId"}, self.processId);
        visit(RowField{.key = "levelGranted"}, self.levelGranted);
        visit(RowField{.key = "levelAsked"}, self.levelAsked);
        visit(RowField{.key = "token"}, self.token);
        visit(RowField{.key = "groups"}, self.groups);
        visit(RowField{.key = "privileges"}, self.privileges);
        visit(RowField{.key = "computer"}, self.computer);
        visit(RowField{.key = "clientSession"}, self.clientSession);
        visit(RowField{.key = "securityLabel"}, self.securityLabel);
    }
};

/// Target to open in a client's name.
struct AccessTarget
{
    enum class Kind : std::uint8_t { File, RegistryKey };
    Kind kind = Kind::File;
    /// UTF-8. A file or folder: the full path. A registry key: "HKLM\SOFTWARE\...".
    std::string path;

    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "kind"}, self.kind);
        visit(RowField{.key = "path"}, self.path);
    }
};

/// Requested access; a set of bits.
enum class RequestedAccess : std::uint8_t {
    None = 0,
    Read = 1,
    Write = 2,
    Execute = 4,
    Delete = 8
};
[[nodiscard]] constexpr RequestedAccess operator|(RequestedAccess a, RequestedAccess b)
{
    return static_cast<RequestedAccess>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
[[nodiscard]] constexpr bool includes(RequestedAccess set, RequestedAccess requested)
{
    return (static_cast<unsigned>(set) & static_cast<unsigned>(requested)) != 0;
}

/// The answer to "may this client?". Nothing was opened for it but the target's security descriptor.
struct AccessAnswer
{
    AccessTarget target;
    RequestedAccess requested = RequestedAccess::Read;
    bool isAllowed = false;
    /// The request as the system has it: FILE_... or KEY_... rights; on Linux r 4, w 2, x 1.
    std::uint32_t desired = 0;
    /// All that the client would be granted, in the same bits.
    std::uint32_t granted = 0;
    /// Reason of a refusal; without a pattern when access is allowed.
    Phrase reason;
    /// Limits of the check. A translation source of the context "IdentityReason".
    std::string_view notConsidered;

    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "target"}, self.target);
        visit(RowField{.key = "wish"}, self.requested);
        visit(RowField{.key = "isAllowed"}, self.isAllowed);
        visit(RowField{.key = "desired"}, self.desired);
        visit(RowField{.key = "granted"}, self.granted);
        visit(RowField{.key = "reason"}, self.reason);
        visit(RowField{.key = "notConsidered"}, self.notConsidered);
    }
};

/// Checks what can be wrong with a target without asking the system. InvalidArgument; NotSupported for
/// registry keys elsewhere than on Windows. Any thread.
[[nodiscard]] Result<void> validate(const AccessTarget& target, RequestedAccess requested);

/// A line of an identity for people and for files.
struct IdentityFact
{
    /// Name for programs ("startTime"); never changes.
    std::string_view key;
    /// English; a translation source of the context "IdentityFact".
    std::string_view label;
    struct Value
    {
        /// English; a translation source of the context "IdentityWord". May be empty.
        std::string_view word{};
        /// As it is, in every language. May be empty.
        std::string text{};
        /// A sentence behind the word. May be without a pattern.
        Phrase phrase{};
        /// A moment instead, nanoseconds since 1970 UTC.
        std::optional<std::int64_t> timeNs{};
    };
    Result<Value> value;
};

/// The facts in the order in which they are shown. An error without a system call has a sentence as its
/// detail that is a translation source of the context "IdentityReason".
[[nodiscard]] std::vector<IdentityFact> factsOf(const ProcessIdentity& identity);
[[nodiscard]] std::vector<IdentityFact> factsOf(const ClientIdentity& identity);
[[nodiscard]] std::vector<IdentityFact> factsOf(const ProcessRights& rights);
[[nodiscard]] std::vector<IdentityFact> factsOf(const AccessAnswer& answer);

/// A fact in English, without its label: "high (0x3000)"; times are ISO 8601, UTC.
[[nodiscard]] std::string textOf(const IdentityFact::Value& value);
/// The facts in English, one a line: "user: ACME\ann (S-1-5-...)". Ends without a line break.
[[nodiscard]] std::string textOf(const std::vector<IdentityFact>& facts);

/// Summary in a line: "allowed: read C:\data\orders.txt", "ACME\ann, high integrity".
[[nodiscard]] std::string summaryOf(const ClientIdentity& identity);
[[nodiscard]] std::string summaryOf(const AccessAnswer& answer);

} // namespace pipecore
