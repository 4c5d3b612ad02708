#pragma once

#include "rows/find_pattern.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QToolButton;

namespace pipescope {

/// The find bar below the log. Shows results, searches nothing itself.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget* parent = nullptr);

    /// The search pattern; empty for empty or invalid input.
    [[nodiscard]] FindPattern pattern() const;
    /// Focuses the field and selects its text.
    void focusField();

    struct Status
    {
        QString text;
        bool isWarning = false;
        bool isRunning = false;
        double progress = 0; ///< 0 to 1
    };
    void setStatus(const Status& status);
    /// The error of the typed hex or filter; empty if none.
    [[nodiscard]] QString inputProblem() const;

signals:
    void patternChanged();
    void nextRequested();
    void previousRequested();
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool isHex() const;
    [[nodiscard]] bool isFilter() const;
    void retranslate();
    void modeChanged();

    QComboBox* m_mode = nullptr;
    QLineEdit* m_field = nullptr;
    QToolButton* m_case = nullptr;
    QToolButton* m_previous = nullptr;
    QToolButton* m_next = nullptr;
    QLabel* m_status = nullptr;
    QProgressBar* m_progress = nullptr;
    QToolButton* m_close = nullptr;
};

} // namespace pipescope
