#pragma once

#include "composer/target_model.h"

#include <QComboBox>

namespace pipescope {

/// Chooses where to send to. A choice of the user stays while the list changes, also when it can no
/// longer be sent to; until there is one, the first possible target is taken.
class TargetChooser : public QComboBox
{
    Q_OBJECT

public:
    explicit TargetChooser(QWidget* parent = nullptr);

    void setFacts(const pipecore::SessionFacts::Snapshot& facts);
    /// Chooses as the user would. A target that is not in the list yet is taken as soon as it is.
    void choose(const SendTarget& target);
    /// What is shown becomes the user's own choice: it was sent to.
    void keepCurrent();
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

private:
    void showChoice();

    TargetModel m_model;
    SendTarget m_choice; ///< of the user; none: the first possible one
    bool m_hasServers = false;
    bool m_hasClients = false;
};

} // namespace pipescope
