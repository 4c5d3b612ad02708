#pragma once

#include <QIcon>
#include <QStringList>

namespace pipescope {

/// A built-in drawing as an icon: sharp at every size, tinted when painted (so it follows the
/// theme). Null, after an assertion, for an unknown name.
[[nodiscard]] QIcon makeIcon(const QString& name);

/// The names of all drawings.
[[nodiscard]] QStringList iconNames();

/// The program icon at 16 to 256 pixels, in its own colours: for windows and task bars.
[[nodiscard]] QIcon makeProgramIcon();

} // namespace pipescope
