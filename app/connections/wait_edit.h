#pragma once

#include "pipecore/model/options.h"
#include "pipecore/model/presets.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace pipescope {

/// Edits how a client waits for a pipe that is missing or busy, and how long.
class WaitEdit : public QWidget
{
    Q_OBJECT

public:
    explicit WaitEdit(pipecore::System system, QWidget* parent = nullptr);

    void setWait(pipecore::WaitPolicy policy, std::chrono::milliseconds timeout);
    [[nodiscard]] pipecore::WaitPolicy policy() const;
    [[nodiscard]] std::chrono::milliseconds timeout() const;
    void retranslate();

signals:
    void changed();

private:
    void showPolicy();

    QComboBox* m_policy;
    QSpinBox* m_timeout;
};

} // namespace pipescope
