#pragma once

#include "pipecore/base/error.h"

#include <string>
#include <string_view>

namespace pipecore {

/// A pipe's name after it was understood and checked: what to show, and what to hand to the system.
///
/// Windows: `orders` and `\\.\pipe\orders` are local, `\\server\pipe\orders` is remote. The whole
/// name has at most 256 characters (CreateNamedPipe, "lpName"). The pipe's own part may have a `\`
/// (`LOCAL\x`, `uv\x`). A name that Windows would serve under another is refused with that other:
/// `a/b`, `x\..\z`, `x.`, because Win32 normalizes what follows `\\.\`; it does not behind `\\?\pipe\`,
/// and neither does this. `//./pipe/orders` is read as `\\.\pipe\orders`.
/// Elsewhere: an absolute path is that socket; `orders` and `\\.\pipe\orders` are
/// `${TMPDIR:-/tmp}/CoreFxPipe_orders`, which is where .NET puts them; at most 107 bytes (sun_path).
/// A `\` in the own part is an ordinary character of that file's name: `a\b` is `CoreFxPipe_a\b`.
class PipeName
{
public:
    /// Understands `text` (UTF-8) by the rules of the system this runs on. Errors are InvalidArgument
    /// with the limit or the offending character and its position.
    [[nodiscard]] static Result<PipeName> parse(std::string_view text);
    /// The same by the rules of Windows, on every system: for tests and for checking as one types.
    [[nodiscard]] static Result<PipeName> parseWindows(std::string_view given);
    /// The same by the rules of AF_UNIX. `temporaryFolder` stands for ${TMPDIR:-/tmp}.
    [[nodiscard]] static Result<PipeName> parseUnix(std::string_view given,
                                                    std::string_view temporaryFolder);

    /// The name for people: `\\.\pipe\orders`, or the socket's path as it was given.
    [[nodiscard]] const std::string& display() const { return m_display; }
    /// The name for system calls: `\\.\pipe\orders`, `\\?\pipe\orders`, or the socket's path. UTF-8.
    [[nodiscard]] const std::string& native() const { return m_native; }
    /// The pipe's own part: `orders`.
    [[nodiscard]] const std::string& shortName() const { return m_shortName; }
    /// The computer in `\\server\pipe\orders`; empty when it is this one.
    [[nodiscard]] const std::string& computer() const { return m_computer; }
    [[nodiscard]] bool isRemote() const { return !m_computer.empty(); }

    friend bool operator==(const PipeName&, const PipeName&) = default;

private:
    PipeName() = default;

    std::string m_display;
    std::string m_native;
    std::string m_shortName;
    std::string m_computer;
};

} // namespace pipecore
