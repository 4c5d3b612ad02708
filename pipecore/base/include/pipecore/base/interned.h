#pragma once

#include <string>
#include <string_view>

namespace pipecore {

/// The same text in static storage, for Error::api and words of later versions. A file cannot fill the memory with it: beyond
/// some thousands of names, and for names that are too long for one, it is empty. Any thread.
[[nodiscard]] std::string_view interned(const std::string& text);

} // namespace pipecore
