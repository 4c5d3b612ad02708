#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace pipecore {

/// Owns a file descriptor. -1 is none.
class FileDescriptor
{
public:
    FileDescriptor() = default;
    explicit FileDescriptor(int descriptor) : m_descriptor(descriptor) {}
    FileDescriptor(FileDescriptor&& other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {}
    FileDescriptor& operator=(FileDescriptor&& other) noexcept
    {
        if (this != &other) {
            reset();
            m_descriptor = std::exchange(other.m_descriptor, -1);
        }
        return *this;
    }
    ~FileDescriptor() { reset(); }

    [[nodiscard]] int get() const { return m_descriptor; }
    explicit operator bool() const { return m_descriptor >= 0; }
    void reset()
    {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
        m_descriptor = -1;
    }

private:
    int m_descriptor = -1;
};

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
