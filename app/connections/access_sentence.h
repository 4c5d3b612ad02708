#pragma once

#include "pipecore/model/options.h"
#include "pipecore/model/presets.h"

#include <QString>

namespace pipescope {

/// Describes who can connect to a server with these options, in the user's language.
[[nodiscard]] QString accessSentence(const pipecore::ServerOptions& options,
                                     pipecore::System system);
/// The risk of the options; empty if none is known.
[[nodiscard]] QString accessWarning(const pipecore::ServerOptions& options,
                                    pipecore::System system);

} // namespace pipescope
