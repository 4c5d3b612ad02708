#include "identity/identity_text.h"

#include "widgets/error_text.h"
#include "widgets/formatting.h"

namespace pipescope {

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
