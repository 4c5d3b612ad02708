#pragma once

#include "pipecore/model/record.h"

#include <cstdint>
#include <string>

namespace pipecore {

/// The other end in English: "app.exe (pid 4120)".
[[nodiscard]] std::string peerText(const PeerInfo& peer);

/// What a row says in one English sentence, for files and filters: "disconnected: closed by us". Of a
/// message how it went and how long it is, not what is in it.
[[nodiscard]] std::string eventText(const Record& record);
/// The same when the payload is elsewhere: `here` bytes of it are in the session.
[[nodiscard]] std::string eventText(const Record& record, std::uint64_t here);

} // namespace pipecore
