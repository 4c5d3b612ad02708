#pragma once

#include "pipecore/decode/decode.h"
#include "pipecore/framing/rule.h"

#include <QString>

namespace pipescope {

[[nodiscard]] QString decoderName(pipecore::DecoderId decoder);
[[nodiscard]] QString framingName(const pipecore::FramingPreset& preset);
/// A decoder's message about invalid data or a limit, in the user's language.
[[nodiscard]] QString decodeProblem(const pipecore::Phrase& problem);
/// Text of a payload on one line: line breaks, control characters and bidirectional controls are
/// shown as pictures or dots.
[[nodiscard]] QString onOneLine(QString text);

} // namespace pipescope
