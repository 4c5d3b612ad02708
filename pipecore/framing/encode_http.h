#pragma once

#include "pipecore/framing/encode.h"

namespace pipecore {

// Halves of encodeFrame(), without its check.
[[nodiscard]] Result<EncodedFrame> encodeHttp1(const Frame& frame, ByteView content);
[[nodiscard]] Result<EncodedFrame> encodeHttp2(const Frame& frame, ByteView content);

} // namespace pipecore
