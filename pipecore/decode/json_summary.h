#pragma once

#include "pipecore/decode/decode.h"

#include <string>
#include <string_view>

namespace pipecore {

/// Whose words a JSON message uses.
enum class JsonDialect : std::uint8_t { None, JsonRpc, Dap, Mpv, Qmp, Varlink, Discord };

/// Role of a JSON message in its conversation.
struct JsonSummary
{
    JsonDialect dialect = JsonDialect::None;
    std::string_view role; ///< "request", "notification", "response", "error", "event", "greeting"
    std::string what;      ///< the method, command or event; may be empty
    std::string id;        ///< as it is spelled; empty: it has none

    /// "request textDocument/hover, id 3".
    [[nodiscard]] std::string text() const;
};

/// Judges a decoded JSON object by its members.
[[nodiscard]] JsonSummary summarizeJson(const Field& object);

} // namespace pipecore
