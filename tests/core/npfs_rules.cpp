#include "npfs_rules.h"

#include <QByteArray>
#include <QList>

#include <array>

NpfsRules NpfsRules::standard()
{
    NpfsRules rules;
    const std::array<bool*, 13> switches{&rules.instancesLinger,
                                         &rules.creationIsChecked,
                                         &rules.firstInstanceDecides,
                                         &rules.accessIsChecked,
                                         &rules.stateNeedsWriteAttributes,
                                         &rules.synchronousHandlesSerialize,
                                         &rules.zeroQuotaWaits,
                                         &rules.staticTokensAreCaptured,
                                         &rules.outboundServersAreBlind,
                                         &rules.disconnectDiscards,
                                         &rules.namesAreNormalized,
                                         &rules.remoteNumbersAreForeign,
                                         &rules.emptyWritesArrive};
    for (const QByteArray& number : qgetenv("PIPESCOPE_NPFS_WITHOUT").split(',')) {
        if (const int rule = number.toInt();
            rule >= 1 && rule <= static_cast<int>(switches.size())) {
            *switches.at(static_cast<std::size_t>(rule) - 1) = false;
        }
    }
    return rules;
}
