#pragma once

#include "pipecore/base/json.h"
#include "pipecore/base/json_value.h"
#include "pipecore/model/row_body.h"

/// Rows as members of a JSON object: in session files, in JSON Lines. See docs/SESSION_FORMAT.md.
namespace pipecore {

struct ProcessIdentity; // pipecore/model/identity.h

/// The members that only this kind of row has. Texts are cut and long lists shortened, so that they stay
/// far below the largest packet of a file.
void putBody(JsonWriter& json, const RowBody& body);

/// A member `key` for who a process is, as rows have identities.
void putIdentity(JsonWriter& json, std::string_view key, const ProcessIdentity& identity);

/// Reads such members. Missing or invalid members keep their default values. A kind that
/// this version does not know is an UnknownRow; `word` is its name. Not for messages.
[[nodiscard]] RowBody bodyFrom(std::string_view word, const JsonValue& json);

} // namespace pipecore
