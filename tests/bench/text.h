#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

[[nodiscard]] std::string decimal(double value, int digits);
/// Spaces in front, or behind, up to that many bytes.
[[nodiscard]] std::string padded(std::string text, std::size_t width);
[[nodiscard]] std::string paddedRight(std::string text, std::size_t width);
/// For JSON.
[[nodiscard]] std::string quoted(std::string_view text);
[[nodiscard]] std::string array(const std::vector<double>& values);

} // namespace bench
