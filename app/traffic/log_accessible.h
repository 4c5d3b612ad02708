#pragma once

#include <QtGlobal>

namespace pipescope {

class LogView;

/// Makes every LogView known to screen readers as a table whose rows are those in sight. May be called
/// any number of times; GUI thread.
void installLogAccessibility();

/// Tells a screen reader that `row` is the current one now, so that it reads it.
void announceLogRow(LogView* view, quint64 row);

} // namespace pipescope
