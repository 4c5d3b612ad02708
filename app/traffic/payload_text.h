#pragma once

#include "pipecore/payload.h"

#include <QString>

namespace pipescope {

/// The encoding that the bytes are most likely text in. Latin-1 when nothing else fits, because every
/// byte means something there.
[[nodiscard]] pipecore::TextEncoding guessEncoding(pipecore::ByteView bytes);

/// Bytes as text. What does not decode becomes U+FFFD; nothing is escaped.
[[nodiscard]] QString decodeText(pipecore::ByteView bytes, pipecore::TextEncoding encoding);

/// Whether a person would read it: hardly anything in it that is not a character. Looks at the first
/// kibibyte only. False for no bytes at all.
[[nodiscard]] bool isMostlyText(pipecore::ByteView bytes, pipecore::TextEncoding encoding);

} // namespace pipescope
