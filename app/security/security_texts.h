#pragma once

#include "pipecore/security/security_check.h"

#include <QString>

namespace pipescope {

/// Texts of the core about security, in the user's language.

/// `Everyone`
[[nodiscard]] QString wellKnownTitle(const pipecore::WellKnownAccount& account);
/// `Everyone (WD)`; with the SID where there are no letters for it.
[[nodiscard]] QString wellKnownName(const pipecore::WellKnownAccount& account);
[[nodiscard]] QString severityText(pipecore::Severity severity);
/// A title, or what a rule allows or how to fix it.
[[nodiscard]] QString ruleText(std::string_view text);
[[nodiscard]] QString inputReason(const pipecore::InputError& error);

/// What rights come to, as one sentence: "May read and write, but not create instances."
[[nodiscard]] QString rightsSentence(pipecore::AccessMask granted);

} // namespace pipescope
