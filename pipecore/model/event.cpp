#include "pipecore/model/event.h"

namespace pipecore {

std::string imageName(const PeerInfo& peer)
{
    if (!peer.image) {
        return {};
    }
    // A session recorded on Windows may be read elsewhere: both separators count.
    const std::size_t separator = peer.image->find_last_of("/\\");
    return separator == std::string::npos ? *peer.image : peer.image->substr(separator + 1);
}

} // namespace pipecore
