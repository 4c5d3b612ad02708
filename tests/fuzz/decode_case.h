#pragma once

#include "pipecore/decode/decode.h"

#include <cstddef>
#include <cstdint>
#include <span>

/// Judges one case of the targets for decoders of protocols: the first bytes choose one of `choices` and the
/// limits, the rest is the payload. What is decoded keeps the promises of any decoder, and so does what is
/// decoded of the payload's beginning.
int judgeDecoding(std::span<const pipecore::DecoderId> choices, const std::uint8_t* data,
                  std::size_t size);
