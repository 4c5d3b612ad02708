#pragma once

#include "connections/option_fields.h"
#include "connections/pipe_dialog.h"

namespace pipescope {

class WaitEdit;
class WindowsClientForm;

/// Edits the options of a new client. Starts with the last ones. OK is enabled only while
/// pipecore::validate() accepts them. GUI thread only.
class NewClientDialog : public PipeDialog
{
    Q_OBJECT

public:
    /// `system`: the platform whose options are offered; those of the other platform keep their
    /// defaults.
    explicit NewClientDialog(QWidget* parent, pipecore::System system = pipecore::thisSystem);

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
    void makeSystemSections();
    [[nodiscard]] QString waitText() const;

    WaitEdit* m_wait;
    FormField* m_waitField;
    OptionFields<pipecore::ClientOptions> m_fields; ///< options without an editor of their own
    FoldSection* m_identitySection = nullptr;
    FoldSection* m_systemSection = nullptr;
    WindowsClientForm* m_windows = nullptr; ///< on Windows
};

} // namespace pipescope
