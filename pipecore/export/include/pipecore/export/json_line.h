#pragma once

#include "pipecore/model/record.h"
#include "pipecore/session/annotations.h"

#include <string>
#include <string_view>

namespace pipecore {

/// Context of a row that is not part of it.
struct RowContext
{
    std::string_view pipe{};          ///< name of its endpoint; may be empty
    const PeerInfo* peer = nullptr;   ///< at the other end; may be null
    const PeerInfo* target = nullptr; ///< behind a relay; may be null
    Annotation note{};
    std::string_view proto{}; ///< of a message with a type: what protoJson() says; may be empty
};

/// Appends a row as one JSON object (RFC 8259) and a line break: the one dialect of exports and of the
/// command line; see docs/CLI.md. Any thread.
void appendJsonLine(std::string& out, const RowView& row, const RowContext& context);

} // namespace pipecore
