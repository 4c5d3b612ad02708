#pragma once

#include "pipecore/payload/payload.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pipecore {

/// The number of a user, group or integrity level: a security identifier. A value, for every system.
///
/// Some names of the security descriptor language (DA, LA, …) mean an account of "this computer" or "this
/// domain", whose number only a Windows computer knows. Such a SID is kept by its name until
/// it is resolved; it can be read and written as text, but not as bytes.
struct Sid
{
    static constexpr std::size_t maxSubAuthorities = 15; ///< SID_MAX_SUB_AUTHORITIES

    std::uint64_t authority = 0; ///< 48 bits
    std::vector<std::uint32_t> subAuthorities;
    std::string domainAlias; ///< "DA": relative to a domain, and then the rest is empty

    Sid() = default;
    Sid(std::uint64_t identifierAuthority, std::initializer_list<std::uint32_t> parts)
        : authority(identifierAuthority)
        , subAuthorities(parts)
    {}

    /// Reads `S-1-5-18`, or the two letters of an alias (`SY`), in either case; nothing may follow.
    [[nodiscard]] static Parsed<Sid> parse(std::string_view text);

    /// `S-1-5-18`; the alias when it is relative to a domain.
    [[nodiscard]] std::string toString() const;
    /// The shortest that the security descriptor language has: the alias if there is one.
    [[nodiscard]] std::string toSddl() const;
    /// Whether the authority is `wanted` and the first parts are these.
    [[nodiscard]] bool startsWith(std::uint64_t wanted,
                                  std::initializer_list<std::uint32_t> parts) const;

    friend bool operator==(const Sid&, const Sid&) = default;
};

/// An account that every Windows computer has.
struct WellKnownAccount
{
    std::string_view alias; ///< two letters of sddl.h, or empty
    std::string_view sid;   ///< "S-1-1-0"; empty when it is relative to a domain
    std::string_view name;  ///< English; translation source of the context "WellKnownAccount"
};

/// All of them, the ones that matter for pipes first. Source: "SID Strings" and "Well-known SIDs" of
/// the Win32 documentation, [MS-DTYP] 2.4.2.4.
[[nodiscard]] std::span<const WellKnownAccount> wellKnownAccounts();
/// The entry of a SID in that table; null for other SIDs.
[[nodiscard]] const WellKnownAccount* findWellKnown(const Sid& sid);

/// SIDs used by the rules and presets.
namespace sids {
[[nodiscard]] Sid everyone();
[[nodiscard]] Sid creatorOwner();
[[nodiscard]] Sid ownerRights();
[[nodiscard]] Sid network();
[[nodiscard]] Sid interactive();
[[nodiscard]] Sid anonymous();
[[nodiscard]] Sid authenticatedUsers();
[[nodiscard]] Sid system();
[[nodiscard]] Sid administrators();
[[nodiscard]] Sid users();
[[nodiscard]] Sid guests();
[[nodiscard]] Sid allAppPackages();
/// An integrity level, S-1-16-`level`: 4096 low, 8192 medium, 12288 high, 16384 system.
[[nodiscard]] Sid integrity(std::uint32_t level);
} // namespace sids

/// The level of an integrity SID; empty for any other.
[[nodiscard]] std::optional<std::uint32_t> integrityLevel(const Sid& sid);
/// An application package or a capability of one (S-1-15-2-…, S-1-15-3-…).
[[nodiscard]] bool isAppContainerSid(const Sid& sid);

inline constexpr std::uint32_t lowIntegrity = 0x1000;
inline constexpr std::uint32_t mediumIntegrity = 0x2000;
inline constexpr std::uint32_t highIntegrity = 0x3000;
inline constexpr std::uint32_t systemIntegrity = 0x4000;

} // namespace pipecore
