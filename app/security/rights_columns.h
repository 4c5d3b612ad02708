#pragma once

#include "pipecore/security/rights.h"

#include <Qt>

namespace pipescope {

/// Rights as people think of them: groups of bits with one check box each.
enum class RightsColumn { Read, Write, CreateInstance, Full };

/// Checked when all bits of the group are there, partially when some that matter are.
[[nodiscard]] Qt::CheckState rightsState(pipecore::AccessMask mask, RightsColumn column);
/// The mask with the group put in, or taken out as far as no other checked group needs its bits.
/// Generic rights are replaced by what they mean.
[[nodiscard]] pipecore::AccessMask withRights(pipecore::AccessMask mask, RightsColumn column,
                                              bool on);

} // namespace pipescope
