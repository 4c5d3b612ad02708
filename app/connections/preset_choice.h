#pragma once

#include "pipecore/model/presets.h"

#include <QComboBox>

#include <optional>

namespace pipescope {

/// Selects a server preset, or "Custom" for any other combination of options.
class PresetChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit PresetChoice(pipecore::System system, QWidget* parent = nullptr);

    /// Shows a preset, or "Custom".
    void setPreset(std::optional<pipecore::ServerPreset> preset);
    /// The API that the preset matches; empty if it has none.
    [[nodiscard]] QString explanation() const;
    void retranslate();

signals:
    /// The user selected a preset.
    void presetChosen(pipecore::ServerPreset preset);
    /// The user selected "Custom", which changes nothing.
    void customChosen();

private:
    [[nodiscard]] std::optional<pipecore::ServerPreset> presetAt(int index) const;
};

} // namespace pipescope
