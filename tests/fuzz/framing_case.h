#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// Judges one case of the targets for framing rules: a rule, a largest size, a size of pieces and a
/// size of other contents are its first bytes, the rest is the stream. However the stream is cut, the
/// frames are the same, every byte belongs to one, and each frame is put together again as it was.
/// Frames with another content are read as such.
int judgeFraming(std::span<const std::string_view> rules, const std::uint8_t* data,
                 std::size_t size);
