#include "pipecore/security/security_check.h"

#include "pipecore/base/translatable.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace pipecore {

namespace {

// Titles of pages are names and stay English.
constexpr std::string_view pipeSecurity = "Named Pipe Security and Access Rights";
constexpr std::string_view pipeSecurityUrl =
    "https://learn.microsoft.com/en-us/windows/win32/ipc/named-pipe-security-and-access-rights";
constexpr std::string_view createPipe = "CreateNamedPipeW function";
constexpr std::string_view createPipeUrl =
    "https://learn.microsoft.com/en-us/windows/win32/api/namedpipeapi/"
    "nf-namedpipeapi-createnamedpipew";
constexpr std::string_view nullDacl = "Null DACLs and Empty DACLs";
constexpr std::string_view nullDaclUrl =
    "https://learn.microsoft.com/en-us/windows/win32/secauthz/null-dacls-and-empty-dacls";
constexpr std::string_view knownSids = "Well-known SIDs";
constexpr std::string_view knownSidsUrl =
    "https://learn.microsoft.com/en-us/windows/win32/secauthz/well-known-sids";
constexpr std::string_view socketManual = "unix(7), Pathname socket ownership and permissions";
constexpr std::string_view socketManualUrl = "https://man7.org/linux/man-pages/man7/unix.7.html";

constexpr std::array rules = std::to_array<SecurityRule>({
    {"null-dacl", Severity::High, PIPECORE_TR("SecurityRule", "The access list is NULL"),
     PIPECORE_TR("SecurityRule", "Everyone who can reach the pipe may read, write, create "
                                 "instances and change permissions."),
     PIPECORE_TR("SecurityRule", "Set an access list that names the allowed accounts; the safe "
                                 "default is the user, Administrators and SYSTEM."),
     nullDacl, nullDaclUrl},
    {"no-dacl", Severity::Low, PIPECORE_TR("SecurityRule", "No access list is set"),
     PIPECORE_TR("SecurityRule", "The system applies a default that depends on the user of the "
                                 "server and is not visible here."),
     PIPECORE_TR("SecurityRule", "Add D: with entries."), pipeSecurity, pipeSecurityUrl},
    {"empty-dacl", Severity::Info, PIPECORE_TR("SecurityRule", "The access list is empty"),
     PIPECORE_TR("SecurityRule", "No account can connect; only the owner can change that."),
     PIPECORE_TR("SecurityRule", "Add an entry for each account that may connect."), nullDacl,
     nullDaclUrl},
    {"everyone-write", Severity::High, PIPECORE_TR("SecurityRule", "Everyone may write"),
     PIPECORE_TR("SecurityRule",
                 "Every local and network user, including guests, may send to the server."),
     PIPECORE_TR("SecurityRule", "Name the users or groups that need access, or use Authenticated "
                                 "Users (AU) for all signed-in users."),
     knownSids, knownSidsUrl},
    {"anonymous-write", Severity::High, PIPECORE_TR("SecurityRule", "Anonymous may write"),
     PIPECORE_TR("SecurityRule",
                 "Clients without a user name and password may send to the server."),
     PIPECORE_TR("SecurityRule", "Remove the entry of Anonymous (AN)."), knownSids, knownSidsUrl},
    {"network-write", Severity::High, PIPECORE_TR("SecurityRule", "Network users may write"),
     PIPECORE_TR("SecurityRule", "Every client on another computer may send to the server."),
     PIPECORE_TR("SecurityRule",
                 "Remove the entry of Network (NU), or deny it all access in the first entry."),
     knownSids, knownSidsUrl},
    {"appcontainer-write", Severity::Medium,
     PIPECORE_TR("SecurityRule", "Sandboxed apps may write"),
     PIPECORE_TR(
         "SecurityRule",
         "Sandboxed apps, including browser content, may send to a server outside the sandbox."),
     PIPECORE_TR("SecurityRule", "Name the package that needs access (S-1-15-2-…) instead of all "
                                 "packages, and validate its data."),
     "AppContainer isolation",
     "https://learn.microsoft.com/en-us/windows/win32/secauthz/appcontainer-isolation"},
    {"users-write", Severity::Low, PIPECORE_TR("SecurityRule", "A large group may write"),
     PIPECORE_TR("SecurityRule",
                 "Every member, and every program that a member runs, may send to the server."),
     PIPECORE_TR("SecurityRule",
                 "Use a group of those who need write access; allow others to read at most."),
     pipeSecurity, pipeSecurityUrl},
    {"create-instance", Severity::High, PIPECORE_TR("SecurityRule", "Others can create instances"),
     PIPECORE_TR("SecurityRule",
                 "They can serve the same name and receive clients of this server. The right is "
                 "FILE_CREATE_PIPE_INSTANCE, which every generic write includes."),
     PIPECORE_TR("SecurityRule", "Grant 0x12019b (read and write without this right) instead of "
                                 "FA, FW or GW; clients need no more."),
     pipeSecurity, pipeSecurityUrl},
    {"change-security", Severity::High,
     PIPECORE_TR("SecurityRule", "Others can change permissions"),
     PIPECORE_TR("SecurityRule",
                 "With WRITE_DAC or WRITE_OWNER they can grant themselves every other right."),
     PIPECORE_TR("SecurityRule", "Grant read and write only: 0x12019b."), pipeSecurity,
     pipeSecurityUrl},
    {"late-deny", Severity::Medium, PIPECORE_TR("SecurityRule", "A deny entry comes too late"),
     PIPECORE_TR("SecurityRule",
                 "Entries are read in order, and one before it allows this account, "
                 "or a group that contains it, what this one denies."),
     PIPECORE_TR("SecurityRule", "Place deny entries before allow entries."),
     "Order of ACEs in a DACL",
     "https://learn.microsoft.com/en-us/windows/win32/secauthz/order-of-aces-in-a-dacl"},
    {"unknown-entry", Severity::Low, PIPECORE_TR("SecurityRule", "An entry is not supported"),
     PIPECORE_TR(
         "SecurityRule",
         "It may allow access that this check does not cover (a condition or an object entry)."),
     PIPECORE_TR("SecurityRule", "Replace it with plain entries, or review it manually."),
     "ACE Strings", "https://learn.microsoft.com/en-us/windows/win32/secauthz/ace-strings"},
    {"low-label", Severity::Medium,
     PIPECORE_TR("SecurityRule", "The integrity label allows low-integrity writes"),
     PIPECORE_TR("SecurityRule", "Low-integrity programs, such as a compromised browser, may write "
                                 "if the access list allows their user."),
     PIPECORE_TR("SecurityRule", "Remove the label (medium then applies) or use S:(ML;;NW;;;ME), "
                                 "unless such programs are intended."),
     "Mandatory Integrity Control",
     "https://learn.microsoft.com/en-us/windows/win32/secauthz/mandatory-integrity-control"},
    {"remote", Severity::High, PIPECORE_TR("SecurityRule", "Other computers can reach the pipe"),
     PIPECORE_TR("SecurityRule", "Every allowed account may also connect over the network (SMB)."),
     PIPECORE_TR("SecurityRule", "Reject remote clients (PIPE_REJECT_REMOTE_CLIENTS), or deny "
                                 "Network first: (D;;FA;;;NU)."),
     createPipe, createPipeUrl},
    {"first-instance", Severity::Medium,
     PIPECORE_TR("SecurityRule", "The first instance is not enforced"),
     PIPECORE_TR("SecurityRule", "If another program created the pipe first, this server joins it: "
                                 "that program's permissions apply, and it receives clients."),
     PIPECORE_TR("SecurityRule", "Set FILE_FLAG_FIRST_PIPE_INSTANCE: the server then fails to "
                                 "start if the name is in use."),
     createPipe, createPipeUrl},
    {"owner", Severity::High, PIPECORE_TR("SecurityRule", "Unexpected owner"),
     PIPECORE_TR("SecurityRule", "The owner can always change permissions; an unexpected owner can "
                                 "mean that another program took the name first."),
     PIPECORE_TR("SecurityRule",
                 "Find the process that serves the name; in a server, set the owner to its user."),
     "Owner of a New Object",
     "https://learn.microsoft.com/en-us/windows/win32/secauthz/owner-of-a-new-object"},
    {"client-level", Severity::High, PIPECORE_TR("SecurityRule", "The client allows impersonation"),
     PIPECORE_TR("SecurityRule", "The server of this name can act as this user, for example open "
                                 "files; with delegation also on other computers."),
     PIPECORE_TR("SecurityRule", "Open with SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION unless "
                                 "the server must impersonate the client."),
     "Impersonation Levels",
     "https://learn.microsoft.com/en-us/windows/win32/secauthz/impersonation-levels"},
    {"socket-others", Severity::High,
     PIPECORE_TR("SecurityRule", "Every user may connect to the socket"),
     PIPECORE_TR("SecurityRule", "Every user of this computer may send to the server."),
     PIPECORE_TR(
         "SecurityRule",
         "Remove access for others: chmod o-rwx, or set umask 077 before the server starts."),
     socketManual, socketManualUrl},
    {"socket-group", Severity::Low, PIPECORE_TR("SecurityRule", "The socket's group may connect"),
     PIPECORE_TR("SecurityRule", "Every member of the group may send to the server."),
     PIPECORE_TR("SecurityRule", "Check who is in the group, or use chmod g-rwx."), socketManual,
     socketManualUrl},
    {"socket-abstract", Severity::High,
     PIPECORE_TR("SecurityRule", "The socket has an abstract name"),
     PIPECORE_TR("SecurityRule", "Permissions do not apply to such a name: every process of this "
                                 "network namespace may connect."),
     PIPECORE_TR("SecurityRule",
                 "Use a path in a private folder of the user, or check each client's user ID."),
     socketManual, socketManualUrl},
    {"socket-owner", Severity::High,
     PIPECORE_TR("SecurityRule", "The socket belongs to another user"),
     PIPECORE_TR("SecurityRule", "Another user serves this name and receives the data sent to it."),
     PIPECORE_TR("SecurityRule", "Find out who serves it (ss -xlp) before connecting."),
     socketManual, socketManualUrl},
    {"folder-open", Severity::High, PIPECORE_TR("SecurityRule", "Others may replace the socket"),
     PIPECORE_TR("SecurityRule",
                 "Others can write to its folder and replace the socket with their own."),
     PIPECORE_TR("SecurityRule", "Use a private folder of the user, such as $XDG_RUNTIME_DIR."),
     socketManual, socketManualUrl},
    {"folder-shared", Severity::Low, PIPECORE_TR("SecurityRule", "All users share the folder"),
     PIPECORE_TR("SecurityRule", "Another user can take the name while the server is not "
                                 "running."),
     PIPECORE_TR("SecurityRule", "Use a private folder of the user, such as $XDG_RUNTIME_DIR."),
     socketManual, socketManualUrl},
});

} // namespace

std::string_view severityName(Severity severity)
{
    switch (severity) {
    case Severity::High: return PIPECORE_TR("Severity", "high");
    case Severity::Medium: return PIPECORE_TR("Severity", "medium");
    case Severity::Low: return PIPECORE_TR("Severity", "low");
    case Severity::Info: break;
    }
    return PIPECORE_TR("Severity", "note");
}

std::span<const SecurityRule> securityRules()
{
    return rules;
}

const SecurityRule& securityRule(std::string_view id)
{
    const auto found = std::ranges::find(rules, id, &SecurityRule::id);
    assert(found != rules.end());
    return *found;
}

} // namespace pipecore
