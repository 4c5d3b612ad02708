#pragma once

#include <QtGlobal>

namespace pipescope {

class LogView;

/// Makes logs readable for screen readers from now on; any number of calls. The log is a table: its
/// children are the rows in sight, then the heads of the columns; a row's children are its cells, and
/// as a table it also gives the cells of rows that are not in sight.
void installLogAccessibility();

/// Tells screen readers that a row has the focus, so that they read it.
void announceLogRow(LogView* view, quint64 row);
/// Tells screen readers that other rows are selected.
void announceLogSelection(LogView* view);

} // namespace pipescope
