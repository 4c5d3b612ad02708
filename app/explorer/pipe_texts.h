#pragma once

#include "pipecore/discovery/inspection.h"
#include "pipecore/discovery/listing.h"

#include <QString>

namespace pipescope {

/// The name in the list: control characters, which a path may have, are shown as marks.
[[nodiscard]] QString pipeNameText(const pipecore::ListedPipe& pipe);
/// `3`, or with pending clients `3 + 1`.
[[nodiscard]] QString pipeCountText(const pipecore::ListedPipe& pipe);
[[nodiscard]] QString pipeLimitText(const pipecore::ListedPipe& pipe);
/// All facts, in lines.
[[nodiscard]] QString pipeToolTip(const pipecore::ListedPipe& pipe);

[[nodiscard]] QString factLabel(pipecore::PipeFact fact);

[[nodiscard]] QString factText(pipecore::PipeFact fact, pipecore::PipeMode mode);
[[nodiscard]] QString factText(pipecore::PipeFact fact, pipecore::Access access);
[[nodiscard]] QString factText(pipecore::PipeFact fact, std::uint32_t number);
[[nodiscard]] QString factText(pipecore::PipeFact fact, const std::string& text);

} // namespace pipescope
