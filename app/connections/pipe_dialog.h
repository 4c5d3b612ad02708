#pragma once

#include "pipecore/error.h"
#include "pipecore/options.h"
#include "pipecore/pipe_name.h"

#include <QDialog>

#include <array>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace pipescope {

class ConnectionOptionsForm;
class FoldSection;
class FormField;
class ModeChoice;
class SizeEdit;

/// What the dialogs for a new server and a new client have in common: the name with its check and
/// the names used before, mode and direction, folded advanced options with the buffers, the effect
/// in one sentence, and an OK that is there only when everything is right.
class PipeDialog : public QDialog
{
    Q_OBJECT

public:
    /// Remembers the options before it closes.
    void accept() override;

protected:
    explicit PipeDialog(QWidget* parent);

    /// Adds a field below the name; modeField(), accessField() and echoField() want it, too.
    void addField(FormField* field);
    /// The same under "Advanced", above what is there.
    void addAdvancedField(FormField* field);
    /// A field for a number, checked on each change.
    [[nodiscard]] FormField* makeNumberField(QSpinBox* edit, const char* name);
    /// An edit for the size of a buffer, for makeNumberField().
    [[nodiscard]] static SizeEdit* makeBufferEdit();
    /// A size as a field for numbers holds it; what is larger is shown as the largest.
    static void setSize(SizeEdit* edit, std::uint32_t bytes);
    /// Shows the texts, the state of OK and the sentence. At the end of each constructor, and on
    /// each change.
    void check();
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

    [[nodiscard]] QString name() const;
    void setName(const QString& name);
    /// The name as it was understood, shortened for a sentence; the text itself when it was not.
    [[nodiscard]] QString nameForSentence() const;
    [[nodiscard]] ModeChoice* mode() const { return m_mode; }
    [[nodiscard]] FormField* modeField() const { return m_modeField; }
    /// The choice of three directions; the first one is both.
    [[nodiscard]] int access() const;
    void setAccess(int choice);
    void setAccessTexts(const QString& label, const std::array<QString, 3>& choices);
    [[nodiscard]] FormField* accessField() const { return m_accessField; }
    [[nodiscard]] FormField* echoField() const { return m_echoField; }
    /// What holds for each conversation. Echo is kept as it was chosen, but counts only while both
    /// directions are open.
    [[nodiscard]] pipecore::ConnectionOptions connectionOptions() const;
    void setConnectionOptions(const pipecore::ConnectionOptions& options);

    [[nodiscard]] virtual pipecore::Result<void> validateOptions() const = 0;
    [[nodiscard]] virtual QString effect() const = 0;
    [[nodiscard]] virtual QString acceptText() const = 0;
    virtual void retranslate();
    /// Enables and explains what depends on other fields.
    virtual void updateFields() = 0;
    virtual void remember() = 0;

private:
    void makeNameField();
    void makeChoices();
    void allowEcho(bool allowed);
    void fitSize(bool mayShrink);
    void orderTabs();
    void alignLabels();
    [[nodiscard]] QString checkName();

    QFormLayout* m_form = nullptr;
    QFormLayout* m_advancedForm = nullptr;
    QLineEdit* m_name = nullptr;
    FormField* m_nameField = nullptr;
    ModeChoice* m_mode = nullptr;
    FormField* m_modeField = nullptr;
    QComboBox* m_access = nullptr;
    FormField* m_accessField = nullptr;
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
