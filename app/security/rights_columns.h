#pragma once

#include "pipecore/security/rights.h"

#include <Qt>

namespace pipescope {

/// Permissions in groups of bits, one check box each.
enum class RightsColumn { Read, Write, CreateInstance, Full };

/// Checked if all bits of the group are set, partially if some essential ones are.
[[nodiscard]] Qt::CheckState rightsState(pipecore::AccessMask mask, RightsColumn column);
/// The mask with the group added, or removed as far as no other checked group needs its bits.
/// Generic rights are expanded.
[[nodiscard]] pipecore::AccessMask withRights(pipecore::AccessMask mask, RightsColumn column,
                                              bool on);

} // namespace pipescope
