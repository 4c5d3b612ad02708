#pragma once

#include "pipecore/model/event.h"
#include "pipecore/model/instance_state.h"
#include "pipecore/model/options.h"

#include <QString>

#include <string_view>

class QDateTime;

namespace pipescope {

/// `9 102 334`, grouped as in the language, with narrow no-break spaces.
[[nodiscard]] QString formatCount(quint64 count);
/// Exact: `65 536 B`.
[[nodiscard]] QString formatBytes(quint64 bytes);
/// Short: `64 KiB`, three figures at most; where the exact number is shown elsewhere.
[[nodiscard]] QString formatSize(quint64 bytes);
/// Local time `14:03:07.123456` from nanoseconds since 1970 UTC; empty of noTime.
[[nodiscard]] QString formatClock(qint64 wallNs);
/// Local date and time to the second, as the language writes it; empty of noTime.
[[nodiscard]] QString formatDateTime(qint64 wallNs);
[[nodiscard]] QString formatDateTime(const QDateTime& moment);

/// `app.exe (4120)`, or its known part; empty without a peer.
[[nodiscard]] QString peerText(const pipecore::PeerInfo* peer);
/// `#3`; empty for the zero ID.
[[nodiscard]] QString connectionText(pipecore::ConnectionId connection);
[[nodiscard]] QString closeReasonText(pipecore::CloseReason reason);
[[nodiscard]] QString stateText(pipecore::InstanceState state);
[[nodiscard]] QString roleText(pipecore::Role role);
[[nodiscard]] QString modeText(pipecore::PipeMode mode);
[[nodiscard]] QString accessText(pipecore::Access access);

/// Converts UTF-8 of the core to text of the window.
[[nodiscard]] inline QString fromCore(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A sentence of the core, marked there with PIPECORE_TR, in the user's language.
[[nodiscard]] QString coreText(const char* context, std::string_view source);

} // namespace pipescope
