#pragma once

#include <QtGlobal>

namespace pipescope {

class LogView;

/// Makes logs accessible to screen readers; any number of calls. The log is a table: its children
/// are the visible rows, then the column headers; a row's children are its cells, and as a table it
/// also has the cells of rows that are not visible.
void installLogAccessibility();

/// Notifies screen readers of the focused row, so that they read it.
void announceLogRow(LogView* view, quint64 row);
/// Notifies screen readers of a changed selection.
void announceLogSelection(LogView* view);

} // namespace pipescope
