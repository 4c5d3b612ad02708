#pragma once

#include "pipecore/decode/decode.h"
#include "pipecore/framing/framing.h"

#include <QString>

namespace pipescope {

[[nodiscard]] QString decoderName(pipecore::DecoderId decoder);
[[nodiscard]] QString framingName(pipecore::FramingKind kind);
/// What a decoder says of wrong data or of a limit, in the user's language.
[[nodiscard]] QString decodeProblem(const pipecore::Phrase& problem);
/// Text of a payload on one line: line breaks, control characters and what would turn the direction of
/// the text are shown as pictures or dots.
[[nodiscard]] QString onOneLine(QString text);

} // namespace pipescope
