#include "pipecore/discovery/socket_table.h"

#include "listed_pipe.h"
#include "pipecore/model/pipe_name.h"

#include <charconv>
#include <optional>
#include <unordered_map>

namespace pipecore {

namespace {

// linux/net.h, linux/socket.h
constexpr std::uint32_t acceptConnections = 1U << 16U; // __SO_ACCEPTCON
constexpr std::uint32_t typeStream = 1;
constexpr std::uint32_t typeSequencedPacket = 5;
constexpr std::uint32_t stateConnecting = 2;
constexpr std::uint32_t stateConnected = 3;

/// Reads the columns of a line one after the other.
class Columns
{
public:
    explicit Columns(std::string_view line) : m_rest(line) {}

    /// The next number; empty when there is none.
    std::optional<std::uint64_t> number(int base)
    {
        skipBlanks();
        std::uint64_t value = 0;
        const char* end = m_rest.data() + m_rest.size();
        const auto [rest, error] = std::from_chars(m_rest.data(), end, value, base);
        if (error != std::errc{} || (rest != end && *rest != ' ' && *rest != ':')) {
            return std::nullopt;
        }
        m_rest.remove_prefix(static_cast<std::size_t>(rest - m_rest.data()));
        return value;
    }
    bool colon()
    {
        if (!m_rest.starts_with(':')) {
            return false;
        }
        m_rest.remove_prefix(1);
        return true;
    }
    /// The rest after one blank, unchanged: a path may begin with blanks.
    std::string_view rest() { return m_rest.empty() ? m_rest : m_rest.substr(1); }

private:
    void skipBlanks()
    {
        const std::size_t first = m_rest.find_first_not_of(' ');
        m_rest.remove_prefix(first == std::string_view::npos ? m_rest.size() : first);
    }
    std::string_view m_rest;
};

// "%pK: %08X %08X %08X %04X %02X %5lu", then a blank and the path, if the socket has one:
// address, references, protocol, flags, type, state, inode.
std::optional<SocketRow> parseRow(std::string_view line)
{
    Columns columns(line);
    if (!columns.number(16) || !columns.colon() || !columns.number(16) || !columns.number(16)) {
        return std::nullopt;
    }
    const auto flags = columns.number(16);
    const auto type = columns.number(16);
    const auto state = columns.number(16);
    const auto inode = columns.number(10);
    const std::string_view path = columns.rest();
    if (!flags || !type || !state || !inode || path.empty()
        || (*type != typeStream && *type != typeSequencedPacket)) {
        return std::nullopt;
    }
    return SocketRow{.mode = *type == typeStream ? PipeMode::Byte : PipeMode::Message,
                     .isListening = (*flags & acceptConnections) != 0,
                     .isConnected = *state == stateConnected,
                     .isWaiting = *state == stateConnecting,
                     .inode = *inode,
                     .path = std::string(path)};
}

/// Identifies the address of a socket among those of others.
std::string keyOf(const SocketRow& row)
{
    return row.file ? std::to_string(row.file->device) + ':' + std::to_string(row.file->inode)
                    : row.path;
}

} // namespace

std::vector<SocketRow> parseSocketTable(std::string_view text)
{
    std::vector<SocketRow> rows;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (auto row = parseRow(text.substr(0, end))) {
            rows.push_back(std::move(*row));
        }
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return rows;
}

std::string nameOfSocket(const std::string& path, std::string_view temporaryFolder)
{
    constexpr std::string_view prefix = "CoreFxPipe_";
    const std::size_t at = path.rfind('/');
    if (at == std::string::npos || !std::string_view(path).substr(at + 1).starts_with(prefix)) {
        return path;
    }
    std::string name = path.substr(at + 1 + prefix.size());
    // @orders would be taken for an abstract socket.
    const auto parsed = PipeName::parseUnix(name, temporaryFolder);
    return parsed && parsed->native() == path && !name.starts_with('@') ? name : path;
}

std::vector<ListedPipe> listedSockets(const std::vector<SocketRow>& rows,
                                      std::string_view temporaryFolder)
{
    std::vector<ListedPipe> pipes;
    std::unordered_map<std::string, std::size_t> newest; ///< by keyOf(), into `pipes`
    for (const SocketRow& row : rows) {
        if (!row.isListening) {
            continue;
        }
        const auto unknown = refuse("the process was not searched for", ErrorKind::NotFound);
        ListedPipe pipe{.name = nameOfSocket(row.path, temporaryFolder),
                        .path = row.path,
                        .instances = {},
                        .limit = {},
                        .mode = row.mode,
                        .connected = 0,
                        .waiting = row.pending,
                        .inode = row.inode,
                        .file = row.file,
                        .server = {.processId = unknown, .image = unknown}};
        const auto parsed = PipeName::parseUnix(pipe.name, temporaryFolder);
        pipe.canConnect = parsed && parsed->native() == pipe.path;
        const auto [place, isFirst] = newest.try_emplace(keyOf(row), pipes.size());
        if (!isFirst && pipes[place->second].inode < row.inode) {
            place->second = pipes.size();
        }
        pipes.push_back(std::move(pipe));
    }
    for (const SocketRow& row : rows) {
        const auto server = newest.find(keyOf(row));
        if (row.isListening || server == newest.end()) {
            continue;
        }
        ListedPipe& pipe = pipes[server->second];
        *pipe.connected += row.isConnected ? 1U : 0U;
        *pipe.waiting += row.isWaiting ? 1U : 0U;
    }
    sortListing(pipes);
    return pipes;
}

} // namespace pipecore
