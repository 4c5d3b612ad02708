#pragma once

#include <cstdint>
#include <string_view>

namespace pipecore {

/// The protocol's name of a packet type ("request"); empty when there is none.
[[nodiscard]] std::string_view dceRpcPacketType(std::uint8_t type);
/// Name of an interface or a transfer syntax ("srvsvc", "NDR"), by its UUID in lower case;
/// empty when nothing is.
[[nodiscard]] std::string_view dceRpcInterface(std::string_view uuid);
/// The result of negotiating a presentation context.
[[nodiscard]] std::string_view dceRpcResult(std::uint16_t result);
/// Authentication type of a security trailer ("NTLMSSP").
[[nodiscard]] std::string_view dceRpcAuthType(std::uint8_t type);

} // namespace pipecore
