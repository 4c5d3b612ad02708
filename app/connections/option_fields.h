#pragma once

#include "connections/option_field.h"

#include <QFormLayout>

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace pipescope {

/// The fields of a dialog for the options of `Options` that need no special editor. The core's
/// description of the options defines the fields and how values are read and written. The fields
/// belong to the forms that contain them. GUI thread only.
template <typename Options>
class OptionFields
{
public:
    explicit OptionFields(pipecore::System system) : m_system(system) {}

    /// Makes the field of an option, which must be known.
    OptionField* make(std::string_view key)
    {
        const auto* option = pipecore::findOption<Options>(key);
        auto* field = new OptionField(*option, m_system);
        m_fields.emplace_back(option, field);
        return field;
    }
    /// Makes the field as the next row of a form.
    OptionField* add(QFormLayout* form, std::string_view key)
    {
        OptionField* field = make(key);
        form->addRow(field->label(), field);
        return field;
    }
    /// Adds all options of the system without a field, with their help below; `special` are those
    /// with special editors.
    void addRest(QFormLayout* form, std::span<const std::string_view> special)
    {
        for (const pipecore::Option<Options>& option : pipecore::optionsOf<Options>()) {
            const bool isHere = option.only.value_or(m_system) == m_system;
            if (isHere && std::ranges::find(special, option.key) == special.end()
                && std::ranges::find(m_fields, &option, &Field::first) == m_fields.end()) {
                add(form, option.key)->showHelpBelow();
            }
        }
    }

    /// An existing field.
    [[nodiscard]] OptionField* field(std::string_view key) const
    {
        return std::ranges::find(m_fields, pipecore::findOption<Options>(key), &Field::first)
            ->second;
    }
    /// Calls `function` of `receiver` on each change.
    template <typename Receiver, typename Function>
    void onChange(Receiver* receiver, Function function) const
    {
        for (const auto& [option, field] : m_fields) {
            QObject::connect(field, &OptionField::changed, receiver, function);
        }
    }
    void setOptions(const Options& options) const
    {
        for (const auto& [option, field] : m_fields) {
            field->setValue(option->get(options));
        }
    }
    void readInto(Options& options) const
    {
        for (const auto& [option, field] : m_fields) {
            option->set(options, field->value());
        }
    }
    void retranslate() const
    {
        for (const auto& [option, field] : m_fields) {
            field->retranslate();
        }
    }

private:
    using Field = std::pair<const pipecore::Option<Options>*, OptionField*>;

    pipecore::System m_system;
    std::vector<Field> m_fields;
};

} // namespace pipescope
