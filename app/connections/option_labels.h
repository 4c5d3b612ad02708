#pragma once

#include "pipecore/model/options.h"

#include <QString>

#include <string_view>

namespace pipescope {

/// The label of an option. The texts are translation sources of the context "OptionLabel".
struct OptionLabel
{
    std::string_view key;
    const char* label;
    const char* zero = nullptr; ///< text of the lowest number
    /// The two values of a flag that is shown as a choice, not as a check box.
    const char* off = nullptr;
    const char* on = nullptr;
    bool isInverted = false;      ///< the check box shows the opposite of the flag
    const char* widget = nullptr; ///< object name of the editor, if it is not the key's

    [[nodiscard]] bool isChoice() const { return on != nullptr; }
};

/// Null for an option without a label: its key is used.
[[nodiscard]] const OptionLabel* optionLabel(std::string_view key);
/// Translates a label.
[[nodiscard]] QString labelText(const char* text);
/// Describes the consequence of the I/O model, if any.
[[nodiscard]] QString syncHelp(pipecore::IoModel io);

} // namespace pipescope
