#pragma once

#include "identity/identity_card.h"

#include "pipecore/session/session.h"

#include <QObject>
#include <QPointer>

#include <vector>

namespace pipescope {

/// The open identity cards, one per connection. GUI thread.
class IdentityCards : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the cards.
    IdentityCards(IdentityCard::Engine engine, QWidget* window);

    /// Opens the card of a connection with a known process ID, or brings it to the front.
    void show(pipecore::LiveConnection connection, const pipecore::ConnectionFacts& facts,
              bool isServer);
    /// Notifies cards of ended connections. `facts` may hold the changes only.
    void update(const pipecore::SessionFacts::Snapshot& facts);

private:
    [[nodiscard]] std::vector<IdentityCard*> cards() const;

    IdentityCard::Engine m_engine;
    QWidget* m_window;
    std::vector<QPointer<IdentityCard>> m_cards;
};

} // namespace pipescope
