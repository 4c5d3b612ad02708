#pragma once

#include "composer/target_model.h"

#include <QComboBox>

#include <optional>
#include <vector>

namespace pipescope {

/// Chooses where to send to. The target is an endpoint or a connection and never becomes another by
/// itself: it stays, with the reason, when it can no longer be sent to. Only the first endpoint of a
/// session is taken unasked, because there is nothing else. While its list is open nothing in it moves.
class TargetChooser : public QComboBox
{
    Q_OBJECT

public:
    explicit TargetChooser(QWidget* parent = nullptr);

    /// All that is known, or what has changed since the last time.
    void setFacts(const pipecore::SessionFacts::Snapshot& facts);
    /// Chooses as the user would. A target that is not in the list yet is taken as soon as it is.
    void choose(SendTarget target);
    /// The user has opened this: a connection becomes the target as soon as it is connected, a server
    /// only when the target is useless. Not any more after choose() or withdrawOffers().
    void offer(SendTarget target);
    /// The user has begun to type for the target as it is.
    void withdrawOffers() { m_offers.clear(); }
    /// The session has ended; its numbers mean others in the next one. `keepShown`: the target stays
    /// in sight as one that is gone; otherwise there is none any more.
    void startOver(bool keepShown);
    void retranslate();

    /// The row that is shown; null when there is nothing to choose from.
    [[nodiscard]] const TargetRow* current() const;
    /// Why nothing can be sent now, as a sentence; empty when it can.
    [[nodiscard]] QString obstacle() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// Another target is shown, or what is known of it changed.
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
    SendTarget m_choice; ///< none: nothing was there to choose yet, or it is past
    bool m_isPast = false;
    std::vector<SendTarget> m_offers;
    std::optional<pipecore::SessionFacts::Snapshot> m_waiting; ///< came while the list is open
};

} // namespace pipescope
