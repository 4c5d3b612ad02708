#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"
#include "pipecore/payload/payload.h"
#include "pipecore/security/rights.h"
#include "pipecore/security/sid.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pipecore {

// Security descriptors of Windows as values, on every system and without a system call. All functions
// may be called on any thread.

enum class EntryKind : std::uint8_t {
    Allow, ///< ACCESS_ALLOWED_ACE, "A"
    Deny,  ///< ACCESS_DENIED_ACE, "D"
    Audit, ///< SYSTEM_AUDIT_ACE, "AU"; in a SACL
    Label, ///< SYSTEM_MANDATORY_LABEL_ACE, "ML"; in a SACL
    /// Any other type of a descriptor read from bytes (object, conditional, resource attribute …): kept as it is and
    /// written back as bytes, but neither judged nor written as text.
    Other,
};

/// Bits of SecurityEntry::flags.
namespace entry_flags {
inline constexpr std::uint8_t objectInherit = 0x01;
inline constexpr std::uint8_t containerInherit = 0x02;
inline constexpr std::uint8_t noPropagate = 0x04;
inline constexpr std::uint8_t inheritOnly = 0x08; ///< does not count for this object
inline constexpr std::uint8_t inherited = 0x10;
inline constexpr std::uint8_t critical = 0x20;
inline constexpr std::uint8_t auditSuccess = 0x40;
inline constexpr std::uint8_t auditFailure = 0x80;
} // namespace entry_flags

/// An entry of a list (ACE).
struct SecurityEntry
{
    EntryKind kind = EntryKind::Allow;
    std::uint8_t flags = 0;
    AccessMask mask = 0;
    Sid sid;
    std::uint8_t otherType = 0; ///< of Other: AceType
    Bytes otherBody;            ///< of Other: everything behind the four bytes of the header

    [[nodiscard]] bool isInheritOnly() const { return (flags & entry_flags::inheritOnly) != 0; }
    friend bool operator==(const SecurityEntry&, const SecurityEntry&) = default;
};

/// A list that is present (ACL). An empty one denies everyone; a NULL one allows everyone.
struct AccessList
{
    bool isNull = false;
    bool isProtected = false;    ///< "P": takes nothing over from a parent
    bool autoInheritReq = false; ///< "AR"
    bool autoInherited = false;  ///< "AI"
    std::vector<SecurityEntry> entries;

    friend bool operator==(const AccessList&, const AccessList&) = default;
};

struct SecurityDescriptor
{
    std::optional<Sid> owner;
    std::optional<Sid> group;
    std::optional<AccessList> dacl; ///< empty: none given, the system takes a default
    std::optional<AccessList> sacl;

    /// The integrity label that counts, the first one; null when there is none (and medium counts).
    [[nodiscard]] const SecurityEntry* label() const;
    /// Puts a label in the place of the one there is; nothing takes it away.
    void setLabel(std::optional<std::uint32_t> integrity, AccessMask policy = rights::noWriteUp);

    friend bool operator==(const SecurityDescriptor&, const SecurityDescriptor&) = default;
};

/// Reads a descriptor in the security descriptor definition language (SDDL): `O:BAG:SYD:P(A;;FA;;;SY)S:(ML;;NW;;;LW)`.
/// White space between parts is free, letters may be small. An error has the place, the reason and what to do.
/// Refused, because a pipe has no use for them: entries with object GUIDs; and because their
/// conditions cannot be edited here: conditional, resource attribute and policy entries.
[[nodiscard]] Parsed<SecurityDescriptor> parseSddl(std::string_view text);
/// The same for options: InvalidArgument with the place and the reason in its detail.
[[nodiscard]] Result<SecurityDescriptor> descriptorFromSddl(std::string_view text);
/// Writes it so that parseSddl() and Windows read back exactly the same. NotSupported for a
/// descriptor with an entry of kind Other: the detail names it.
[[nodiscard]] Result<std::string> formatSddl(const SecurityDescriptor& descriptor);
/// An entry as text, `(A;;FA;;;SY)`; an Other one as `(type 9, 36 bytes)`, which nothing reads back.
[[nodiscard]] std::string formatEntry(const SecurityEntry& entry);

/// Reads a self-relative SECURITY_DESCRIPTOR, as GetKernelObjectSecurity gives it. Corrupt, with the
/// place, when anything points outside, overlaps its own end or is not a valid SID; what a "defaulted"
/// flag or padding says is not kept.
[[nodiscard]] Result<SecurityDescriptor> parseDescriptor(ByteView bytes);
/// The bytes of a self-relative SECURITY_DESCRIPTOR. InvalidArgument for a SID that is relative to a
/// domain, MessageTooLarge for a list over 64 KiB.
[[nodiscard]] Result<Bytes> toBytes(const SecurityDescriptor& descriptor);

/// Reads a SID as the system has it; bytes behind its end are left aside. Corrupt when it is none.
[[nodiscard]] Result<Sid> parseSid(ByteView bytes);
/// The bytes of a SID. InvalidArgument when it is relative to a domain.
[[nodiscard]] Result<Bytes> toBytes(const Sid& sid);

/// A client that requests access: the facts of its access token.
struct AccessSubject
{
    std::vector<Sid> sids;     ///< the user and the groups that count
    std::vector<Sid> denyOnly; ///< groups that count in deny entries only
    /// Not empty: an AppContainer with its package, capabilities and "all application packages". It
    /// needs the right twice, as its user and as one of these.
    std::vector<Sid> packages;
    std::uint32_t integrity = mediumIntegrity;
};

/// Result of an access check, with its reasons.
struct AccessReport
{
    struct Step
    {
        std::size_t entry;  ///< index in the DACL
        AccessMask allowed; ///< rights that this entry gave
        AccessMask denied;  ///< rights that this entry took
    };
    AccessMask granted = 0;
    AccessMask withheldByLabel = 0; ///< the list gives these, the integrity label does not
    bool asOwner = false;           ///< READ_CONTROL and WRITE_DAC come from being the owner
    std::vector<Step> steps;        ///< entries that decided something, in order
};

/// All rights that `subject` gets: entries in their order, the first entry for a right decides;
/// the owner's own READ_CONTROL and WRITE_DAC unless an entry for OWNER RIGHTS says otherwise; and
/// the integrity label. Without a list everybody gets everything. Privileges (backup, take
/// ownership) are left aside. Source: AccessCheck, [MS-DTYP] 2.5.3.
[[nodiscard]] AccessReport effectiveRights(const SecurityDescriptor& descriptor,
                                           const AccessSubject& subject);

/// Ready-made descriptors.
enum class SecurityPreset : std::uint8_t {
    SafeDefault,        ///< the user, Administrators and SYSTEM
    CurrentUser,        ///< the user alone
    AdministratorsOnly, ///< Administrators and SYSTEM
    AuthenticatedUsers, ///< and everybody signed in may read and write
    LocalInteractive,   ///< and all local users, no network users
    AppContainer,       ///< and apps in containers; low integrity label
    Everyone,           ///< and everybody, also without a password
};
/// `user`: account of the server. Only the accounts of SafeDefault get the right to create instances.
[[nodiscard]] SecurityDescriptor securityPreset(SecurityPreset preset, const Sid& user);

} // namespace pipecore
