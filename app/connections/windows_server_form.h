#pragma once

#include "pipecore/model/options.h"

#include <QObject>

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace pipescope {

class FormField;

/// Opens an editor for the security descriptor of `options` over a window; `accepted` gets the text
/// that the user agreed to, once or never.
using SecurityEditorOpener =
    std::function<void(QWidget* over, const pipecore::ServerOptions& options,
                       std::function<void(const QString& sddl)> accepted)>;

/// The fields of a server that only CreateNamedPipe has. Adds them to two forms, who may connect and
/// how the pipe works; its widgets belong to the forms' window.
class WindowsServerForm : public QObject
{
    Q_OBJECT

public:
    WindowsServerForm(QFormLayout* access, QFormLayout* pipe);

    /// Shows a button beside the security descriptor that opens this editor.
    void setSecurityEditor(SecurityEditorOpener opener);

    void setOptions(const pipecore::ServerOptions& options);
    /// What does not apply beside the other options (see update()) has its default.
    void readInto(pipecore::ServerOptions& options) const;
    /// Enables what applies with these, and explains what does not.
    void update(const pipecore::ServerOptions& options);
    void retranslate();

signals:
    void changed();

private:
    void makeSddlField(QFormLayout* access);
    void retranslateChoices();

    QLineEdit* m_sddl;
    QPushButton* m_editSddl;
    QCheckBox* m_rejectRemote;
    QCheckBox* m_firstInstance;
    QComboBox* m_readMode;
    QSpinBox* m_defaultTimeout;
    QComboBox* m_policy;
    QComboBox* m_io;
    QCheckBox* m_writeThrough;
    FormField* m_sddlField = nullptr;
    FormField* m_rejectRemoteField;
    FormField* m_firstInstanceField;
    FormField* m_readModeField;
    FormField* m_defaultTimeoutField;
    FormField* m_policyField;
    FormField* m_ioField;
    FormField* m_writeThroughField;
    SecurityEditorOpener m_openEditor;
    pipecore::ServerOptions m_options; ///< as last given to update()
};

} // namespace pipescope
