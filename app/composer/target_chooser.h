#pragma once

#include "composer/target_model.h"

#include <QComboBox>

#include <optional>
#include <vector>

namespace pipescope {

/// Selects the target of messages. The target is an endpoint or a connection and never changes by
/// itself: it stays, with the reason, when it can no longer be sent to. Only the first endpoint of
/// a session is selected automatically. While its list is open, nothing in it moves.
class TargetChooser : public QComboBox
{
    Q_OBJECT

public:
    explicit TargetChooser(QWidget* parent = nullptr);

    /// Takes all facts, or the changes since the last call.
    void setFacts(const pipecore::SessionFacts::Snapshot& facts);
    /// Selects as the user would. A target that is not listed yet is selected when it appears.
    void choose(SendTarget target);
    /// Offers a target that the user has opened: a connection becomes the target once it is
    /// connected, a server only if the target is unusable. Ends with choose() or withdrawOffers().
    void offer(SendTarget target);
    /// Drops the offers: the user has begun to type for the current target.
    void withdrawOffers() { m_offers.clear(); }
    /// Handles the end of the session; the next one reuses its numbers. `keepShown`: the target
    /// stays, as closed; otherwise no target is left.
    void startOver(bool keepShown);
    void retranslate();

    /// The selected row; null if the list is empty.
    [[nodiscard]] const TargetRow* current() const;
    /// The reason why nothing can be sent, as a sentence; empty if sending is possible.
    [[nodiscard]] QString obstacle() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// The target or its properties have changed.
    void targetChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void takeOffers();
    void takeWaiting();
    void showChoice();

    TargetModel m_model;
    SendTarget m_choice; ///< none: no choice yet, or a past one
    bool m_isPast = false;
    std::vector<SendTarget> m_offers;
    std::optional<pipecore::SessionFacts::Snapshot> m_waiting; ///< received while the list is open
};

} // namespace pipescope
