#pragma once

#include "connections/pipe_dialog.h"

#include "pipecore/options.h"

class QComboBox;
class QSpinBox;

namespace pipescope {

class ModeChoice;
class SizeEdit;

/// Asks for the options of a new client. Starts with those of the last one. OK is there only while
/// pipecore::validate() accepts them. GUI thread only.
class NewClientDialog : public PipeDialog
{
    Q_OBJECT

public:
    explicit NewClientDialog(QWidget* parent);

    [[nodiscard]] pipecore::ClientOptions options() const;
    /// Sizes above 1 GiB are shown as 1 GiB.
    void setOptions(const pipecore::ClientOptions& options);

protected:
    [[nodiscard]] pipecore::Result<void> validateOptions() const override;
    [[nodiscard]] QString effect() const override;
    [[nodiscard]] QString acceptText() const override;
    void retranslate() override;
    void updateFields() override;
    void remember() override;

private:
    [[nodiscard]] pipecore::ClientAccess access() const;

    ModeChoice* m_mode;
    QComboBox* m_access;
    QSpinBox* m_timeout;
    SizeEdit* m_buffer;
    FormField* m_modeField;
    FormField* m_accessField;
    FormField* m_timeoutField;
    FormField* m_bufferField;
};

} // namespace pipescope
