#pragma once

#include "pipecore/discovery/inspection.h"

#include <QString>

namespace pipescope {

[[nodiscard]] QString factLabel(pipecore::PipeFact fact);

[[nodiscard]] QString factText(pipecore::PipeFact fact, pipecore::PipeMode mode);
[[nodiscard]] QString factText(pipecore::PipeFact fact, pipecore::Access access);
[[nodiscard]] QString factText(pipecore::PipeFact fact, std::uint32_t number);
[[nodiscard]] QString factText(pipecore::PipeFact fact, const std::string& text);

} // namespace pipescope
