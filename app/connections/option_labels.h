#pragma once

#include "pipecore/model/options.h"

#include <QString>

#include <string_view>

namespace pipescope {

/// What the window calls an option beside its field. The texts are translation sources of the context
/// "OptionLabel".
struct OptionLabel
{
    std::string_view key;
    const char* label;
    const char* zero = nullptr; ///< what the lowest number means
    /// The two values of a flag that is a choice and no check box.
    const char* off = nullptr;
    const char* on = nullptr;
    bool isInverted = false;      ///< the check box says the opposite of the flag
    const char* widget = nullptr; ///< the editor's name, where it is not the key's

    [[nodiscard]] bool isChoice() const { return on != nullptr; }
};

/// Null for an option that the window has no label for: its key serves.
[[nodiscard]] const OptionLabel* optionLabel(std::string_view key);
/// In the language of the window.
[[nodiscard]] QString labelText(const char* text);
/// What follows from it, where that matters.
[[nodiscard]] QString syncHelp(pipecore::IoModel io);

} // namespace pipescope
