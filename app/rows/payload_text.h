#pragma once

#include "pipecore/payload/payload.h"

#include <QString>

namespace pipescope {

using pipecore::guessEncoding;

/// Bytes as text. What does not decode becomes U+FFFD; nothing is escaped.
[[nodiscard]] QString decodeText(pipecore::ByteView bytes, pipecore::TextEncoding encoding);

/// Whether a person would read it: hardly anything in it that is not a character. Looks at the first
/// kibibyte only. False for no bytes at all.
[[nodiscard]] bool isMostlyText(pipecore::ByteView bytes, pipecore::TextEncoding encoding);

} // namespace pipescope
