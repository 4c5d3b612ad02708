#pragma once

#include "rows/find_pattern.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QToolButton;

namespace pipescope {

/// The line under the log in which one types what to find. Shows results, finds nothing itself.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget* parent = nullptr);

    /// What is to be found; empty when nothing is typed or what is typed is not right.
    [[nodiscard]] FindPattern pattern() const;
    /// Puts the cursor into the field, its text selected.
    void focusField();

    struct Status
    {
        QString text;
        bool isWarning = false;
        bool isRunning = false;
        double progress = 0; ///< 0 to 1
    };
    void setStatus(const Status& status);
    /// What is wrong with the hex or the filter that was typed; empty when nothing is.
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
