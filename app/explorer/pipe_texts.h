#pragma once

#include "pipecore/discovery/listing.h"

#include <QString>

namespace pipescope {

/// The name in the list: control characters, which a path may have, are shown as marks.
[[nodiscard]] QString pipeNameText(const pipecore::ListedPipe& pipe);
/// `3`, or with clients that wait `3 + 1`.
[[nodiscard]] QString pipeCountText(const pipecore::ListedPipe& pipe);
[[nodiscard]] QString pipeLimitText(const pipecore::ListedPipe& pipe);
/// Everything that is known, in lines.
[[nodiscard]] QString pipeToolTip(const pipecore::ListedPipe& pipe);

} // namespace pipescope
