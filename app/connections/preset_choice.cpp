#include "connections/preset_choice.h"

namespace pipescope {

PresetChoice::PresetChoice(pipecore::System system, QWidget* parent) : QComboBox(parent)
{
    setObjectName(QStringLiteral("preset"));
    for (const pipecore::ServerPreset preset : pipecore::allServerPresets) {
        if (pipecore::isOffered(preset, system)) {
            addItem({}, static_cast<int>(preset));
        }
    }
    addItem({});
    connect(this, &QComboBox::activated, this, [this](int index) {
        if (const auto preset = presetAt(index)) {
            emit presetChosen(*preset);
        } else {
            emit customChosen();
        }
    });
    retranslate();
}

std::optional<pipecore::ServerPreset> PresetChoice::presetAt(int index) const
{
    const QVariant number = itemData(index);
    return number.isValid() ? std::optional(static_cast<pipecore::ServerPreset>(number.toInt()))
                            : std::nullopt;
}

void PresetChoice::setPreset(std::optional<pipecore::ServerPreset> preset)
{
    setCurrentIndex(preset ? findData(static_cast<int>(*preset)) : count() - 1);
}

QString PresetChoice::explanation() const
{
    const auto preset = presetAt(currentIndex());
    if (!preset) {
        return {};
    }
    switch (*preset) {
    case pipecore::ServerPreset::DotNet:
        return tr("Matches %1.")
            .arg(QStringLiteral("NamedPipeServerStream(name, InOut, 1, Byte, Asynchronous)"));
    case pipecore::ServerPreset::GoWinio:
        return tr("Matches %1.").arg(QStringLiteral("winio.ListenPipe(path, nil)"));
    case pipecore::ServerPreset::Libuv:
        return tr("Matches %1.").arg(QStringLiteral("net.createServer().listen(path)"));
    case pipecore::ServerPreset::SafeDefault:
    case pipecore::ServerPreset::Everyone: break;
    }
    return {};
}

void PresetChoice::retranslate()
{
    for (int index = 0; index < count(); ++index) {
        const auto preset = presetAt(index);
        QString text = tr("Custom");
        if (preset) {
            switch (*preset) {
            case pipecore::ServerPreset::SafeDefault: text = tr("Safe default"); break;
            case pipecore::ServerPreset::DotNet: text = tr(".NET-like"); break;
            case pipecore::ServerPreset::GoWinio: text = tr("go-winio-like"); break;
            case pipecore::ServerPreset::Libuv: text = tr("libuv/Node-like"); break;
            case pipecore::ServerPreset::Everyone: text = tr("Everyone (unsafe)"); break;
            }
        }
        setItemText(index, text);
    }
}

} // namespace pipescope
