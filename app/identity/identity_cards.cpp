#include "identity/identity_cards.h"

#include "widgets/error_text.h"
#include "widgets/formatting.h"

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

namespace {

QString valueText(const pipecore::IdentityFact::Value& value)
{
    if (value.timeNs) {
        return formatDateTime(*value.timeNs);
    }
    // A word may also be a sentence about unchecked properties.
    QString word = coreText("IdentityWord", value.word);
    if (!value.word.empty() && word == fromCore(value.word)) {
        word = coreText("IdentityReason", value.word);
    }
    const QString text =
        value.phrase.pattern.empty() ? fromCore(value.text) : phraseText(value.phrase);
    if (word.isEmpty() || text.isEmpty()) {
        return word + text;
    }
    return QStringLiteral("%1 (%2)").arg(word, text);
}

/// True if the system has no such property, such as integrity levels on Linux.
bool isMissingOnThisSystem(const pipecore::IdentityFact& fact)
{
    return !fact.value && fact.value.error().kind == pipecore::ErrorKind::NotSupported
           && fact.value.error().api.empty();
}

} // namespace

QString reasonText(const pipecore::Error& error)
{
    if (error.api.empty() && error.domain == pipecore::ErrorDomain::None) {
        return coreText("IdentityReason", error.detail);
    }
    return QStringLiteral("%1: %2").arg(errorTitle(error), errorLine(error));
}

QList<CardFact> cardFacts(const std::vector<pipecore::IdentityFact>& facts)
{
    QList<CardFact> all;
    for (const pipecore::IdentityFact& fact : facts) {
        if (isMissingOnThisSystem(fact)) {
            continue;
        }
        all.append({.name = coreText("IdentityFact", fact.label),
                    .value = fact.value ? valueText(*fact.value) : reasonText(fact.value.error()),
                    .isKnown = fact.value.has_value()});
    }
    return all;
}

} // namespace pipescope
