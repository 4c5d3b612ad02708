#pragma once

#include <QIcon>
#include <QStringList>

namespace pipescope {

/// One of our drawings as an icon: sharp at every size, tinted when it is painted (so it follows
/// the theme by itself). Null, after an assertion, for a name that there is no drawing for.
[[nodiscard]] QIcon makeIcon(const QString& name);

/// The names of all drawings.
[[nodiscard]] QStringList iconNames();

/// The program's own mark at 16 to 256 pixels, in its own colours: for windows and task bars.
[[nodiscard]] QIcon makeProgramIcon();

} // namespace pipescope
