#pragma once

#include "arguments/arguments.h"
#include "system/context.h"

namespace pipescope::cli {

/// `serve`, `proxy`: returns when it was asked to end, enough clients have left, or the server failed.
[[nodiscard]] ExitStatus serve(const Arguments& arguments, Context& context);
/// `connect`, `call`, `transact`: returns when the script is done, the other end has closed, it was asked
/// to end, or something failed.
[[nodiscard]] ExitStatus connect(const Arguments& arguments, Context& context);

/// The one of both that `arguments` are for; Ctrl+C ends it.
[[nodiscard]] ExitStatus talk(const Arguments& arguments, Console& console);

} // namespace pipescope::cli
