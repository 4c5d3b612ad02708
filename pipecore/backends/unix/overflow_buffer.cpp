#include "overflow_buffer.h"

#include <sys/mman.h>

namespace pipecore {

OverflowBuffer::OverflowBuffer()
{
    void* const memory = mmap(nullptr, size, PROT_READ | PROT_WRITE,
                              MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory != MAP_FAILED) {
        m_data = static_cast<std::byte*>(memory);
    }
}

OverflowBuffer::~OverflowBuffer()
{
    if (m_data != nullptr) {
        munmap(m_data, size);
    }
}

} // namespace pipecore
