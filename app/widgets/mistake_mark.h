#pragma once

#include <QtGlobal>

class QPlainTextEdit;

namespace pipescope {

/// Underlines an error in a text, from a position on (UTF-16 units). An error at the end is shown
/// at the last character.
void markMistake(QPlainTextEdit& edit, qsizetype position, qsizetype length);

} // namespace pipescope
