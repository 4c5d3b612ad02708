#pragma once

#include "connections/pipe_dialog.h"

namespace pipescope {

/// Asks for the options of a new client. Starts with those of the last one. OK is there only while
/// pipecore::validate() accepts them. GUI thread only.
class NewClientDialog : public PipeDialog
{
    Q_OBJECT

public:
    explicit NewClientDialog(QWidget* parent);

    [[nodiscard]] pipecore::ClientOptions options() const;
    /// Buffers above 512 MiB are shown as 512 MiB.
    void setOptions(const pipecore::ClientOptions& options);

protected:
    [[nodiscard]] pipecore::Result<void> validateOptions() const override;
    [[nodiscard]] QString effect() const override;
    [[nodiscard]] QString acceptText() const override;
    void retranslate() override;
    void updateFields() override;
    void remember() override;

private:
    QSpinBox* m_timeout;
    SizeEdit* m_buffer;
    FormField* m_timeoutField;
    FormField* m_bufferField;
};

} // namespace pipescope
