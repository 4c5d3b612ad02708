#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace pipescope {

/// The bar above the log that shows the connection limit and resets it.
class FollowBar : public QWidget
{
    Q_OBJECT

public:
    explicit FollowBar(QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] QString text() const;

signals:
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void elide();

    QString m_full;
    QLabel* m_text;
    QPushButton* m_close;
};

} // namespace pipescope
