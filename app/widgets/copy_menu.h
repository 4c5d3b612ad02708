#pragma once

#include "pipecore/payload/copy_formats.h"

#include <functional>
#include <span>

class QMenu;

namespace pipescope {

/// Adds an entry for each style to a menu; `copy` is called with the selected one.
void addCopyStyles(QMenu* menu, std::span<const pipecore::CopyStyleInfo> styles,
                   const std::function<void(pipecore::CopyStyle)>& copy);

/// Adds "Copy as ▸" with all styles to a menu, and returns the submenu.
QMenu* addCopyMenu(QMenu* menu, const std::function<void(pipecore::CopyStyle)>& copy);

} // namespace pipescope
