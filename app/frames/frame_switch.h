#pragma once

#include "widgets/bar_parts.h"

#include <optional>

class QButtonGroup;
class QLabel;
class QToolButton;

namespace pipescope {

/// The control of the log with two states: reads as they are, or frames. Changes nothing itself. GUI
/// thread only.
class FrameSwitch : public CompactControl
{
    Q_OBJECT

public:
    explicit FrameSwitch(QWidget* parent = nullptr);

    struct State
    {
        bool canShowFrames = false;        ///< false: disabled, with the reason
        bool wantsFrames = false;          ///< which side is on
        std::optional<double> preparing{}; ///< 0 to 1: frames are being put together
        QString shortcut{};                ///< for the tool tip
    };
    void setState(const State& state);
    void setCompact(bool isCompact) override;
    [[nodiscard]] int saving() const override;

signals:
    /// The user chose a side.
    void chosen(bool frames);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    State m_state;
    bool m_isCompact = false;
    QLabel* m_progress;
    QToolButton* m_reads;
    QToolButton* m_frames;
    QButtonGroup* m_sides;
};

} // namespace pipescope
