#include "pipecore/base/thread_start.h"

#include <string>
#include <system_error>
#include <utility>

namespace pipecore {

Result<void> startThread(std::thread& thread, std::string_view purpose, std::function<void()> work)
{
    try {
        thread = std::thread(std::move(work));
    } catch (const std::system_error& failure) {
        return refuse("no thread for " + std::string(purpose) + ": " + failure.what(),
                      ErrorKind::Resources);
    }
    return {};
}

} // namespace pipecore
