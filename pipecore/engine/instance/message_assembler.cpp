#include "message_assembler.h"

namespace pipecore {
namespace {

/// Memory for putting a message together is kept up to here.
constexpr std::size_t maxRetainedMessage = std::size_t{4} * 1024 * 1024;

} // namespace

void MessageAssembler::append(ByteView data)
{
    m_bytes.insert(m_bytes.end(), data.begin(), data.end());
    m_fragments.push_back(static_cast<std::uint32_t>(data.size()));
}

void MessageAssembler::clear()
{
    m_fragments.clear();
    // The memory is kept for the next one, but not that of a giant.
    if (m_bytes.capacity() > maxRetainedMessage) {
        m_bytes = {};
    }
    m_bytes.clear();
}

} // namespace pipecore
