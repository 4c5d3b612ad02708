#pragma once

#include "pipecore/security/security.h"
#include "pipecore/security/security_check.h"

#include <QString>
#include <array>

namespace pipescope {

/// Texts of the core about security, in the user's language.

/// `Everyone`
[[nodiscard]] QString wellKnownTitle(const pipecore::WellKnownAccount& account);
/// `Everyone (WD)`; with the SID if it has no letters.
[[nodiscard]] QString wellKnownName(const pipecore::WellKnownAccount& account);
[[nodiscard]] QString severityText(pipecore::Severity severity);
/// A title, risk or fix of a rule.
[[nodiscard]] QString ruleText(std::string_view text);
[[nodiscard]] QString inputReason(const pipecore::InputError& error);

/// Permissions as one sentence: "Can read and write. Can create instances."
[[nodiscard]] QString rightsSentence(pipecore::AccessMask granted);

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
