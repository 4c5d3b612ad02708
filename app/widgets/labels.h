#pragma once

#include <QLabel>

class QWidget;

namespace pipescope {

enum class Token;

/// A label for values and sentences: plain text that wraps and can be selected and copied.
[[nodiscard]] QLabel* selectableLabel(QWidget* parent);
/// The same in bold letters, `scale` times as large as others.
[[nodiscard]] QLabel* headline(QWidget* parent, double scale);
/// Writes the label's text in a colour of the theme, and in that of another theme when it changes.
void setTextColor(QLabel* label, Token token);

/// One line of text that never widens its window: what does not fit is left out at the end and told
/// in the tool tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

} // namespace pipescope
