#pragma once

#include "connections/pipe_dialog.h"

namespace pipescope {

/// Asks for the options of a new server. Starts with those of the last one. OK is there only while
/// pipecore::validate() accepts them. GUI thread only.
class NewServerDialog : public PipeDialog
{
    Q_OBJECT

public:
    explicit NewServerDialog(QWidget* parent);

    [[nodiscard]] pipecore::ServerOptions options() const;
    /// Buffers above 512 MiB are shown as 512 MiB.
    void setOptions(const pipecore::ServerOptions& options);

protected:
    [[nodiscard]] pipecore::Result<void> validateOptions() const override;
    [[nodiscard]] QString effect() const override;
    [[nodiscard]] QString acceptText() const override;
    void retranslate() override;
    void updateFields() override;
    void remember() override;

private:
    QSpinBox* m_instances;
    SizeEdit* m_outBuffer;
    SizeEdit* m_inBuffer;
    FormField* m_instancesField;
    FormField* m_outBufferField;
    FormField* m_inBufferField;
};

} // namespace pipescope
