#pragma once

#include "identity/identity_card.h"
#include "pipecore/model/identity.h"
#include "pipecore/session/session.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
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

/// A fact of an identity in the language of the window.
struct CardFact
{
    QString name;
    QString value;       ///< or the reason why it is not known
    bool isKnown = true; ///< false: `value` is the reason
};

[[nodiscard]] QList<CardFact> cardFacts(const std::vector<pipecore::IdentityFact>& facts);

/// Why a fact is unknown: a sentence, or the failed call with its code.
[[nodiscard]] QString reasonText(const pipecore::Error& error);

} // namespace pipescope
