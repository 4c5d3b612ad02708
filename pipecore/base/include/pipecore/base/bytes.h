#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace pipecore {

using Bytes = std::vector<std::byte>;
using ByteView = std::span<const std::byte>;

/// The bytes of a text, without its terminator. Views the argument, copies nothing.
[[nodiscard]] inline ByteView asBytes(std::string_view text)
{
    return std::as_bytes(std::span(text.data(), text.size()));
}

/// The bytes as characters, for searching and printing. Views the argument, copies nothing.
[[nodiscard]] inline std::string_view asText(ByteView bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

[[nodiscard]] inline Bytes toBytes(std::string_view text)
{
    const ByteView view = asBytes(text);
    return {view.begin(), view.end()};
}

} // namespace pipecore
