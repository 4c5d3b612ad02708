#pragma once

#include "connections/option_fields.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pipescope {

class PayloadField;

/// Edits the options of one CallNamedPipe: pipe, message, wait time, reply limit. Starts with the
/// last ones. OK is enabled only while pipecore::validate() accepts them. GUI thread only.
class CallDialog : public QDialog
{
    Q_OBJECT

public:
    explicit CallDialog(QWidget* parent);

    /// Valid only while the payload can be parsed, as OK.
    [[nodiscard]] pipecore::CallOptions options() const;
    /// Saves the options before it closes.
    void accept() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void load();
    void check();
    void retranslate();

    QLineEdit* m_name;
    PayloadField* m_payload;
    FormField* m_nameField;
    FormField* m_payloadField;
    OptionFields<pipecore::CallOptions> m_fields;
    QLabel* m_effect;
    QDialogButtonBox* m_buttons;
    QPushButton* m_ok;
};

} // namespace pipescope
