#pragma once

#include "program.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Payloads as a filter looks at them.
namespace pipecore::filter {

/// Whether guessEncoding() takes it for UTF-16LE.
[[nodiscard]] bool looksLikeUtf16(std::string_view payload);
/// Invalid bytes become U+FFFD; a byte-order mark is removed.
[[nodiscard]] std::string utf8FromUtf16(std::string_view payload);
/// Without a byte-order mark of UTF-16LE.
[[nodiscard]] std::string_view withoutMark(std::string_view payload);

/// The parts of a payload one behind the other, all of it when there are no slices; empty when it is
/// too short to have one of them. Views the payload or `buffer`.
[[nodiscard]] std::optional<std::string_view>
cut(std::string_view payload, const std::vector<Slice>& slices, std::string& buffer);

} // namespace pipecore::filter
