#pragma once

#include <QAbstractButton>

namespace pipescope {

/// A small pill over the log: "↓ 1 204 new". Goes to the end when clicked.
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
