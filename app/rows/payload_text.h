#pragma once

#include "pipecore/payload/payload.h"

#include <QString>

namespace pipescope {

using pipecore::guessEncoding;

/// Decodes bytes as text. Invalid bytes become U+FFFD; nothing is escaped.
[[nodiscard]] QString decodeText(pipecore::ByteView bytes, pipecore::TextEncoding encoding);

/// True if the bytes look like readable text: hardly any non-characters. Checks the first kibibyte
/// only. False for no bytes.
[[nodiscard]] bool isMostlyText(pipecore::ByteView bytes, pipecore::TextEncoding encoding);

} // namespace pipescope
