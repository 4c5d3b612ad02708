#pragma once

#include "pipecore/model/options.h"

#include <QWidget>

class QRadioButton;

namespace pipescope {

/// Two buttons: messages or bytes.
class ModeChoice : public QWidget
{
    Q_OBJECT

public:
    explicit ModeChoice(QWidget* parent = nullptr);

    void setMode(pipecore::PipeMode mode);
    [[nodiscard]] pipecore::PipeMode mode() const;
    void setTexts(const QString& message, const QString& byte);

signals:
    void changed();

private:
    QRadioButton* m_message;
    QRadioButton* m_byte;
};

} // namespace pipescope
