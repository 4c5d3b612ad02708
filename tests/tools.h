#pragma once

#include <QtGlobal>

/// Whether programs that tests run beside ours (tshark, capinfos, editcap) must be there:
/// scripts/test.sh installs them and says so. Without them a test fails then and is not skipped.
inline bool areToolsRequired()
{
    return qEnvironmentVariableIsSet("PIPESCOPE_REQUIRE_TOOLS");
}
