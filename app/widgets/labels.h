#pragma once

class QLabel;
class QWidget;

namespace pipescope {

/// A label for values and sentences: plain text that wraps and can be selected and copied.
[[nodiscard]] QLabel* selectableLabel(QWidget* parent);
/// The same in bold letters, `scale` times as large as others.
[[nodiscard]] QLabel* headline(QWidget* parent, double scale);

} // namespace pipescope
