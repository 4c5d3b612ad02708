#pragma once

namespace pipecore {

/// From here on a file that would become larger than the user may make one (RLIMIT_FSIZE, `ulimit -f`)
/// is an error of the write (EFBIG) and no longer the end of the process (SIGXFSZ). For main(), before
/// other threads are there. Nothing on Windows, which has no such limit.
void makeFileSizeLimitAnError();

} // namespace pipecore
