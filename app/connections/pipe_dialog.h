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

/// Base of the dialogs for a new server and a new client: the name with its check and recent names,
/// mode and direction, collapsed sections of further options, a summary, and OK that is enabled
/// only while all options are valid.
class PipeDialog : public QDialog
{
    Q_OBJECT

public:
    /// Saves the options before it closes.
    void accept() override;

protected:
    /// A collapsible part of the dialog and its form.
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
    /// Adds a field below the name; needed for modeField(), accessField() and echoField(), too.
    void addField(FormField* field);
    /// Adds a section above "Advanced", below the existing ones.
    Section addSection(const char* name);
    /// The last section, "Advanced".
    [[nodiscard]] QFormLayout* advancedForm() const { return m_sections.back().form; }
    /// Updates the texts, the state of OK and the summary. Called at the end of each constructor
    /// and on each change.
    void check();
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

    [[nodiscard]] QString name() const;
    void setName(const QString& name);
    /// The parsed name, shortened for a sentence; the text itself if it is invalid.
    [[nodiscard]] QString nameForSentence() const;
    [[nodiscard]] ModeChoice* mode() const { return m_mode; }
    [[nodiscard]] FormField* modeField() const { return m_modeField; }
    /// The direction, one of three; the first is both.
    [[nodiscard]] int access() const;
    void setAccess(int choice);
    void setAccessTexts(const QString& label, const std::array<QString, 3>& choices);
    [[nodiscard]] FormField* accessField() const { return m_accessField; }
    [[nodiscard]] FormField* echoField() const { return m_echoField; }
    /// The user's choice, effective only while both directions are open.
    [[nodiscard]] bool echo() const;
    void setEcho(bool echo);

    [[nodiscard]] virtual pipecore::Result<void> validateOptions() const = 0;
    [[nodiscard]] virtual QString effect() const = 0;
    /// The risk of the options; empty if none.
    [[nodiscard]] virtual QString warning() const { return {}; }
    [[nodiscard]] virtual QString acceptText() const = 0;
    virtual void retranslate();
    /// Enables and explains the fields that depend on others.
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
    QScrollArea* m_scroll =
        nullptr; ///< everything above the summary: a small screen has no room for it
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
    bool m_nameTouched = false; ///< an empty name is a problem only after the user has typed
};

} // namespace pipescope
