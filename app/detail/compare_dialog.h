#pragma once

#include "pipecore/base/bytes.h"

#include <QDialog>

#include <memory>

class QDialogButtonBox;
class QLabel;
class QPushButton;

namespace pipescope {

class CompareView;

/// Shows two messages side by side with their differences. Compares on another thread. GUI thread
/// only.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    /// Limit of the compared bytes.
    static constexpr std::size_t comparedBytes = std::size_t{16} * 1024 * 1024;

    struct Side
    {
        QString title;
        std::shared_ptr<const pipecore::Bytes> bytes;
    };
    CompareDialog(Side left, Side right, QWidget* parent);

    [[nodiscard]] CompareView* view() const { return m_view; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void compare();
    void showState();
    void retranslate();

    Side m_left;
    Side m_right;
    bool m_compared = false;
    QLabel* m_leftTitle;
    QLabel* m_rightTitle;
    CompareView* m_view;
    QLabel* m_state;
    QDialogButtonBox* m_buttons;
    QPushButton* m_previous;
    QPushButton* m_next;
};

} // namespace pipescope
