#pragma once

#include "pipecore/model/identity.h"

#include <QList>
#include <QString>

#include <vector>

namespace pipescope {

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
