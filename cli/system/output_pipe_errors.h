#pragma once

#include "pipecore/base/error.h"

#include <string>

namespace pipescope::cli {

/// Errors of a live recording on every system.
[[nodiscard]] inline std::unexpected<pipecore::Error> outputIsTerminal()
{
    return pipecore::refuse("A recording cannot be written to a terminal: pipe it to a program, "
                            "such as | wireshark -k -i -, or redirect it to a file");
}

[[nodiscard]] inline std::unexpected<pipecore::Error> outputIsClosed()
{
    return pipecore::refuse("Standard output is closed: pipe the recording to a program, such as | "
                            "wireshark -k -i -, or redirect it to a file");
}

[[nodiscard]] inline std::unexpected<pipecore::Error> outputIsNoPipe(const std::string& path)
{
    return pipecore::refuse(
        path
        + " is not a pipe: --fifo requires a pipe that another program reads, such as Wireshark. "
          "To record to a file, use serve or connect with --record FILE");
}

[[nodiscard]] inline std::unexpected<pipecore::Error> readerStalled()
{
    return pipecore::refuse("The reader of the recording has stopped reading",
                            pipecore::ErrorKind::TimedOut);
}

} // namespace pipescope::cli
