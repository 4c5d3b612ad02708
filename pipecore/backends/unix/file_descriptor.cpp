#include "file_descriptor.h"

#include <cstring>
#include <unistd.h>

namespace pipecore {

std::uint32_t closePassedDescriptors(msghdr& message)
{
    std::uint32_t count = 0;
    for (cmsghdr* part = CMSG_FIRSTHDR(&message); part != nullptr;
         part = CMSG_NXTHDR(&message, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) {
            continue;
        }
        const std::size_t bytes = part->cmsg_len - CMSG_LEN(0);
        for (std::size_t at = 0; at + sizeof(int) <= bytes; at += sizeof(int)) {
            int descriptor = -1;
            std::memcpy(&descriptor, CMSG_DATA(part) + at, sizeof descriptor);
            close(descriptor);
            ++count;
        }
    }
    return count;
}

} // namespace pipecore
