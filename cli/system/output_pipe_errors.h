#pragma once

#include "pipecore/base/error.h"

#include <string>

namespace pipescope::cli {

/// What a live recording runs into on every system.
[[nodiscard]] inline std::unexpected<pipecore::Error> outputIsTerminal()
{
    return pipecore::refuse("A recording is no text for a terminal: send it to a program, such as "
                            "| wireshark -k -i -, or to a file");
}

[[nodiscard]] inline std::unexpected<pipecore::Error> outputIsClosed()
{
    return pipecore::refuse("Standard output is closed: send the recording to a program, such as "
                            "| wireshark -k -i -, or to a file");
}

[[nodiscard]] inline std::unexpected<pipecore::Error> outputIsNoPipe(const std::string& path)
{
    return pipecore::refuse(path
                            + " is not a pipe and was left alone: --fifo takes a pipe that another "
                              "program reads, as Wireshark makes one. To record into a file, use "
                              "serve or connect with --record FILE");
}

[[nodiscard]] inline std::unexpected<pipecore::Error> readerStalled()
{
    return pipecore::refuse("The reader of the recording takes nothing any more",
                            pipecore::ErrorKind::TimedOut);
}

} // namespace pipescope::cli
