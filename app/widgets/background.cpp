#include "widgets/background.h"

#include "threads/this_thread.h"
#include "threads/workers.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>
#include <system_error>
#include <thread>

namespace pipescope {

namespace {

std::unique_ptr<Workers>& sharedWorkers()
{
    static std::unique_ptr<Workers> workers;
    return workers;
}

} // namespace

void startInBackground(std::function<void()> job)
{
    std::unique_ptr<Workers>& workers = sharedWorkers();
    if (!workers) {
        // Most of the work waits for the system: two threads, even on a single processor.
        workers = std::make_unique<Workers>("background",
                                            std::max(2U, std::thread::hardware_concurrency()));
        // While the program is still whole; destructors of statics would be too late.
        qAddPostRoutine([] { sharedWorkers().reset(); });
    }
    workers->start(std::move(job));
}

void startAlone(std::function<void()> job)
{
    const auto shared = std::make_shared<const std::function<void()>>(std::move(job));
    try {
        std::thread([shared] {
            beginThread("look-up");
            (*shared)();
        }).detach();
    } catch (const std::system_error&) {
        // The system gives no thread: late is better than never.
        (*shared)();
    }
}

} // namespace pipescope
