#pragma once

#include "pipecore/model/options.h"

#include <QObject>

#include <array>

class QFormLayout;
class QSpinBox;

namespace pipescope {

class FormField;
class SizeEdit;

/// The advanced fields that servers and clients share: read size, write queue, message limit, drain
/// time. Adds them to a form; its widgets belong to the form's window.
class ConnectionOptionsForm : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionOptionsForm(QFormLayout* form);

    /// Takes all but `echo`.
    void setOptions(const pipecore::ConnectionOptions& options);
    /// All but `echo`, which has its default.
    [[nodiscard]] pipecore::ConnectionOptions options() const;
    void retranslate();

signals:
    void changed();

private:
    SizeEdit* m_readSize;
    SizeEdit* m_writeQueueLimit;
    SizeEdit* m_messageLimit;
    QSpinBox* m_drainTime;
    std::array<FormField*, 4> m_fields{};
};

/// A field for milliseconds, up to one day.
[[nodiscard]] QSpinBox* makeTimeEdit();

} // namespace pipescope
