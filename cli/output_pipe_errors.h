#pragma once

#include "pipecore/error.h"

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

[[nodiscard]] inline std::unexpected<pipecore::Error> readerStandsStill()
{
    return pipecore::refuse("The reader of the recording takes nothing any more",
                            pipecore::ErrorKind::TimedOut);
}

} // namespace pipescope::cli
