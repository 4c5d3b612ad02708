#pragma once

#include "endpoints/endpoint_rows.h"

#include <QString>

namespace pipescope {

/// `listening · 2 of 4 clients`, `connected`, `stopped`.
[[nodiscard]] QString endpointStateText(const EndpointRow& row);
/// `connected`, or the reason why it has ended.
[[nodiscard]] QString connectionStateText(const ConnectionRow& row);
/// `#2 node.exe`; unknown parts are omitted.
[[nodiscard]] QString connectionNameText(const ConnectionRow& row);
/// `12 · 3.4 KiB`: messages and bytes; empty if none.
[[nodiscard]] QString trafficText(quint64 messages, quint64 bytes);

/// All facts, over several lines, exact.
[[nodiscard]] QString endpointToolTip(const EndpointRow& row);
[[nodiscard]] QString connectionToolTip(const ConnectionRow& row);

} // namespace pipescope
