#pragma once

#include "pipecore/model/row_values.h"

#include <QString>

/// The texts of the core's kinds of rows in the language of the window. Any thread.
namespace pipescope {

/// "Disconnected".
[[nodiscard]] QString rowTitle(pipecore::RecordKind kind);
/// RowWords::sentence with the values in it.
[[nodiscard]] QString rowSentence(const pipecore::RowBody& body);
/// "Never sent".
[[nodiscard]] QString fieldLabel(const pipecore::RowField& field);
/// A value with its unit: "12 B".
[[nodiscard]] QString fieldValue(const pipecore::RowValue& value);

} // namespace pipescope
