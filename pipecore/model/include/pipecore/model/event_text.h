#pragma once

#include "pipecore/model/record.h"

#include <string>

namespace pipecore {

/// The other end in English: "app.exe (pid 4120)".
[[nodiscard]] std::string peerText(const PeerInfo& peer);

/// What a row says in one English sentence, for files, filters and terminals: "disconnected: closed by us".
/// Of a message how it went and how long it is, not what is in it.
[[nodiscard]] std::string eventText(const RowView& row);

} // namespace pipecore
