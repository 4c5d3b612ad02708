#pragma once

#include "pipecore/decode/decode.h"

#include <string>

/// Checks what must hold of any decoded payload: positions inside of it, limits kept, values UTF-8.
/// Empty when all holds, else what does not. For tests and for the fuzzer: no Qt.
std::string brokenInvariant(const pipecore::Decoded& decoded, std::size_t payloadSize,
                            const pipecore::DecodeLimits& limits = {});
