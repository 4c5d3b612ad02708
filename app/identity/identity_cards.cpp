#include "identity/identity_cards.h"

#include <algorithm>
#include <utility>

namespace pipescope {

IdentityCards::IdentityCards(IdentityCard::Engine engine, QWidget* window)
    : QObject(window)
    , m_engine(std::move(engine))
    , m_window(window)
{}

std::vector<IdentityCard*> IdentityCards::cards() const
{
    std::vector<IdentityCard*> open;
    for (const QPointer<IdentityCard>& card : m_cards) {
        if (card) {
            open.push_back(card);
        }
    }
    return open;
}

void IdentityCards::show(pipecore::LiveConnection connection,
                         const pipecore::ConnectionFacts& facts, bool isServer)
{
    if (!facts.peer || !facts.peer->processId) {
        return;
    }
    std::erase_if(m_cards, [](const auto& card) { return card.isNull(); });
    const auto open = cards();
    const auto found = std::ranges::find(open, connection.id(), &IdentityCard::connection);
    IdentityCard* card = found == open.end() ? nullptr : *found;
    if (card == nullptr) {
        card = new IdentityCard(connection, facts, isServer, m_engine, m_window);
        m_cards.emplace_back(card);
    }
    card->show();
    card->raise();
    card->activateWindow();
}

void IdentityCards::update(const pipecore::SessionFacts::Snapshot& facts)
{
    for (IdentityCard* const card : cards()) {
        const auto found = std::ranges::find(facts.connections, card->connection(),
                                             &pipecore::ConnectionFacts::id);
        const bool isKnown = found != facts.connections.end();
        if (isKnown ? found->state == pipecore::InstanceState::Closed : facts.since == 0) {
            card->connectionEnded();
        }
    }
}

} // namespace pipescope
