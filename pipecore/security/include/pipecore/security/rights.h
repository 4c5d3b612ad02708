#pragma once

#include "pipecore/payload/payload.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pipecore {

/// An ACCESS_MASK of Windows.
using AccessMask = std::uint32_t;

/// The rights of a named pipe, which are those of a file. Source: "Named Pipe Security and Access
/// Rights" and "File Access Rights Constants".
namespace rights {
inline constexpr AccessMask readData = 0x1;
inline constexpr AccessMask writeData = 0x2;
/// FILE_CREATE_PIPE_INSTANCE; the same bit as FILE_APPEND_DATA, and so in every "write".
inline constexpr AccessMask createInstance = 0x4;
inline constexpr AccessMask readAttributes = 0x80;
inline constexpr AccessMask writeAttributes = 0x100;
inline constexpr AccessMask remove = 0x1'0000; ///< DELETE
inline constexpr AccessMask readControl = 0x2'0000;
inline constexpr AccessMask writeDac = 0x4'0000;
inline constexpr AccessMask writeOwner = 0x8'0000;
inline constexpr AccessMask synchronize = 0x10'0000;
inline constexpr AccessMask genericAll = 0x1000'0000;
inline constexpr AccessMask genericExecute = 0x2000'0000;
inline constexpr AccessMask genericWrite = 0x4000'0000;
inline constexpr AccessMask genericRead = 0x8000'0000;
inline constexpr AccessMask fileAll = 0x1F'01FF;
inline constexpr AccessMask fileRead = 0x12'0089;    ///< FILE_GENERIC_READ
inline constexpr AccessMask fileWrite = 0x12'0116;   ///< FILE_GENERIC_WRITE
inline constexpr AccessMask fileExecute = 0x12'00A0; ///< FILE_GENERIC_EXECUTE
/// Rights that a client needs to read and write, without those to act as the server. The
/// system does not ask a client that opens with GENERIC_WRITE for the right to make instances.
inline constexpr AccessMask readWrite = (fileRead | fileWrite) & ~createInstance;
inline constexpr AccessMask write = fileWrite & ~createInstance;
// Policy bits of an integrity label.
inline constexpr AccessMask noWriteUp = 0x1;
inline constexpr AccessMask noReadUp = 0x2;
inline constexpr AccessMask noExecuteUp = 0x4;
} // namespace rights

/// Object type of a mask's bits.
enum class RightsKind : std::uint8_t {
    Pipe, ///< rights of a file or pipe
    Label ///< policy of an integrity label
};

/// A single bit with its name.
struct RightName
{
    AccessMask bit;
    std::string_view name; ///< "FILE_READ_DATA"
};
/// The bits a pipe knows, lowest first.
[[nodiscard]] std::span<const RightName> pipeRights();

/// Replaces GENERIC_READ, _WRITE, _EXECUTE and _ALL by their rights for a pipe
/// (MapGenericMask with the mapping of files).
[[nodiscard]] AccessMask mapGeneric(AccessMask mask);
/// The names of all bits, unknown ones as one hexadecimal number.
[[nodiscard]] std::vector<std::string> rightNames(AccessMask mask);

/// Reads rights as the security descriptor language writes them (`FA`, `FRFW`, `GA`, `0x12019f`) or as names joined
/// by `|` (`FILE_READ_DATA|READ_CONTROL`).
[[nodiscard]] Parsed<AccessMask> parseRights(std::string_view text, RightsKind kind);
/// The same the other way: letters if they say it exactly, else a hexadecimal number.
[[nodiscard]] std::string formatRights(AccessMask mask, RightsKind kind);

} // namespace pipecore
