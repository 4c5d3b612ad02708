#include "pipecore/session/file_check.h"

#include "block_walker.h"
#include "pipecore/pcapng/block_check.h"

namespace pipecore {

bool isSoundFile(const ReadableFile& file, std::uint64_t size)
{
    BlockWalker walker(file);
    pcapng::BlockCheck check;
    if (!walker.begin()) {
        return false;
    }
    while (walker.end() < size) {
        const auto block = walker.next();
        if (!block) {
            return false;
        }
        const auto bytes = walker.part(*block, 0, block->length);
        if (!bytes || !check.accepts(*bytes, walker.order())) {
            return false;
        }
    }
    return walker.end() == size;
}

} // namespace pipecore
