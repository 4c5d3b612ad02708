#pragma once

#include "pipecore/base/error.h"
#include "pipecore/model/options.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pipecore {

/// Server of a pipe. Each field is a value or why it is not known; for display only.
struct ListedServer
{
    Result<std::uint32_t> processId;
    Result<std::string> image; ///< full path of its program, UTF-8

    friend bool operator==(const ListedServer&, const ListedServer&) = default;
};

/// The file that a socket is bound to, as the Linux kernel numbers it: the device with 12 bits of major and
/// 20 bits of minor number, and the lower 32 bits of the inode.
struct SocketFile
{
    std::uint32_t device = 0;
    std::uint32_t inode = 0;

    friend bool operator==(const SocketFile&, const SocketFile&) = default;
};

/// A pipe of this computer as a listing shows it. What a system does not say about pipes that are only
/// listed is left empty. Text is UTF-8, or on Linux whatever bytes a path has.
struct ListedPipe
{
    /// Name to connect with: `orders`, or on Linux the path of a socket that does not lie where
    /// `orders` would. Names that cannot be typed (abstract sockets, `@name`) are shown as they are.
    std::string name;
    /// Full path: `\\.\pipe\orders`, `/tmp/CoreFxPipe_orders`, `@name`.
    std::string path;
    /// PipeName::parse(name) leads to `path`, and on Linux to the file of this very socket.
    bool canConnect = false;
    /// Linux: false when the file of the socket is not at `path`, the name as it was bound: it was moved to
    /// another folder, or removed.
    bool isPlaceKnown = true;

    /// Windows: instances that are there now, taken or free, and how many there may be (empty: no
    /// limit).
    std::optional<std::uint32_t> instances;
    std::optional<std::uint32_t> limit;

    /// Linux: SOCK_STREAM is Byte, SOCK_SEQPACKET is Message.
    std::optional<PipeMode> mode;
    /// Linux: clients that were accepted, and that wait in the backlog.
    std::optional<std::uint32_t> connected;
    std::optional<std::uint32_t> waiting;
    /// Linux: number of the listening socket, which tells two of one path apart; else 0.
    std::uint64_t inode = 0;
    /// Linux: its file; empty of an abstract socket, and where the kernel does not say it.
    std::optional<SocketFile> file{};

    ListedServer server;

    friend bool operator==(const ListedPipe&, const ListedPipe&) = default;
};

/// Identity of a listed pipe across listings.
[[nodiscard]] std::string listedKey(const ListedPipe& pipe);

/// Last part of the server's image ("app.exe"), or empty when it is not known.
[[nodiscard]] std::string serverName(const ListedPipe& pipe);

/// Lists the pipes of this computer, again and again. Nothing is opened and no server notices.
class PipeLister
{
public:
    PipeLister() = default;
    PipeLister(const PipeLister&) = delete;
    PipeLister& operator=(const PipeLister&) = delete;
    virtual ~PipeLister() = default;

    /// All pipes as of now, sorted by name. NotSupported when this system does not list pipes; other
    /// errors are those of its calls. One thread at a time; takes milliseconds, in the worst case a
    /// quarter of a second.
    [[nodiscard]] virtual Result<std::vector<ListedPipe>> list() = 0;
};

/// The lister of this system.
///
/// Windows: the directory \\.\pipe\ read with NtQueryDirectoryFile, as Sysinternals' PipeList does;
/// it has names, instances and limits, and nothing about servers. Wine does not list: NotSupported.
/// Linux: the listening SOCK_STREAM and SOCK_SEQPACKET sockets that sock_diag(7) or else /proc/net/unix
/// has, known by their files and not by the spelling of their names; their processes are
/// found in /proc/PID/fd where that may be read, and remembered from one listing to the next.
[[nodiscard]] std::unique_ptr<PipeLister> makePipeLister();

/// A listing with a temporary lister.
[[nodiscard]] Result<std::vector<ListedPipe>> listPipes();

/// Difference between two listings.
struct ListingDiff
{
    struct Change
    {
        ListedPipe before;
        ListedPipe after;

        friend bool operator==(const Change&, const Change&) = default;
    };
    std::vector<ListedPipe> added;   ///< in the order of the later listing
    std::vector<ListedPipe> removed; ///< in the order of the earlier one
    std::vector<Change> changed;     ///< in the order of the later one

    [[nodiscard]] bool isEmpty() const
    {
        return added.empty() && removed.empty() && changed.empty();
    }
};

/// Compares two listings by listedKey(), in any order. Any thread.
[[nodiscard]] ListingDiff diffListings(const std::vector<ListedPipe>& before,
                                       const std::vector<ListedPipe>& after);

/// Filter of listed pipes, as typed in a search field: a part of the name, or with `*`
/// and `?` the whole name. Letters a to z match in either case.
class PipeFilter
{
public:
    /// Blanks around it do not count; an empty filter matches everything.
    explicit PipeFilter(std::string_view text);

    [[nodiscard]] bool isEmpty() const { return m_pattern.empty(); }
    [[nodiscard]] bool matches(std::string_view text) const;
    /// Its name, its path or its server's program matches.
    [[nodiscard]] bool matches(const ListedPipe& pipe) const;

private:
    std::string m_pattern; ///< lower case
    bool m_hasWildcards = false;
};

} // namespace pipecore
