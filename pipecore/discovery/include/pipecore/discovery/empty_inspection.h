#pragma once

#include "pipecore/discovery/inspection.h"

namespace pipecore {

/// The error of a field that this system does not have.
[[nodiscard]] std::unexpected<Error> notHere();

/// An inspection in which every field is `why`.
[[nodiscard]] PipeInspection emptyInspection(std::string path, const std::unexpected<Error>& why);

} // namespace pipecore
