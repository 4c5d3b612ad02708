#include "identity/identity_cards.h"

#include <algorithm>
#include <utility>

namespace pipescope {

IdentityCards::IdentityCards(IdentityCard::EngineOf engine, QWidget* window)
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

void IdentityCards::show(const pipecore::ConnectionFacts& connection, bool isServer)
{
    if (!connection.peer || !connection.peer->processId) {
        return;
    }
    std::erase_if(m_cards, [](const auto& card) { return card.isNull(); });
    const auto open = cards();
    const auto found = std::ranges::find(open, connection.id, &IdentityCard::connection);
    IdentityCard* card = found == open.end() ? nullptr : *found;
    if (card == nullptr) {
        card = new IdentityCard(connection, isServer, m_engine, m_window);
        m_cards.emplace_back(card);
    }
    card->show();
    card->raise();
    card->activateWindow();
}

void IdentityCards::take(const InquiryResult& result)
{
    for (IdentityCard* const card : cards()) {
        card->take(result);
    }
}

bool IdentityCards::takeFailure(const OperationFailure& failure)
{
    return std::ranges::any_of(cards(),
                               [&](IdentityCard* card) { return card->takeFailure(failure); });
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
