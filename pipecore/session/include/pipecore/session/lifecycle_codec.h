#pragma once

#include "pipecore/model/event.h"
#include "pipecore/model/record.h"

#include <optional>
#include <string>

namespace pipecore {

class JsonWriter;

/// The payload of a lifecycle row: a JSON object of less than `pcapng::largestPacket` bytes. Empty
/// for events that are no lifecycle row (Data, StateChanged).
[[nodiscard]] std::optional<std::string> lifecycleJson(const Event& event);

/// Kind of the row that an event makes; empty when it makes none (StateChanged).
[[nodiscard]] std::optional<RecordKind> recordKindOf(const Event& event);

/// The row that such a payload says; `row` and `wallNs` are left alone. Empty when it says none.
[[nodiscard]] std::optional<Record> lifecycleRecord(std::string_view json);

/// The members of that payload that only this kind of row has, from the row; see
/// docs/SESSION_FORMAT.md. Nothing for a message.
void putLifecycle(JsonWriter& json, const Record& record);

} // namespace pipecore
