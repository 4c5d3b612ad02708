#pragma once

#include "connections/option_fields.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pipescope {

class PayloadField;

/// Asks for one CallNamedPipe: a pipe, a message, how long to wait, how long a reply may be. Starts
/// with those of the last one. OK is there only while pipecore::validate() accepts them. GUI thread
/// only.
class CallDialog : public QDialog
{
    Q_OBJECT

public:
    explicit CallDialog(QWidget* parent);

    /// Only while the payload can be read, as OK.
    [[nodiscard]] pipecore::CallOptions options() const;
    /// Remembers the options before it closes.
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
