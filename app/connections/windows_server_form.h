#pragma once

#include "connections/option_fields.h"

#include <QObject>

#include <functional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace pipescope {

/// Opens an editor for the security descriptor of `options` over a window; `accepted` gets the
/// accepted text, once or never.
using SecurityEditorOpener =
    std::function<void(QWidget* over, const pipecore::ServerOptions& options,
                       std::function<void(const QString& sddl)> accepted)>;

/// The fields of a server that only CreateNamedPipe has. Adds them to two forms, permissions and
/// pipe; its widgets belong to the forms' window. Fields without a special editor are among the
/// dialog's `fields`, which read and show them.
class WindowsServerForm : public QObject
{
    Q_OBJECT

public:
    WindowsServerForm(QFormLayout* access, QFormLayout* pipe,
                      OptionFields<pipecore::ServerOptions>& fields);

    /// Shows a button beside the security descriptor that opens this editor.
    void setSecurityEditor(SecurityEditorOpener opener);

    void setOptions(const pipecore::ServerOptions& options);
    /// Called after the dialog's fields are read: options that do not apply (see update()) get
    /// their defaults.
    void readInto(pipecore::ServerOptions& options) const;
    /// Enables the fields that apply, and explains those that do not.
    void update(const pipecore::ServerOptions& options);
    void retranslate();

signals:
    void changed();

private:
    void makeSddlField(QFormLayout* access);
    void makeReadModeField(QFormLayout* pipe);

    QLineEdit* m_sddl;
    QPushButton* m_editSddl;
    QComboBox* m_readMode;
    FormField* m_sddlField = nullptr;
    FormField* m_readModeField = nullptr;
    OptionField* m_sync = nullptr;
    OptionField* m_writeThrough = nullptr;
    SecurityEditorOpener m_openEditor;
    pipecore::ServerOptions m_options; ///< as last passed to update()
};

} // namespace pipescope
