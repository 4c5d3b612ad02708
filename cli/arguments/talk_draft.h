#pragma once

#include "arguments/arguments.h"
#include "arguments/options.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace pipescope::cli {

/// The command line as it is being read.
struct Draft
{
    Arguments arguments;
    std::optional<std::string> name;
    std::set<std::string_view> given;   ///< the options of the core that were, by their keys
    std::optional<std::string> foreign; ///< why one of them cannot be used on this system
};

/// Adds the options and the name of the pipe for draft.arguments.talk. The draft must outlive `options`.
void describeTalk(Options& options, Draft& draft);

/// Options of the relay that `proxy` starts.
[[nodiscard]] pipecore::RelayOptions relayOptions(const Arguments& arguments);

/// The command on the command line.
[[nodiscard]] std::string_view wordOf(Talk talk);

/// Builds the arguments from the parsed options, and checks them together.
[[nodiscard]] Problem finish(Draft& draft);

/// Refuses, with the reason, a command, an option or a value that this system lacks. After finish().
[[nodiscard]] Problem checkThisSystem(const Draft& draft);

} // namespace pipescope::cli
