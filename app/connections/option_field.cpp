#include "connections/option_field.h"

#include "connections/file_mode_edit.h"
#include "connections/option_labels.h"
#include "connections/size_edit.h"
#include "widgets/formatting.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>

#include <algorithm>

namespace pipescope {

namespace {

using pipecore::OptionKind;

constexpr std::int64_t maxEditValue = 1024 * 1024 * 1024; ///< a QSpinBox holds an int
constexpr int timeStep = 500;

/// `write-queue-limit` as `writeQueueLimit`.
QString camelBack(std::string_view key)
{
    QString name;
    for (const QString& word : fromCore(key).split(QLatin1Char('-'))) {
        name += name.isEmpty() ? word : word.left(1).toUpper() + word.mid(1);
    }
    return name;
}

QString termsOf(const pipecore::OptionInfo& option, pipecore::System system)
{
    return fromCore(system == pipecore::System::Windows ? option.windowsTerms : option.unixTerms);
}

QWidget* makeEditor(const pipecore::OptionInfo& option)
{
    const OptionLabel* label = optionLabel(option.key);
    QWidget* editor = nullptr;
    if (option.kind == OptionKind::Choice || (label != nullptr && label->isChoice())) {
        auto* choice = new QComboBox;
        if (option.kind == OptionKind::Choice) {
            for (const std::string_view word : option.words()) {
                choice->addItem(fromCore(word), fromCore(word));
            }
        } else {
            choice->addItems({QString(), QString()});
        }
        editor = choice;
    } else if (option.kind == OptionKind::Flag) {
        editor = new QCheckBox;
    } else {
        editor = makeNumberEdit(option);
    }
    editor->setObjectName(label != nullptr && label->widget != nullptr
                              ? QString::fromLatin1(label->widget)
                              : camelBack(option.key));
    return editor;
}

} // namespace

OptionField::OptionField(const pipecore::OptionInfo& option, pipecore::System system)
    : OptionField(option, system, makeEditor(option))
{}

OptionField::OptionField(const pipecore::OptionInfo& option, pipecore::System system,
                         QWidget* editor)
    : FormField(editor)
    , m_option(&option)
    , m_label(optionLabel(option.key))
    , m_system(system)
    , m_check(qobject_cast<QCheckBox*>(editor))
    , m_choice(qobject_cast<QComboBox*>(editor))
    , m_number(qobject_cast<QSpinBox*>(editor))
{
    if (m_check != nullptr) {
        connect(m_check, &QCheckBox::toggled, this, &OptionField::changed);
    } else if (m_choice != nullptr) {
        connect(m_choice, &QComboBox::currentIndexChanged, this, &OptionField::changed);
    } else {
        connect(m_number, &QSpinBox::valueChanged, this, &OptionField::changed);
    }
}

void OptionField::setValue(const pipecore::OptionValue& value)
{
    if (const auto* flag = std::get_if<bool>(&value)) {
        if (m_check != nullptr) {
            m_check->setChecked(*flag != (m_label != nullptr && m_label->isInverted));
        } else {
            m_choice->setCurrentIndex(*flag ? 1 : 0);
        }
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
        m_number->setValue(static_cast<int>(
            std::clamp<std::int64_t>(*number, m_number->minimum(), m_number->maximum())));
    } else {
        m_choice->setCurrentIndex(m_choice->findData(fromCore(std::get<std::string>(value))));
    }
}

pipecore::OptionValue OptionField::value() const
{
    if (m_check != nullptr) {
        return m_check->isChecked() != (m_label != nullptr && m_label->isInverted);
    }
    if (m_number != nullptr) {
        return std::int64_t{m_number->value()};
    }
    if (m_option->kind == OptionKind::Flag) {
        return m_choice->currentIndex() == 1;
    }
    return m_choice->currentData().toString().toStdString();
}

void OptionField::setChoices(const QStringList& texts)
{
    for (int i = 0; i < m_choice->count(); ++i) {
        m_choice->setItemText(i, texts.at(i));
    }
}

void OptionField::retranslate()
{
    QString label = fromCore(m_option->key).replace(QLatin1Char('-'), QLatin1Char(' '));
    if (m_label != nullptr) {
        label = labelText(m_label->label);
        if (m_label->isChoice()) {
            setChoices({labelText(m_label->off), labelText(m_label->on)});
        }
        if (m_label->zero != nullptr) {
            m_number->setSpecialValueText(labelText(m_label->zero));
        }
    }
    if (m_check != nullptr) {
        m_check->setText(label);
    } else {
        setLabel(label);
    }
    if (m_option->kind == OptionKind::Time) {
        m_number->setSuffix(tr(" ms"));
    }
    if (m_isHelpBelow) {
        setOptionHelp(this, *m_option, m_system);
    } else {
        setOptionTip(this, *m_option, m_system);
    }
}

QSpinBox* makeNumberEdit(const pipecore::OptionInfo& option)
{
    const auto low = static_cast<int>(option.low);
    const auto high = static_cast<int>(std::min(option.high, maxEditValue));
    if (option.kind == OptionKind::Size) {
        return new SizeEdit(low, high);
    }
    auto* edit = option.kind == OptionKind::Octal ? new FileModeEdit : new QSpinBox;
    edit->setRange(low, high);
    edit->setGroupSeparatorShown(option.kind != OptionKind::Octal);
    if (option.kind == OptionKind::Time) {
        edit->setSingleStep(timeStep);
    }
    return edit;
}

QString optionHelp(const pipecore::OptionInfo& option)
{
    // A literal is null-terminated.
    QString help = QCoreApplication::translate("Option", option.help.data());
    help[0] = help.at(0).toUpper();
    return help;
}

void setOptionTip(FormField* field, const pipecore::OptionInfo& option, pipecore::System system)
{
    field->setTip(optionHelp(option), termsOf(option, system));
}

void setOptionHelp(FormField* field, const pipecore::OptionInfo& option, pipecore::System system)
{
    field->setHelp(optionHelp(option) + QLatin1Char('.'));
    field->setTip(termsOf(option, system));
}

} // namespace pipescope
