#pragma once

#include <QMetaType> // before ids.h: moc cannot read <compare> as the first header

#include "pipecore/model/ids.h"

namespace pipescope {

/// Where a message goes: one of the two is set. `endpoint` alone means all clients of that server.
struct SendTarget
{
    pipecore::ConnectionId connection;
    pipecore::EndpointId endpoint;

    explicit operator bool() const { return connection || endpoint; }
    friend bool operator==(const SendTarget&, const SendTarget&) = default;
};

/// How a message is sent.
enum class SendWay : quint8 {
    Send,     ///< written; what comes back comes when it comes
    Transact, ///< TransactNamedPipe: written, and the reply read, in one operation. Windows only
};

} // namespace pipescope

Q_DECLARE_METATYPE(pipescope::SendTarget)
