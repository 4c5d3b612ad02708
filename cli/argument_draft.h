#pragma once

#include "arguments.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pipescope::cli {

/// What goes wrong while reading options; empty when nothing does.
using Problem = std::optional<std::string>;

// Commands that an option is for: a set of bits.
inline constexpr unsigned forServe = 1;
inline constexpr unsigned forConnect = 2;
inline constexpr unsigned forCall = 4;
inline constexpr unsigned forTransact = 8;
inline constexpr unsigned forOpen =
    forConnect | forTransact; ///< clients that open the pipe themselves
inline constexpr unsigned forClients = forOpen | forCall;
inline constexpr unsigned forPipes = forServe | forOpen;
inline constexpr unsigned forAll = forServe | forClients;

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
    std::optional<Command> asked; ///< --help or --version among the options
};

struct Option
{
    std::string_view name;
    unsigned commands;
    bool takesValue;
    /// Takes the value over. The problem it returns is put behind the option's name.
    Problem (*apply)(Draft&, const std::string& value);
};

/// All options of the commands that talk over pipes, in the order of the help.
[[nodiscard]] std::span<const Option> optionTable();

/// Makes arguments of what was read: what belongs together and what is missing.
[[nodiscard]] Problem finish(Draft& draft);

} // namespace pipescope::cli
