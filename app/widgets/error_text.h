#pragma once

#include "pipecore/error.h"

#include <QString>

namespace pipescope {

/// What happened, in a few words of the user's language: "The pipe is busy".
[[nodiscard]] QString errorTitle(const pipecore::Error& error);
/// The likely cause and what to do: one sentence of the user's language.
[[nodiscard]] QString errorHint(const pipecore::Error& error);
/// A phrase of the core in the user's language.
[[nodiscard]] QString phraseText(const pipecore::Phrase& phrase);
/// What exactly was wrong, in the user's language where the core has it as a phrase; may be empty.
[[nodiscard]] QString errorDetail(const pipecore::Error& error);
/// The facts in one line: `ConnectNamedPipe: 231 ERROR_PIPE_BUSY, <detail>`. Parts that are not
/// known are left out; never empty.
[[nodiscard]] QString errorLine(const pipecore::Error& error);

} // namespace pipescope
