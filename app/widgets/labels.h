#pragma once

class QLabel;
class QWidget;

namespace pipescope {

enum class Token;

/// A label for values and sentences: plain text that wraps and can be selected and copied.
[[nodiscard]] QLabel* selectableLabel(QWidget* parent);
/// The same in bold letters, `scale` times as large as others.
[[nodiscard]] QLabel* headline(QWidget* parent, double scale);
/// Writes the label's text in a colour of the theme, and in that of another theme when it changes.
void setTextColor(QLabel* label, Token token);

} // namespace pipescope
