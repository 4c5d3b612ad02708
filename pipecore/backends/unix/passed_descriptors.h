#pragma once

#include "file_descriptor.h"
#include "pipecore/engine/backend.h"

#include <array>
#include <cstddef>
#include <string>
#include <sys/socket.h>
#include <vector>

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

/// Descriptors that came with a message, or go with one.
class PassedDescriptors final : public PassedFiles
{
public:
    /// Takes those of a message that was received; null when it has none.
    [[nodiscard]] static std::unique_ptr<PassedDescriptors> of(msghdr& message);

    [[nodiscard]] std::size_t count() const override { return m_descriptors.size(); }
    /// From fstat(2), /proc/self/fd and the sockets themselves.
    [[nodiscard]] std::string describe() const override;
    /// Puts them beside the bytes of a message that is about to be sent. `room` stays until it is.
    void attachTo(msghdr& message, ControlBuffer& room) const;

private:
    std::vector<FileDescriptor> m_descriptors;
};

} // namespace pipecore
