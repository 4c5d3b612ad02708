#pragma once

#include "script.h"

#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace pipecore::lua {

// The decoders of scripts that are loaded. Any thread.

/// Null: none is loaded with this number.
[[nodiscard]] std::shared_ptr<Script> scriptOf(DecoderId decoder);
/// Name and key of a decoder, also after it was removed.
[[nodiscard]] DecoderInfo infoOf(DecoderId decoder);
[[nodiscard]] std::optional<DecoderId> decoderWithKey(std::string_view key);
[[nodiscard]] std::vector<std::pair<DecoderId, std::shared_ptr<Script>>> loadedScripts();

} // namespace pipecore::lua
