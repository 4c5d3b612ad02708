#pragma once

#include "pipecore/model/record.h"

#include <optional>
#include <string>

namespace pipecore {

/// The payload of a row other than a message: a JSON object of less than `pcapng::maxPacketSize` bytes.
/// `event` is one (see isRow()).
[[nodiscard]] std::string lifecycleJson(const Event& event);

/// The row of such a payload, from a file of any version; `row` and `wallNs` are left alone. A kind
/// that this version does not know is an UnknownRow. Empty when it says none.
[[nodiscard]] std::optional<Record> lifecycleRecord(std::string_view json);

} // namespace pipecore
