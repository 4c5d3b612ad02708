#pragma once

#include <QAbstractButton>

namespace pipescope {

/// A button over the log: "↓ 1 204 new". Scrolls to the end.
class TailButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit TailButton(QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace pipescope
