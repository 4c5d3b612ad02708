#pragma once

#include "pipecore/security/security.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace pipecore {

/// Bits of SECURITY_DESCRIPTOR::Control, [MS-DTYP] 2.4.6.
namespace control {
inline constexpr std::uint16_t daclPresent = 0x0004;
inline constexpr std::uint16_t saclPresent = 0x0010;
inline constexpr std::uint16_t daclAutoInheritReq = 0x0100;
inline constexpr std::uint16_t saclAutoInheritReq = 0x0200;
inline constexpr std::uint16_t daclAutoInherited = 0x0400;
inline constexpr std::uint16_t saclAutoInherited = 0x0800;
inline constexpr std::uint16_t daclProtected = 0x1000;
inline constexpr std::uint16_t saclProtected = 0x2000;
inline constexpr std::uint16_t selfRelative = 0x8000;
} // namespace control

/// A type of entry that is understood, with its number (AceType) and its name in SDDL.
struct EntryType
{
    EntryKind kind;
    std::uint8_t number;
    std::string_view letters;
    bool inSacl;
};
inline constexpr std::array entryTypes = std::to_array<EntryType>({
    {EntryKind::Allow, 0x00, "A", false},
    {EntryKind::Deny, 0x01, "D", false},
    {EntryKind::Audit, 0x02, "AU", true},
    {EntryKind::Label, 0x11, "ML", true},
});

struct FlagName
{
    std::uint8_t bit;
    std::string_view letters;
};
/// In the order in which Windows writes them.
inline constexpr std::array flagNames = std::to_array<FlagName>({
    {entry_flags::objectInherit, "OI"},
    {entry_flags::containerInherit, "CI"},
    {entry_flags::noPropagate, "NP"},
    {entry_flags::inheritOnly, "IO"},
    {entry_flags::inherited, "ID"},
    {entry_flags::critical, "CR"},
    {entry_flags::auditSuccess, "SA"},
    {entry_flags::auditFailure, "FA"},
});

[[nodiscard]] constexpr RightsKind rightsKindOf(EntryKind kind)
{
    return kind == EntryKind::Label ? RightsKind::Label : RightsKind::Pipe;
}

} // namespace pipecore
