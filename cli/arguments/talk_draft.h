#pragma once

#include "arguments/arguments.h"
#include "arguments/options.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pipescope::cli {

/// The command line as it is being read.
struct Draft
{
    Arguments arguments;
    pipecore::PipeMode mode = pipecore::PipeMode::Message;
    pipecore::Access access = pipecore::Access::Duplex;
    std::optional<std::uint32_t> buffer;
    std::optional<std::uint32_t> outBuffer;
    std::optional<std::uint32_t> inBuffer;
    pipecore::IoModel io = pipecore::IoModel::Overlapped;
    bool writeThrough = false;
    bool echo = false;
    std::optional<std::chrono::milliseconds> timeout;
    std::optional<std::string> name;
};

/// Adds the options and the name of the pipe for draft.arguments.talk. The draft must outlive `options`.
void describeTalk(Options& options, Draft& draft);

/// The command on the command line.
[[nodiscard]] std::string_view wordOf(Talk talk);

/// Makes arguments of what was read: what belongs together and what is missing.
[[nodiscard]] Problem finish(Draft& draft);

} // namespace pipescope::cli
