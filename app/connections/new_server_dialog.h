#pragma once

#include "connections/pipe_dialog.h"
#include "connections/windows_server_form.h"

namespace pipescope {

class PresetChoice;

/// Edits the options of a new server. Starts with the last ones. OK is enabled only while
/// pipecore::validate() accepts them. GUI thread only.
class NewServerDialog : public PipeDialog
{
    Q_OBJECT

public:
    /// `system`: the platform whose options are offered; those of the other platform keep their
    /// defaults.
    explicit NewServerDialog(QWidget* parent, pipecore::System system = pipecore::thisSystem);

    [[nodiscard]] pipecore::ServerOptions options() const;
    /// Buffers above 512 MiB are shown as 512 MiB.
    void setOptions(const pipecore::ServerOptions& options);
    /// Shows a button beside the security descriptor (Windows) that opens this editor.
    void setSecurityEditor(SecurityEditorOpener opener);

protected:
    [[nodiscard]] pipecore::Result<void> validateOptions() const override;
    [[nodiscard]] QString effect() const override;
    [[nodiscard]] QString warning() const override;
    [[nodiscard]] QString acceptText() const override;
    void retranslate() override;
    void updateFields() override;
    void remember() override;

private:
    void makeSystemSections();
    void choosePreset(pipecore::ServerPreset preset);

    PresetChoice* m_preset;
    FormField* m_presetField;
    OptionFields<pipecore::ServerOptions> m_fields; ///< options without an editor of their own
    OptionField* m_instancesField;
    FoldSection* m_accessSection = nullptr;
    FoldSection* m_systemSection = nullptr;
    WindowsServerForm* m_windows = nullptr; ///< on Windows
};

} // namespace pipescope
