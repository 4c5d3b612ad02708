#include "socket_diag.h"

#include "file_descriptor.h"
#include "unix_error.h"

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <string_view>

namespace pipecore {

namespace {

// States of TCP, which AF_UNIX uses too.
constexpr std::uint8_t stateEstablished = 1;
constexpr std::uint8_t stateListening = 10;

// File systems whose inodes as the kernel holds them are not those of stat(2).
constexpr std::array<std::uint32_t, 5> otherNumbers{
    0x794C7630, // overlayfs
    0x9123683E, // btrfs
    0x65735546, // FUSE
    0x6969,     // NFS
    0xCA451A4E, // bcachefs
};

struct Request
{
    nlmsghdr header;
    unix_diag_req question;
};

Result<void> ask(int socket)
{
    Request request{};
    request.header.nlmsg_len = sizeof request;
    request.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    request.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    request.question.sdiag_family = AF_UNIX;
    request.question.udiag_states = (1U << stateEstablished) | (1U << stateListening);
    request.question.udiag_show = UDIAG_SHOW_NAME | UDIAG_SHOW_VFS | UDIAG_SHOW_RQLEN;
    if (send(socket, &request, sizeof request, 0) < 0) {
        return std::unexpected(systemError("send", errno, "NETLINK_SOCK_DIAG"));
    }
    return {};
}

/// The value of an attribute, copied: they are aligned to four bytes only.
template <typename Value>
std::optional<Value> valueOf(std::string_view data)
{
    if (data.size() < sizeof(Value)) {
        return std::nullopt;
    }
    Value value{};
    std::memcpy(&value, data.data(), sizeof value);
    return value;
}

/// A name as listings show it: an abstract one begins with `@`, and a relative one that does not.
std::string shownName(std::string_view name)
{
    if (name.starts_with('\0')) {
        std::string text(name);
        std::ranges::replace(text, '\0', '@');
        return text;
    }
    const std::string path(name.substr(0, name.find('\0')));
    return path.starts_with('@') ? "./" + path : path;
}

void readAttribute(std::uint16_t type, std::string_view data, SocketRow& row)
{
    if (type == UNIX_DIAG_NAME) {
        row.path = shownName(data);
    } else if (type == UNIX_DIAG_VFS) {
        if (const auto file = valueOf<unix_diag_vfs>(data)) {
            row.file = {.device = file->udiag_vfs_dev, .inode = file->udiag_vfs_ino};
        }
    } else if (type == UNIX_DIAG_RQLEN && row.isListening) {
        if (const auto queues = valueOf<unix_diag_rqlen>(data)) {
            row.pending = queues->udiag_rqueue;
        }
    }
}

/// The socket of one answer; nothing for those without a name and of other types.
std::optional<SocketRow> readRow(std::string_view message)
{
    const auto socket = valueOf<unix_diag_msg>(message);
    if (!socket || (socket->udiag_type != SOCK_STREAM && socket->udiag_type != SOCK_SEQPACKET)) {
        return std::nullopt;
    }
    SocketRow row;
    row.mode = socket->udiag_type == SOCK_STREAM ? PipeMode::Byte : PipeMode::Message;
    row.isListening = socket->udiag_state == stateListening;
    row.isConnected = socket->udiag_state == stateEstablished;
    row.inode = socket->udiag_ino;
    message.remove_prefix(std::min(message.size(), std::size_t{NLMSG_ALIGN(sizeof *socket)}));
    while (const auto attribute = valueOf<rtattr>(message)) {
        if (attribute->rta_len < sizeof *attribute || attribute->rta_len > message.size()) {
            break;
        }
        readAttribute(attribute->rta_type,
                      message.substr(sizeof *attribute, attribute->rta_len - sizeof *attribute),
                      row);
        message.remove_prefix(std::min(message.size(), std::size_t{RTA_ALIGN(attribute->rta_len)}));
    }
    return row.path.empty() ? std::nullopt : std::optional(std::move(row));
}

/// Reads the answers of one datagram. True when the last one was among them.
Result<bool> readAnswers(std::string_view data, std::vector<SocketRow>& rows)
{
    while (const auto header = valueOf<nlmsghdr>(data)) {
        if (header->nlmsg_len < sizeof *header || header->nlmsg_len > data.size()) {
            break;
        }
        const std::string_view message =
            data.substr(sizeof *header, header->nlmsg_len - sizeof *header);
        if (header->nlmsg_type == NLMSG_DONE) {
            return true;
        }
        if (header->nlmsg_type == NLMSG_ERROR) {
            const auto error = valueOf<nlmsgerr>(message);
            return std::unexpected(
                systemError("recv", error ? -error->error : EIO, "NETLINK_SOCK_DIAG"));
        }
        if (auto row = readRow(message)) {
            rows.push_back(std::move(*row));
        }
        data.remove_prefix(std::min(data.size(), std::size_t{NLMSG_ALIGN(header->nlmsg_len)}));
    }
    return false;
}

} // namespace

Result<std::vector<SocketRow>> readSocketDiag()
{
    const FileDescriptor socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
    if (!socket) {
        return std::unexpected(systemError("socket", errno, "NETLINK_SOCK_DIAG"));
    }
    // The kernel answers at once; a sandbox that does not is not waited for.
    const timeval patience{.tv_sec = 1, .tv_usec = 0};
    setsockopt(socket.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (auto asked = ask(socket.get()); !asked) {
        return std::unexpected(asked.error());
    }
    std::vector<SocketRow> rows;
    std::string buffer(std::size_t{64} * 1024, '\0');
    for (;;) {
        const ssize_t count = recv(socket.get(), buffer.data(), buffer.size(), 0);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return std::unexpected(
                systemError("recv", count == 0 ? EIO : errno, "NETLINK_SOCK_DIAG"));
        }
        const auto isLast =
            readAnswers(std::string_view(buffer).substr(0, static_cast<std::size_t>(count)), rows);
        if (!isLast) {
            return std::unexpected(isLast.error());
        }
        if (*isLast) {
            return rows;
        }
    }
}

SameFile isFileOf(const SocketFile& file, const char* path, const struct stat& there)
{
    constexpr unsigned minorBits = 20; // of a device number inside the kernel
    const std::uint32_t device = (major(there.st_dev) << minorBits) | minor(there.st_dev);
    if (device == file.device && static_cast<std::uint32_t>(there.st_ino) == file.inode) {
        return SameFile::Yes;
    }
    struct statfs system
    {};
    const bool isKnown =
        statfs(path, &system) == 0
        && std::ranges::find(otherNumbers, static_cast<std::uint32_t>(system.f_type))
               == otherNumbers.end();
    return isKnown ? SameFile::No : SameFile::Unknown;
}

} // namespace pipecore
