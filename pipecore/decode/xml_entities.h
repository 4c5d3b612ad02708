#pragma once

#include <string>
#include <string_view>

namespace pipecore {

/// Text of an XML document with its character references and the five named entities replaced.
/// Others stay as they are spelled: nothing is looked up or grown.
[[nodiscard]] std::string withoutEntities(std::string_view text);

} // namespace pipecore
