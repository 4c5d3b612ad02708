#pragma once

#include "pipecore/model/presets.h"

#include <QComboBox>

#include <optional>

namespace pipescope {

/// The ready-made servers that a system has, and "Custom" for options that are none of them.
class PresetChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit PresetChoice(pipecore::System system, QWidget* parent = nullptr);

    /// Shows a preset, or "Custom".
    void setPreset(std::optional<pipecore::ServerPreset> preset);
    /// What the shown preset imitates; empty when it speaks for itself.
    [[nodiscard]] QString explanation() const;
    void retranslate();

signals:
    /// The user chose one.
    void presetChosen(pipecore::ServerPreset preset);
    /// The user chose "Custom", which changes nothing.
    void customChosen();

private:
    [[nodiscard]] std::optional<pipecore::ServerPreset> presetAt(int index) const;
};

} // namespace pipescope
