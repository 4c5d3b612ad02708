#pragma once

#include <QtGlobal>

class QPlainTextEdit;

namespace pipescope {

/// Underlines what is wrong in a text, from a position on (UTF-16 units). What is missing at the end
/// is shown at the last character.
void markMistake(QPlainTextEdit& edit, qsizetype position, qsizetype length);

} // namespace pipescope
