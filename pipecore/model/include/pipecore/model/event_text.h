#pragma once

#include "pipecore/model/record.h"

#include <string>

namespace pipecore {

/// The other end in English: "app.exe (pid 4120)".
[[nodiscard]] std::string peerText(const PeerInfo& peer);

/// An English sentence for a row, for files, filters and terminals: "disconnected: closed by the peer".
/// For a message its direction and length, without its content.
[[nodiscard]] std::string eventText(const RowView& row);

} // namespace pipecore
