#pragma once

#include <sys/socket.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace pipecore {

/// Descriptors that one message can carry at most (SCM_MAX_FD of the kernel).
constexpr std::size_t maxPassedDescriptors = 253;

/// Room for control messages: the sender's credentials (SO_PASSCRED) and its descriptors
/// (SCM_RIGHTS). With less room, the kernel would pass some of them without reporting the total.
struct ControlBuffer
{
    alignas(
        cmsghdr) std::array<std::byte, CMSG_SPACE(sizeof(ucred))
                                           + CMSG_SPACE(maxPassedDescriptors * sizeof(int))> bytes;
};

/// Closes the descriptors that came with a message; how many they were.
std::uint32_t closePassedDescriptors(msghdr& message);

} // namespace pipecore
