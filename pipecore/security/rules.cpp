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
     PIPECORE_TR("SecurityRule", "Everybody who reaches the pipe may read, write, make instances "
                                 "of it and change who may come in."),
     PIPECORE_TR("SecurityRule", "Write a list that names who may come in; the safe default is "
                                 "the user, Administrators and SYSTEM."),
     nullDacl, nullDaclUrl},
    {"no-dacl", Severity::Low, PIPECORE_TR("SecurityRule", "No access list is given"),
     PIPECORE_TR("SecurityRule", "The system puts in a default that depends on who starts the "
                                 "server and that nobody reads here."),
     PIPECORE_TR("SecurityRule", "Write the list with D: and its entries."), pipeSecurity,
     pipeSecurityUrl},
    {"empty-dacl", Severity::Info, PIPECORE_TR("SecurityRule", "The access list is empty"),
     PIPECORE_TR("SecurityRule", "Nobody can connect; only the owner can change that."),
     PIPECORE_TR("SecurityRule", "Add an entry for each account that may come in."), nullDacl,
     nullDaclUrl},
    {"everyone-write", Severity::High, PIPECORE_TR("SecurityRule", "Everyone may write"),
     PIPECORE_TR("SecurityRule", "Every user of this computer and of the network may send to the "
                                 "server, guests too."),
     PIPECORE_TR("SecurityRule", "Name the users or groups that need it instead; for all who "
                                 "signed in, Authenticated Users (AU)."),
     knownSids, knownSidsUrl},
    {"anonymous-write", Severity::High, PIPECORE_TR("SecurityRule", "Anonymous may write"),
     PIPECORE_TR("SecurityRule", "Somebody who gave neither name nor password may send to the "
                                 "server."),
     PIPECORE_TR("SecurityRule", "Take the entry of Anonymous (AN) out."), knownSids, knownSidsUrl},
    {"network-write", Severity::High, PIPECORE_TR("SecurityRule", "Network users may write"),
     PIPECORE_TR("SecurityRule", "Everybody who comes from another computer may send to the "
                                 "server."),
     PIPECORE_TR("SecurityRule", "Take the entry of Network (NU) out, or deny it everything as "
                                 "the first entry."),
     knownSids, knownSidsUrl},
    {"appcontainer-write", Severity::Medium,
     PIPECORE_TR("SecurityRule", "Apps in containers may write"),
     PIPECORE_TR("SecurityRule", "Apps that the system shuts in, browsers' pages among them, may "
                                 "send to a server outside."),
     PIPECORE_TR("SecurityRule", "Name the one package that needs it (S-1-15-2-…) instead of all, "
                                 "and check everything it sends."),
     "AppContainer isolation",
     "https://learn.microsoft.com/en-us/windows/win32/secauthz/appcontainer-isolation"},
    {"users-write", Severity::Low, PIPECORE_TR("SecurityRule", "A large group may write"),
     PIPECORE_TR("SecurityRule", "Every member may send to the server, and so may every program "
                                 "that any of them runs."),
     PIPECORE_TR("SecurityRule", "Name a group of those who need it; let the others read at "
                                 "most."),
     pipeSecurity, pipeSecurityUrl},
    {"create-instance", Severity::High, PIPECORE_TR("SecurityRule", "Others may create instances"),
     PIPECORE_TR("SecurityRule", "They can serve the same name, and clients that mean this server "
                                 "reach theirs. The right is FILE_CREATE_PIPE_INSTANCE, a part of "
                                 "every generic write."),
     PIPECORE_TR("SecurityRule", "Give 0x12019b (read and write without it) instead of FA, FW or "
                                 "GW; clients need no more."),
     pipeSecurity, pipeSecurityUrl},
    {"change-security", Severity::High,
     PIPECORE_TR("SecurityRule", "Others may change who comes in"),
     PIPECORE_TR("SecurityRule", "With WRITE_DAC or WRITE_OWNER they give themselves every other "
                                 "right."),
     PIPECORE_TR("SecurityRule", "Give rights to read and write only: 0x12019b."), pipeSecurity,
     pipeSecurityUrl},
    {"late-deny", Severity::Medium, PIPECORE_TR("SecurityRule", "A deny entry comes too late"),
     PIPECORE_TR("SecurityRule",
                 "Entries are read in order, and one before it allows this account, "
                 "or a group that contains it, what this one denies."),
     PIPECORE_TR("SecurityRule", "Put entries that deny before those that allow."),
     "Order of ACEs in a DACL",
     "https://learn.microsoft.com/en-us/windows/win32/secauthz/order-of-aces-in-a-dacl"},
    {"unknown-entry", Severity::Low, PIPECORE_TR("SecurityRule", "An entry is not understood"),
     PIPECORE_TR("SecurityRule", "It may allow something that this check does not see (a "
                                 "condition, a part of an object)."),
     PIPECORE_TR("SecurityRule", "Replace it with plain entries, or judge it by hand."),
     "ACE Strings", "https://learn.microsoft.com/en-us/windows/win32/secauthz/ace-strings"},
    {"low-label", Severity::Medium,
     PIPECORE_TR("SecurityRule", "The integrity label lets the less trusted write"),
     PIPECORE_TR("SecurityRule", "Programs of low integrity, such as a taken-over browser, may "
                                 "write where the access list lets their user."),
     PIPECORE_TR("SecurityRule", "Leave the label out (medium then counts) or write "
                                 "S:(ML;;NW;;;ME), unless such programs are meant."),
     "Mandatory Integrity Control",
     "https://learn.microsoft.com/en-us/windows/win32/secauthz/mandatory-integrity-control"},
    {"remote", Severity::High, PIPECORE_TR("SecurityRule", "Other computers can reach the pipe"),
     PIPECORE_TR("SecurityRule", "Whoever the list lets in may also come over the network (SMB)."),
     PIPECORE_TR("SecurityRule", "Reject remote clients (PIPE_REJECT_REMOTE_CLIENTS), or deny "
                                 "Network first: (D;;FA;;;NU)."),
     createPipe, createPipeUrl},
    {"first-instance", Severity::Medium,
     PIPECORE_TR("SecurityRule", "The first instance is not asserted"),
     PIPECORE_TR("SecurityRule", "If another program made the pipe before, this server joins it: "
                                 "that program's security counts, and it gets clients."),
     PIPECORE_TR("SecurityRule", "Set FILE_FLAG_FIRST_PIPE_INSTANCE: starting then fails when "
                                 "the name is taken."),
     createPipe, createPipeUrl},
    {"owner", Severity::High, PIPECORE_TR("SecurityRule", "The owner is not the expected one"),
     PIPECORE_TR("SecurityRule", "The owner may always change who comes in; a foreign owner may "
                                 "mean that another program took the name first."),
     PIPECORE_TR("SecurityRule", "Find out which process serves the name; as server, set the "
                                 "owner to the user it runs as."),
     "Owner of a New Object",
     "https://learn.microsoft.com/en-us/windows/win32/secauthz/owner-of-a-new-object"},
    {"client-level", Severity::High,
     PIPECORE_TR("SecurityRule", "The client lets the server act in its name"),
     PIPECORE_TR("SecurityRule", "Whoever serves the name may open files and more as this user; "
                                 "with delegation also on other computers."),
     PIPECORE_TR("SecurityRule", "Open with SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION "
                                 "unless the server must impersonate."),
     "Impersonation Levels",
     "https://learn.microsoft.com/en-us/windows/win32/secauthz/impersonation-levels"},
    {"socket-others", Severity::High,
     PIPECORE_TR("SecurityRule", "Every user may connect to the socket"),
     PIPECORE_TR("SecurityRule", "Every user of this computer may send to the server."),
     PIPECORE_TR("SecurityRule", "Take the write permission from others: chmod o-rwx, or set "
                                 "umask 077 before the server starts."),
     socketManual, socketManualUrl},
    {"socket-group", Severity::Low, PIPECORE_TR("SecurityRule", "The socket's group may connect"),
     PIPECORE_TR("SecurityRule", "Every member of the group may send to the server."),
     PIPECORE_TR("SecurityRule", "Check who is in the group, or use chmod g-rwx."), socketManual,
     socketManualUrl},
    {"socket-abstract", Severity::High,
     PIPECORE_TR("SecurityRule", "The socket has an abstract name"),
     PIPECORE_TR("SecurityRule", "No permissions protect such a name: every process of this "
                                 "network namespace may connect."),
     PIPECORE_TR("SecurityRule", "Use a path in a folder of the user's own, or check each "
                                 "client's user ID."),
     socketManual, socketManualUrl},
    {"socket-owner", Severity::High,
     PIPECORE_TR("SecurityRule", "The socket belongs to somebody else"),
     PIPECORE_TR("SecurityRule", "Another user serves this name and gets what is sent to it."),
     PIPECORE_TR("SecurityRule", "Find out who serves it (ss -xlp) before connecting."),
     socketManual, socketManualUrl},
    {"folder-open", Severity::High, PIPECORE_TR("SecurityRule", "Others may replace the socket"),
     PIPECORE_TR("SecurityRule", "Its folder may be written by others: they can remove the socket "
                                 "and put their own in its place."),
     PIPECORE_TR("SecurityRule", "Use a folder of the user's own, such as $XDG_RUNTIME_DIR."),
     socketManual, socketManualUrl},
    {"folder-shared", Severity::Low,
     PIPECORE_TR("SecurityRule", "The folder is shared with all users"),
     PIPECORE_TR("SecurityRule", "Another user can take the name while the server is not "
                                 "running."),
     PIPECORE_TR("SecurityRule", "Use a folder of the user's own, such as $XDG_RUNTIME_DIR."),
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
