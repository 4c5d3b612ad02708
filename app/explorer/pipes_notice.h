#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace pipescope {

/// The notice shown instead of an empty list of pipes.
class PipesNotice : public QWidget
{
    Q_OBJECT

public:
    explicit PipesNotice(QWidget* parent);

    /// `offersClient`: shows a button for a new client.
    void setWords(const QString& title, const QString& text, bool offersClient);
    [[nodiscard]] QString words() const;

signals:
    void newClientRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_newClient;
};

} // namespace pipescope
