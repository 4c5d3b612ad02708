#include "child_process.h"
#include "ends.h"

namespace bench {

void runPeer(const std::vector<std::string>& arguments)
{
    const auto task = PeerTask::parse(arguments);
    if (task.pinned) {
        pinToOneCore();
    }
    if (task.side == Side::Bare) {
        runBarePeer(task.cell, task.name);
    } else {
        runEnginePeer(task.cell, task.name);
    }
}

} // namespace bench
