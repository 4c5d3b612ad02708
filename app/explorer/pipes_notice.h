#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace pipescope {

/// The words that stand in place of the list of pipes.
class PipesNotice : public QWidget
{
    Q_OBJECT

public:
    explicit PipesNotice(QWidget* parent);

    /// `offersClient`: a button asks for a new client instead.
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
