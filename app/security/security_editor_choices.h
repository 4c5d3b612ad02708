#pragma once

#include "pipecore/security/security.h"

#include <array>

namespace pipescope {

// The choices of the security editor's boxes, in their order.

enum ListKind { ListOfEntries, NullList, NoList };

inline constexpr std::array securityPresets{pipecore::SecurityPreset::SafeDefault,
                                            pipecore::SecurityPreset::CurrentUser,
                                            pipecore::SecurityPreset::AdministratorsOnly,
                                            pipecore::SecurityPreset::AuthenticatedUsers,
                                            pipecore::SecurityPreset::LocalInteractive,
                                            pipecore::SecurityPreset::AppContainer,
                                            pipecore::SecurityPreset::Everyone};
inline constexpr std::array integrityLevels{pipecore::lowIntegrity, pipecore::mediumIntegrity,
                                            pipecore::highIntegrity, pipecore::systemIntegrity};

} // namespace pipescope
