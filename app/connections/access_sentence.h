#pragma once

#include "pipecore/model/options.h"
#include "pipecore/model/presets.h"

#include <QString>

namespace pipescope {

/// Who may connect to a server with these options, in a sentence or two of the user's language.
[[nodiscard]] QString accessSentence(const pipecore::ServerOptions& options,
                                     pipecore::System system);
/// What is dangerous about it; empty when nothing is known to be.
[[nodiscard]] QString accessWarning(const pipecore::ServerOptions& options,
                                    pipecore::System system);

} // namespace pipescope
