#include "passed_descriptors.h"

#include "pipecore/base/clean_text.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <system_error>

namespace pipecore {

namespace {

std::string describeSocket(int descriptor)
{
    ucred peer{};
    socklen_t length = sizeof peer;
    const bool isKnown =
        getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0 && peer.pid > 0;
    return isKnown ? "socket to process " + std::to_string(peer.pid) : "socket";
}

std::string describeOne(int descriptor)
{
    struct stat facts
    {};
    if (fstat(descriptor, &facts) != 0) {
        return "descriptor";
    }
    std::error_code error;
    const std::string path =
        std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(descriptor), error)
            .string();
    const std::string name = error ? std::string() : onOneLine(path);
    switch (facts.st_mode & S_IFMT) {
    case S_IFREG: {
        constexpr std::string_view memory = "/memfd:";
        const std::string size = " (" + std::to_string(facts.st_size) + " bytes)";
        return name.starts_with(memory) ? "memory " + name.substr(memory.size()) + size
                                        : "file " + name + size;
    }
    case S_IFDIR: return "folder " + name;
    case S_IFIFO: return "pipe";
    case S_IFSOCK: return describeSocket(descriptor);
    case S_IFCHR:
    case S_IFBLK: return "device " + name;
    default: break;
    }
    return name.empty() ? "descriptor" : name; // "anon_inode:[eventfd]"
}

} // namespace

std::unique_ptr<PassedDescriptors> PassedDescriptors::of(msghdr& message)
{
    std::unique_ptr<PassedDescriptors> all;
    for (cmsghdr* part = CMSG_FIRSTHDR(&message); part != nullptr;
         part = CMSG_NXTHDR(&message, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) {
            continue;
        }
        const std::size_t bytes = part->cmsg_len - CMSG_LEN(0);
        for (std::size_t at = 0; at + sizeof(int) <= bytes; at += sizeof(int)) {
            int descriptor = -1;
            std::memcpy(&descriptor, CMSG_DATA(part) + at, sizeof descriptor);
            if (!all) {
                all = std::make_unique<PassedDescriptors>();
            }
            all->m_descriptors.emplace_back(descriptor);
        }
    }
    return all;
}

std::string PassedDescriptors::describe() const
{
    constexpr std::size_t maxDescribed = 16;
    std::string text;
    for (std::size_t i = 0; i < m_descriptors.size(); ++i) {
        if (i == maxDescribed) {
            return text + " and " + std::to_string(m_descriptors.size() - i) + " more";
        }
        text += (i == 0 ? "" : ", ") + describeOne(m_descriptors[i].get());
    }
    return text;
}

void PassedDescriptors::attachTo(msghdr& message, ControlBuffer& room) const
{
    const std::size_t bytes = m_descriptors.size() * sizeof(int);
    message.msg_control = room.bytes.data();
    message.msg_controllen = CMSG_SPACE(bytes);
    cmsghdr* const part = CMSG_FIRSTHDR(&message);
    part->cmsg_level = SOL_SOCKET;
    part->cmsg_type = SCM_RIGHTS;
    part->cmsg_len = CMSG_LEN(bytes);
    for (std::size_t i = 0; i < m_descriptors.size(); ++i) {
        const int descriptor = m_descriptors[i].get();
        std::memcpy(CMSG_DATA(part) + i * sizeof(int), &descriptor, sizeof descriptor);
    }
}

} // namespace pipecore
