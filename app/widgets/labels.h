#pragma once

#include <QLabel>

class QWidget;

namespace pipescope {

enum class Token;

/// A label for values and sentences: plain text that wraps and can be selected and copied.
[[nodiscard]] QLabel* selectableLabel(QWidget* parent);
/// The same in bold, `scale` times the normal size.
[[nodiscard]] QLabel* headline(QWidget* parent, double scale);
/// Sets the label's text colour to a token; follows the theme.
void setTextColor(QLabel* label, Token token);

/// A line of text that never widens its window: long text is elided and shown in the tool tip.
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
