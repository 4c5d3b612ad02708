#pragma once

#include "pipecore/discovery/listing.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pipecore {

/// A socket with an address: a line of /proc/net/unix, or an answer of sock_diag(7).
struct SocketRow
{
    PipeMode mode = PipeMode::Byte; ///< SOCK_STREAM or SOCK_SEQPACKET; others are left out
    bool isListening = false;       ///< listen(2) was called: __SO_ACCEPTCON
    bool isConnected = false;       ///< accepted, or a client that has bound an address
    bool isWaiting = false;         ///< in a backlog: it has no socket of a process yet
    std::uint64_t inode = 0;
    std::string path; ///< an abstract name begins with `@`; relative ones are as they were bound
    std::optional<SocketFile> file{}; ///< of sock_diag
    std::uint32_t pending = 0;        ///< of sock_diag, of a listening one: clients in its backlog

    friend bool operator==(const SocketRow&, const SocketRow&) = default;
};

/// Takes the text of /proc/net/unix apart. Lines of another form are left out: the kernel writes paths
/// as they are, so a line break in one makes a line of its own. Any text is safe.
[[nodiscard]] std::vector<SocketRow> parseSocketTable(std::string_view text);

/// The name under which a socket's path is shown: `orders` for what .NET and PipeScope would open as
/// `orders`, else the path itself. `temporaryFolder` stands for ${TMPDIR:-/tmp}.
[[nodiscard]] std::string nameOfSocket(const std::string& path, std::string_view temporaryFolder);

/// The listening sockets as a listing, with how many clients each has. Who serves them is not filled
/// in. Where several listen on one file (or, if that is not known, on one path), only the newest can be
/// reached, and has the clients.
[[nodiscard]] std::vector<ListedPipe> listedSockets(const std::vector<SocketRow>& rows,
                                                    std::string_view temporaryFolder);

} // namespace pipecore
