#pragma once

#include "connections/form_field.h"

#include "pipecore/model/option_table.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace pipescope {

struct OptionLabel;

/// A field for an option as the core describes it: a check box or two choices for a flag, a list of
/// words, or an edit for a number with the option's limits. Its object name is the option's key in
/// camelBack.
class OptionField : public FormField
{
    Q_OBJECT

public:
    /// `option` must outlive the field; those of pipecore::optionsOf() do. `system`: the platform
    /// whose terms the tool tip names. Not for names, descriptors and payloads, which have special
    /// editors.
    OptionField(const pipecore::OptionInfo& option, pipecore::System system);

    /// A number outside the editor's range is shown as the nearest one.
    void setValue(const pipecore::OptionValue& value);
    [[nodiscard]] pipecore::OptionValue value() const;
    /// Shows what the option does under the field instead of in its tool tip.
    void showHelpBelow() { m_isHelpBelow = true; }
    /// Replaces the words of a choice with those of the user's language, in order.
    void setChoices(const QStringList& texts);
    void retranslate();

signals:
    void changed();

private:
    OptionField(const pipecore::OptionInfo& option, pipecore::System system, QWidget* editor);

    const pipecore::OptionInfo* m_option;
    const OptionLabel* m_label;
    pipecore::System m_system;
    bool m_isHelpBelow = false;
    // Exactly one is set: the editor.
    QCheckBox* m_check;
    QComboBox* m_choice;
    QSpinBox* m_number;
};

/// An edit for a Number, a Size, a Time or an Octal option.
[[nodiscard]] QSpinBox* makeNumberEdit(const pipecore::OptionInfo& option);
/// Describes the option, as a sentence of the user's language without a full stop.
[[nodiscard]] QString optionHelp(const pipecore::OptionInfo& option);
/// Sets the description as the tool tip of a field, with the system's term.
void setOptionTip(FormField* field, const pipecore::OptionInfo& option, pipecore::System system);
/// Shows the description under the field, and only the system's term in the tool tip.
void setOptionHelp(FormField* field, const pipecore::OptionInfo& option, pipecore::System system);

} // namespace pipescope
