#pragma once

#include <cstddef>

namespace pipecore {

/// Memory that the end of a long SOCK_SEQPACKET message is received into: what does not fit a read
/// would be thrown away by the kernel. One for all channels of a backend; only touched pages count.
class OverflowBuffer
{
public:
    static constexpr std::size_t size = std::size_t{64} * 1024 * 1024;

    OverflowBuffer();
    OverflowBuffer(const OverflowBuffer&) = delete;
    OverflowBuffer& operator=(const OverflowBuffer&) = delete;
    ~OverflowBuffer();

    /// nullptr when the system had no address space to give.
    [[nodiscard]] std::byte* data() const { return m_data; }

private:
    std::byte* m_data = nullptr;
};

} // namespace pipecore
