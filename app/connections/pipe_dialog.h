#pragma once

#include "pipecore/error.h"
#include "pipecore/pipe_name.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pipescope {

class ConnectionOptionsForm;
class FoldSection;
class FormField;

/// What the dialogs for a new server and a new client have in common: the name with its check and
/// the names used before, folded advanced options, the effect in one sentence, and an OK that is
/// there only when everything is right.
class PipeDialog : public QDialog
{
    Q_OBJECT

public:
    /// Remembers the options before it closes.
    void accept() override;

protected:
    explicit PipeDialog(QWidget* parent);

    /// Adds a field below the name. Connect its changes to check().
    void addField(FormField* field);
    /// The same under "Advanced", above what is there.
    void addAdvancedField(FormField* field);
    /// Adds the choice to send everything back.
    void addEchoField();
    /// Shows the texts, the state of OK and the sentence. At the end of each constructor, and on
    /// each change.
    void check();
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

    [[nodiscard]] QString name() const;
    void setName(const QString& name);
    /// The name as it was understood, shortened for a sentence; the text itself when it was not.
    [[nodiscard]] QString nameForSentence() const;
    [[nodiscard]] QCheckBox* echo() const { return m_echo; }
    /// Enabled only where both directions are open; keeps what was chosen.
    void allowEcho(bool allowed);
    [[nodiscard]] ConnectionOptionsForm* connectionForm() const { return m_connectionForm; }

    [[nodiscard]] virtual pipecore::Result<void> validateOptions() const = 0;
    [[nodiscard]] virtual QString effect() const = 0;
    [[nodiscard]] virtual QString acceptText() const = 0;
    virtual void retranslate();
    /// Enables and explains what depends on other fields.
    virtual void updateFields() = 0;
    virtual void remember() = 0;

private:
    void makeNameField();
    void fitSize(bool mayShrink);
    void orderTabs();
    void alignLabels();
    [[nodiscard]] QString checkName();

    QFormLayout* m_form = nullptr;
    QFormLayout* m_advancedForm = nullptr;
    QLineEdit* m_name = nullptr;
    FormField* m_nameField = nullptr;
    QCheckBox* m_echo = nullptr;
    FormField* m_echoField = nullptr;
    ConnectionOptionsForm* m_connectionForm = nullptr;
    FoldSection* m_advanced = nullptr;
    QLabel* m_effect = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
    QPushButton* m_ok = nullptr;
    bool m_nameTouched = false; ///< an empty name is a problem only after one was there
};

} // namespace pipescope
