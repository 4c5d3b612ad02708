#include "pipecore/files/file_size_limit.h"

#include <csignal>

namespace pipecore {

void makeFileSizeLimitAnError()
{
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

} // namespace pipecore
