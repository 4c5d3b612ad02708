#pragma once

#include "pipecore/base/error.h"
#include "pipecore/model/options.h"
#include "pipecore/model/pipe_name.h"
#include "pipecore/model/presets.h"

#include <QDialog>

#include <array>
#include <vector>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace pipescope {

class FoldSection;
class FormField;
class ModeChoice;

/// What the dialogs for a new server and a new client have in common: the name with its check and
/// the names used before, mode and direction, folded sections of further options, the effect in words,
/// and an OK that is there only when everything is right.
class PipeDialog : public QDialog
{
    Q_OBJECT

public:
    /// Remembers the options before it closes.
    void accept() override;

protected:
    /// A folded part of the dialog and the form in it.
    struct Section
    {
        FoldSection* fold;
        QFormLayout* form;
    };

    PipeDialog(QWidget* parent, pipecore::System system);

    [[nodiscard]] pipecore::System system() const { return m_system; }
    [[nodiscard]] bool isWindows() const { return m_system == pipecore::System::Windows; }
    /// Adds a field above the name.
    void addTopField(FormField* field);
    /// Adds a field below the name; modeField(), accessField() and echoField() want it, too.
    void addField(FormField* field);
    /// Adds a section above "Advanced", below those that are there.
    Section addSection(const char* name);
    /// The last section, "Advanced".
    [[nodiscard]] QFormLayout* advancedForm() const { return m_sections.back().form; }
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
    /// Kept as it was chosen, but counts only while both directions are open.
    [[nodiscard]] bool echo() const;
    void setEcho(bool echo);

    [[nodiscard]] virtual pipecore::Result<void> validateOptions() const = 0;
    [[nodiscard]] virtual QString effect() const = 0;
    /// What is dangerous about the options; empty when nothing is.
    [[nodiscard]] virtual QString warning() const { return {}; }
    [[nodiscard]] virtual QString acceptText() const = 0;
    virtual void retranslate();
    /// Enables and explains what depends on other fields.
    virtual void updateFields() = 0;
    virtual void remember() = 0;

private:
    void makeParts();
    [[nodiscard]] Section makeSection(const char* name, int place);
    [[nodiscard]] std::vector<FormField*> allFields() const;
    void makeNameField();
    void makeChoices();
    void allowEcho(bool allowed);
    void fitSize(bool mayShrink);
    void orderTabs();
    void alignLabels();
    [[nodiscard]] QString checkName();

    pipecore::System m_system;
    QScrollArea* m_scroll = nullptr; ///< all above the sentence: a small screen has no room for it
    QWidget* m_footer = nullptr;
    QFormLayout* m_form = nullptr;
    std::vector<Section> m_sections; ///< from above; the last one is "Advanced"
    QLineEdit* m_name = nullptr;
    FormField* m_nameField = nullptr;
    ModeChoice* m_mode = nullptr;
    FormField* m_modeField = nullptr;
    QComboBox* m_access = nullptr;
    FormField* m_accessField = nullptr;
    QCheckBox* m_echo = nullptr;
    FormField* m_echoField = nullptr;
    QLabel* m_effect = nullptr;
    QLabel* m_warning = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
    QPushButton* m_ok = nullptr;
    bool m_nameTouched = false; ///< an empty name is a problem only after one was there
};

} // namespace pipescope
